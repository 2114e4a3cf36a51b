"""The made-up councils of the bench: counted alone or with others, a council's figures are its own."""

import json
import os
import subprocess
import sys
from pathlib import Path

import polars as pl
import pytest

from kit.bench.councils import YEARS, write_councils
from kit.bench.counting import count_all, counted, counting_processes, order_reviews
from kit.bench.national import national
from kit.bench.work import Bench
from kit.paths import CHECKOUT


def test_every_review_of_a_made_up_council_counts(tmp_path: Path) -> None:
    (council,) = write_councils(tmp_path, 1, 500)
    rows = pl.read_parquet(f"{council}/reviews/**/*.parquet").height
    held = counted(council).filter(measure="reviews_held", breakdown="all")
    assert held.height == len(YEARS)
    assert held["numerator"].sum() == rows == order_reviews(tmp_path)
    assert 450 < rows < 550


def test_what_is_not_supplied_is_said_and_the_rest_is_counted(tmp_path: Path) -> None:
    (council,) = write_councils(tmp_path, 1, 500)
    figures = counted(council).filter(breakdown="all")
    notes = dict(figures.group_by("measure").agg(pl.col("note").unique()).iter_rows())
    assert notes["children_took_part"] == [""] and notes["escalations_raised"] == [""]
    assert notes["children_with_pep"] == ["not supplied"]


def test_councils_are_counted_each_by_itself(tmp_path: Path) -> None:
    councils = write_councils(tmp_path, 3, 200)
    alone = [counted(council) for council in councils]
    assert not alone[0].equals(alone[1])
    with counting_processes() as processes:
        assert count_all(tmp_path, processes) == sum(figures.height for figures in alone)


def test_the_work_says_its_seconds_and_its_memory(tmp_path: Path) -> None:
    write_councils(tmp_path, 2, 100)
    for work in ("lag", "count"):
        command = [sys.executable, "-m", "kit.bench.counting", str(tmp_path), work]
        done = subprocess.run(command, cwd=CHECKOUT, capture_output=True, text=True, encoding="utf-8", check=True)
        said = json.loads(done.stdout)
        assert set(said) == {"seconds", "found", "bytes"} and said["found"] > 0


@pytest.mark.skipif(not os.environ.get("KIT_FUZZ"), reason="make bench runs this part whole")
def test_the_part_says_what_was_measured_and_against_which_limits(tmp_path: Path) -> None:
    lines = national(Bench(tmp_path, 1, lambda _: None, 0.001))
    assert [(line.unit, line.limit) for line in lines] == [
        ("s", ""),
        ("s", ""),
        ("times", "at most 40"),
        ("times", "at most 11"),
        ("GB", "at most 4"),
    ]
    assert lines[1].how.endswith("measures supplied") and all(line.value for line in lines)
