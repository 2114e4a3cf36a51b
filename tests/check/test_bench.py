"""The bench measures what it says, on returns in which there is nothing to find."""

import json
import subprocess
import sys
from datetime import date
from pathlib import Path

import polars as pl

from kit.bench.returns import COUNCIL, YEARS, write_returns
from kit.bench.running import Line, keep
from kit.check import check_files
from kit.places import CHECKOUT, Places


def test_made_up_returns_have_their_rows_and_no_problem(tmp_path: Path) -> None:
    files = write_returns(tmp_path, 400)
    rows = {path: pl.read_csv(path, infer_schema=False).height for path in files}
    assert sum(n for path, n in rows.items() if path.stem == "reviews") == 400
    assert sum(n for path, n in rows.items() if path.stem == "header") == 200
    places = Places(COUNCIL, tmp_path, tmp_path / "params", tmp_path / "reports")
    found = check_files(places, YEARS[-1])
    # The second year has half as many episodes again.
    assert found.faults == () and set(found.problems["rule"]) <= {"count_moved"}


def test_made_up_returns_are_the_same_each_time(tmp_path: Path) -> None:
    one, other = (write_returns(tmp_path / name, 40) for name in "ab")
    assert [path.read_bytes() for path in one] == [path.read_bytes() for path in other]


def test_a_stage_says_its_seconds_and_its_memory(tmp_path: Path) -> None:
    write_returns(tmp_path, 40)
    for stage in ("polars alone", "check"):
        command = [sys.executable, "-m", "kit.bench.stages", stage, str(tmp_path)]
        done = subprocess.run(command, cwd=CHECKOUT, capture_output=True, text=True, encoding="utf-8", check=True)
        assert set(json.loads(done.stdout)) == {"seconds", "bytes"}


def test_what_was_measured_is_kept_with_the_machine(tmp_path: Path) -> None:
    path = keep([Line("a ratio", 5.5, "times", "at most 6", True, "median of 3 runs")], tmp_path, date(2026, 11, 22))
    assert path.name == "2026-11-22.csv"
    (row,) = pl.read_csv(path).to_dicts()
    assert (row["what"], row["value"], row["kept"]) == ("a ratio", 5.5, True) and row["cores"]
