"""Columns and extracts that only some councils have: read if they are there, no fault if they are not."""

from pathlib import Path

import polars as pl
import pytest

from kit.counting.figures import load_problems
from kit.extracts import EXTRACTS
from kit.intake.take_in import take_in
from tests.lib.worked import WorkedCouncil, a_council

OPTIONAL = {
    "review_details": ["team"],
    "iros": ["team"],
    "allocations": ["team"],
    "protection_conferences": ["iro_id"],
}
ROWS = {
    "review_details": "child_id | review_date | {}\nSam | 01/06/2020 | {}",
    "iros": "iro_id | fte | {}\none | 1 | {}",
    "allocations": "child_id | iro_id | start_date | {}\nSam | one | 01/06/2020 | {}",
    "protection_conferences": "child_id | kind | due_date | {}\nSam | review | 01/06/2020 | {}",
}


def stored(council: WorkedCouncil, extract: str) -> pl.DataFrame:
    intake = take_in(council.places, 2021)
    return pl.read_parquet(intake.folder / extract / "year=2021" / f"{extract}.parquet")


def faults_of_columns(council: WorkedCouncil) -> list[tuple[str, str]]:
    listed = load_problems(council.places, 2021).filter(pl.col("rule").str.starts_with("column_"))
    return listed.select("extract", "column").rows()


def test_these_columns_are_optional() -> None:
    found = {name: [c.heading for c in extract.columns if c.optional] for name, extract in EXTRACTS.items()}
    assert {name: headings for name, headings in found.items() if headings} == OPTIONAL


@pytest.mark.parametrize("extract", OPTIONAL)
def test_an_optional_column_is_read_if_it_is_there(extract: str, tmp_path: Path) -> None:
    (heading,) = OPTIONAL[extract]
    council = a_council(tmp_path, **{extract: ROWS[extract].format(heading, "North")})
    assert stored(council, extract)[heading].to_list() == ["North"]
    assert faults_of_columns(council) == []


@pytest.mark.parametrize("extract", OPTIONAL)
def test_an_optional_column_that_is_not_there_is_not_supplied_and_no_fault(extract: str, tmp_path: Path) -> None:
    (heading,) = OPTIONAL[extract]
    rows = ROWS[extract].replace(" | {}", "")
    council = a_council(tmp_path, **{extract: rows})
    assert stored(council, extract)[heading].to_list() == [None]
    account = next(a for a in take_in(council.places, 2021).accounts if a.extract == extract)
    assert account.columns_not_supplied == (heading,)
    assert faults_of_columns(council) == []


def test_a_column_that_is_not_optional_is_still_listed_beside_it(tmp_path: Path) -> None:
    council = a_council(tmp_path, iros="iro_id | fte\none | 1", without=["iros.sickness_days"])
    assert faults_of_columns(council) == [("iros", "sickness_days")]


def test_decisions_of_reviews_are_read_and_the_newer_file_holds(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        (2020, 2021),
        decisions="""
        child_id | review_date | decision        | owner         | due_date   | done_date  | files
        Sam      | 01/02/2020  | See the dentist | Social worker | 01/04/2020 |            | 2020
        Sam      | 01/02/2020  | See the dentist | Social worker | 01/04/2020 | 20/04/2020 | 2021
        Sam      | 01/02/2020  | Visit the farm  |               |            |            | 2021
        """,
    )
    rows = stored(council, "decisions")
    assert rows.select("decision", "owner").rows() == [("See the dentist", "Social worker"), ("Visit the farm", None)]
    before = pl.read_parquet(take_in(council.places, 2021).folder / "decisions" / "year=2020" / "decisions.parquet")
    assert before["superseded"].to_list() == [True]
    assert load_problems(council.places, 2021).filter(extract="decisions", rule="column_not_supplied").is_empty()


def test_advocates_and_independent_visitors_are_read(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        advocacy="""
        child_id | kind                | offered_date | started_date | ended_date
        Sam      | Advocate            | 01/05/2020   | 01/06/2020   | 01/09/2020
        Sam      | independent visitor |              | 01/06/2020   |
        Sam      | independent visitor |              | 01/09/2020   |              # told apart by the day of starting
        Sam      | befriender          | 01/05/2020   |              |              # no kind: left out and listed
        """,
    )
    assert stored(council, "advocacy").select("kind", "row").rows() == [
        ("advocate", 2),
        ("independent visitor", 3),
        ("independent visitor", 4),
    ]
    listed = load_problems(council.places, 2021).filter(extract="advocacy")
    assert listed.filter(rule="unknown_code").select("row", "value").rows() == [(5, "befriender")]
