"""`python -m kit check`: the table, the lists to send, and an exit code; values are in the lists alone."""

import csv
import json
import os
import stat
import subprocess
import sys
from pathlib import Path

import fastexcel
import pytest

from kit.paths import CHECKOUT, Places
from kit.worklists.check_files import check_files
from tests.lib.small_councils import put, put_bytes, small_council

SECRET = "=never"
BAD_REVIEWS = [
    "0091001,01/06/2010,20/06/2020,PN1",
    f"0091001,01/06/2010,{SECRET},PN1",
    "0091001,01/06/2010,20/06/2020,PN9",
]


def run(places: Places, *arguments: str, command: str = "check") -> subprocess.CompletedProcess[str]:
    clean = {name: value for name, value in os.environ.items() if not name.startswith("KIT_")}
    options = ["--council", places.council, "--data", str(places.data), "--params", str(places.params), *arguments]
    return subprocess.run(
        [sys.executable, "-m", "kit", command, *options],
        cwd=CHECKOUT,
        env=clean,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )


def listed(places: Places, year: int = 2021) -> list[dict[str, str]]:
    with (places.problems / str(year) / "problems.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def own_rules(rows: list[dict[str, str]]) -> list[dict[str, str]]:
    """Return the rows that a rule of the kit's own lists, without those of the DfE's rules."""
    return [row for row in rows if not row["rule"].startswith("dfe_")]


def sheet(places: Places, name: str) -> list[dict[str, str]]:
    book = fastexcel.read_excel(places.problems / "2021" / "problems.xlsx")
    return book.load_sheet(name, dtypes="string").to_polars().to_dicts()


def test_a_good_year_exits_0_and_says_what_became_of_every_file(tmp_path: Path) -> None:
    places = small_council(tmp_path, (2021,))
    done = run(places, "--year", "2021")
    assert (done.returncode, "STOPS THE" in done.stdout) == (0, False), done.stderr
    assert "rows in" in done.stdout and "episodes.csv" in done.stdout
    assert own_rules(listed(places)) == []


def test_a_bad_year_exits_1_with_where_and_what_to_do_and_no_value(tmp_path: Path) -> None:
    places = small_council(tmp_path)
    put(places, 2021, "reviews.csv", BAD_REVIEWS, "reviews")
    done = run(places, "--year", "2021")
    assert done.returncode == 1
    assert "reviews.csv (2021), row 3, REVIEW: not a date. Use dd/mm/yyyy." in done.stderr
    assert "STOPS THE" in done.stdout and "never" not in done.stdout + done.stderr
    assert not places.extracts.exists()
    assert [p.name for p in places.problems.iterdir()] == ["2021"]
    assert {p.name for p in (places.problems / "2021").iterdir()} == {"problems.csv", "problems.xlsx"}


def test_a_known_problem_is_good_enough(tmp_path: Path) -> None:
    places = small_council(tmp_path)
    put(places, 2021, "reviews.csv", BAD_REVIEWS, "reviews")
    places.council_params.mkdir(parents=True)
    (places.council_params / "2021.yml").write_text(
        "known_problems: [{rule: not_a_date, rows: 1, reason: Lost in the move}]", encoding="utf-8"
    )
    done = run(places, "--year", "2021")
    assert done.returncode == 0, done.stderr
    assert "Lost in the move" in " ".join(done.stdout.replace("│", " ").split())


@pytest.mark.parametrize("arguments", [[], ["--year", "21"], ["--year", "2019"], ["--yaer", "2021"]])
def test_wrong_use_exits_2(tmp_path: Path, arguments: list[str]) -> None:
    done = run(small_council(tmp_path), *arguments)
    assert done.returncode == 2 and "Traceback" not in done.stderr


def test_every_listed_row_names_its_child_also_when_it_was_left_out(tmp_path: Path) -> None:
    places = small_council(tmp_path)
    put(places, 2021, "reviews.csv", BAD_REVIEWS, "reviews")
    check_files(places, 2021)
    reviews = [row for row in listed(places) if row["file"] == "reviews.csv"]
    found = {(row["row"], row["rule"]): row for row in reviews}
    own = [("2", "duplicate_row"), ("3", "not_a_date"), ("4", "dfe_167"), ("4", "review_outside_care")]
    assert set(own) <= set(found)
    assert {row["child_id"] for row in found.values()} == {"0091001"}
    bad = found["3", "not_a_date"]
    assert (bad["column"], bad["value"], bad["what_to_do"]) == ("REVIEW", f"'{SECRET}", "Use dd/mm/yyyy.")


def test_the_workbook_has_a_sheet_to_send_and_one_with_the_rules(tmp_path: Path) -> None:
    places = small_council(tmp_path)
    put(places, 2021, "reviews.csv", BAD_REVIEWS, "reviews")
    check_files(places, 2021)
    rows = sheet(places, "Problems")
    assert len(rows) == len(listed(places))
    (bad,) = [row for row in rows if row["Rule"] == "not_a_date"]
    assert (bad["File"], bad["Row in Excel"], bad["Child"], bad["Value"]) == ("reviews.csv", "3", "0091001", SECRET)
    rules = {row["Rule"]: row for row in sheet(places, "Rules")}
    assert set(rules) == {row["Rule"] for row in rows}
    assert rules["not_a_date"]["Stops the report"] == "yes" and rules["not_a_date"]["How it moves the figures"]


@pytest.mark.skipif(os.name != "posix", reason="Windows has no such rights")
def test_the_lists_can_be_read_by_their_owner_only(tmp_path: Path) -> None:
    places = small_council(tmp_path)
    check_files(places, 2021)
    folder = places.problems / "2021"
    modes = {p.name: stat.S_IMODE(p.stat().st_mode) for p in (folder, *folder.iterdir())}
    assert modes == {"2021": 0o700, "problems.csv": 0o600, "problems.xlsx": 0o600}


def test_a_file_that_cannot_be_read_is_said_and_the_others_are_listed(tmp_path: Path) -> None:
    places = small_council(tmp_path)
    put(places, 2021, "reviews.csv", BAD_REVIEWS, "reviews")
    put_bytes(places, 2021, "episodes.csv", b"")
    done = run(places, "--year", "2021")
    assert done.returncode == 1 and "Traceback" not in done.stderr
    assert "episodes.csv (2021): is empty." in done.stderr and "row 3, REVIEW" in done.stderr
    # Every review would be outside care, as there is no episode.
    assert {row["rule"] for row in own_rules(listed(places))} == {"duplicate_row", "not_a_date"}


def test_a_check_of_a_bad_year_leaves_the_last_good_extracts(tmp_path: Path) -> None:
    places = small_council(tmp_path)
    check_files(places, 2021)
    before = {p.relative_to(places.extracts): p.read_bytes() for p in places.extracts.rglob("*") if p.is_file()}
    put(places, 2021, "reviews.csv", BAD_REVIEWS, "reviews")
    assert check_files(places, 2021).faults
    assert before == {p.relative_to(places.extracts): p.read_bytes() for p in places.extracts.rglob("*") if p.is_file()}


def test_two_checks_write_the_same_bytes(tmp_path: Path) -> None:
    places = small_council(tmp_path)
    put(places, 2021, "reviews.csv", BAD_REVIEWS, "reviews")
    written = []
    for _ in range(2):
        check_files(places, 2021)
        written.append([p.read_bytes() for p in sorted((places.problems / "2021").iterdir())])
    assert written[0] == written[1]


def test_the_problems_command_keeps_its_columns_and_a_manifest_its_files(tmp_path: Path) -> None:
    places = small_council(tmp_path)
    check_files(places, 2021)
    done = run(places, "--year", "2021", command="problems")
    assert done.stdout.splitlines()[0] == "extract,year,file,row,column,rule,value,message"
    manifest = json.loads((places.extracts / "reviews" / "year=2021" / "manifest.json").read_text(encoding="utf-8"))
    assert [entry["file"] for entry in manifest["files"]] == ["reviews.csv"]
