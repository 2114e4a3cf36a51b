"""The bench measures what it says, on returns in which there is nothing to find."""

import io
import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import polars as pl
import pytest
from rich.console import Console

from kit.bench.returns import COUNCIL, YEARS, spoil_reviews, write_returns
from kit.bench.running import Line, keep, machine, run_bench
from kit.check import check_files
from kit.places import CHECKOUT, Places
from kit.showing import bench_table


def test_made_up_returns_have_their_rows_and_no_problem(tmp_path: Path) -> None:
    files = write_returns(tmp_path, 400)
    rows = {path: pl.read_csv(path, infer_schema=False).height for path in files}
    assert sum(n for path, n in rows.items() if path.stem == "reviews") == 400
    assert sum(n for path, n in rows.items() if path.stem == "header") == 200
    places = Places(COUNCIL, tmp_path, tmp_path / "params", tmp_path / "reports")
    found = check_files(places, YEARS[-1])
    # The second year has half as many episodes again.
    assert found.faults == () and set(found.problems["rule"]) <= {"count_moved"}


def test_two_rules_list_each_spoilt_review(tmp_path: Path) -> None:
    write_returns(tmp_path, 40)
    spoil_reviews(tmp_path)
    found = check_files(Places(COUNCIL, tmp_path, tmp_path / "params", tmp_path / "reports"), YEARS[-1])
    assert found.problems.filter(extract="reviews").height == 80


def test_made_up_returns_are_the_same_each_time(tmp_path: Path) -> None:
    one, other = (write_returns(tmp_path / name, 40) for name in "ab")
    assert [path.read_bytes() for path in one] == [path.read_bytes() for path in other]


def test_a_stage_says_its_seconds_and_its_memory(tmp_path: Path) -> None:
    write_returns(tmp_path, 40)
    for stage in ("polars alone", "check"):
        command = [sys.executable, "-m", "kit.bench.stages", stage, str(tmp_path)]
        done = subprocess.run(command, cwd=CHECKOUT, capture_output=True, text=True, encoding="utf-8", check=True)
        assert set(json.loads(done.stdout)) == {"seconds", "processor", "bytes"}


def test_what_was_measured_is_kept_with_the_machine(tmp_path: Path) -> None:
    line = Line("a ratio", 5.5, "times", "at most 6", True, "median of 3 runs", 5.4, 5.9)
    path = keep([line], tmp_path, date(2026, 11, 22), machine())
    assert path.name == "2026-11-22.csv"
    (row,) = pl.read_csv(path).to_dicts()
    assert (row["what"], row["value"], row["kept"]) == ("a ratio", 5.5, True) and row["cores"]


def test_a_small_bench_says_all_that_a_whole_one_does(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("KIT_VALIDATOR_PYTHON", raising=False)
    lines = run_bench(lambda _: None, scale=0.001, runs=1)
    assert [line.kept is None for line in lines if line.limit] == [False, False, False, False, True]
    shown = Console(width=200, record=True, file=io.StringIO())
    shown.print(bench_table(lines, machine()))
    assert f"cores {os.cpu_count()}" in shown.export_text()
