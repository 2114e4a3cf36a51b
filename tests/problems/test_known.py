"""A problem that stops the report, unless the year's file knows it: the rule, exactly so many rows, and a reason."""

from pathlib import Path

import polars as pl
import pytest

from kit.counting.figures import load_figures, load_problems, load_unprotected_figures
from kit.errors import KitError
from kit.intake.take_in import take_in
from kit.measures.headers import load_measures
from kit.paths import Places
from kit.problems.known import Stopped
from kit.report.report import Report
from kit.settings.load import load_settings
from tests.lib.small_councils import put, small_council

BAD_REVIEWS = ["1001,01/06/2010,20/06/2020,PN1", "1001,01/06/2010,2020-09-31,PN1", "1002,soon,22/06/2020,PN3"]
BAD_EPISODES = ["1001,01/06/2020,S,C2,N1,U6,PR1,?,,,,,", "1002,03/06/2020,S,V2,N1,K2,PR1,,,,,,"]


def spoilt(folder: Path, known: str = "", year: int = 2021) -> Places:
    """Return a council with two dates of reviews that cannot be read, and what its year's file says."""
    places = small_council(folder, (2021,))
    put(places, 2021, "reviews.csv", BAD_REVIEWS, "reviews")
    if known:
        places.council_params.mkdir(parents=True)
        (places.council_params / f"{year}.yml").write_text(f"known_problems:\n{known}\n", encoding="utf-8")
    return places


def entry(rows: int, rule: str = "not_a_date", reason: str = "The register is lost.") -> str:
    return f"- {{rule: {rule}, rows: {rows}, reason: {reason}}}"


def messages(places: Places, year: int = 2021) -> str:
    with pytest.raises(KitError) as stopped:
        load_unprotected_figures(places, year)
    return "\n".join(stopped.value.messages)


def test_a_date_that_is_none_stops_figures_extracts_and_report(tmp_path: Path) -> None:
    places = spoilt(tmp_path)
    said = messages(places)
    assert said.splitlines() == [
        "reviews.csv (2021), row 3, REVIEW: not a date. Use dd/mm/yyyy.",
        "reviews.csv (2021), row 4, DOB: not a date. Use dd/mm/yyyy.",
    ]
    assert not places.extracts.exists() and not places.results.exists()


def test_a_known_problem_with_its_number_of_rows_does_not_stop(tmp_path: Path) -> None:
    places = spoilt(tmp_path, entry(2))
    reviews = load_unprotected_figures(places, 2021).results.filter(
        pl.col("measure") == "reviews_held", pl.col("breakdown") == "all"
    )
    # The row without a day of its review is left out; that with a wrong date of birth counts.
    assert reviews["numerator"].to_list() == [2]
    assert load_problems(places, 2021).filter(pl.col("rule") == "not_a_date").height == 2


@pytest.mark.parametrize("rows", [1, 3])
def test_another_number_of_rows_stops_and_both_numbers_are_said(tmp_path: Path, rows: int) -> None:
    said = messages(spoilt(tmp_path, entry(rows)))
    assert f"{rows} rows of not_a_date are said to be known, but there are 2." in said
    assert "2021.yml" in said and "row 3, REVIEW" in said


def test_an_entry_whose_rows_were_corrected_stops_until_it_is_taken_out(tmp_path: Path) -> None:
    places = spoilt(tmp_path, entry(2))
    put(places, 2021, "reviews.csv", BAD_REVIEWS[:1], "reviews")
    assert "there are 0. Take the entry out." in messages(places)


def test_figures_kept_before_an_entry_was_taken_out_stop_too(tmp_path: Path) -> None:
    places = spoilt(tmp_path, entry(2))
    load_unprotected_figures(places, 2021)
    (places.council_params / "2021.yml").unlink()
    assert "row 3, REVIEW" in messages(places)
    with pytest.raises(Stopped):
        take_in(places, 2021)


def test_an_episode_whose_end_is_no_date_is_left_out_since_it_would_seem_open(tmp_path: Path) -> None:
    places = small_council(tmp_path, (2021,))
    put(places, 2021, "episodes.csv", BAD_EPISODES, "episodes")
    places.council_params.mkdir(parents=True)
    (places.council_params / "2021.yml").write_text(f"known_problems: [{entry(1)[2:]}]", encoding="utf-8")
    results = load_unprotected_figures(places, 2021).results
    looked_after = results.filter(pl.col("measure") == "children_looked_after", pl.col("breakdown") == "all")
    assert looked_after["numerator"].to_list() == [1]
    settings = load_settings(places, 2021)
    account = next(a for a in take_in(places, 2021, settings.known_problems).accounts if a.extract == "episodes")
    assert (account.rows_in, account.rows_kept, account.rows_superseded, account.rows_listed) == (2, 1, 0, 1)


def test_a_row_with_two_wrong_dates_is_one_row_listed_in_two_cells(tmp_path: Path) -> None:
    places = spoilt(tmp_path, entry(2))
    put(places, 2021, "reviews.csv", [BAD_REVIEWS[0], "1001,never,soon,PN1"], "reviews")
    settings = load_settings(places, 2021)
    account = next(a for a in take_in(places, 2021, settings.known_problems).accounts if a.extract == "reviews")
    assert (account.rows_in, account.rows_kept, account.rows_listed) == (2, 1, 1)


@pytest.mark.parametrize(
    ("known", "said"),
    [
        (entry(2, rule="not_a_dat"), "Did you mean not_a_date?"),
        (entry(2, rule="unknown_code"), "does not stop a report"),
        (entry(0), "whole number from 1"),
        (entry(2, reason="'child 1234567 was never entered'"), "six or more digits"),
        (entry(2, reason="'123 456 7890'"), "six or more digits"),
        (entry(2, reason="' '"), "give the reason in words"),
        ("- {rule: not_a_date, rows: 2}", "give exactly rule, rows, reason"),
        ("- {rule: not_a_date, rows: 2, reason: lost, child: x}", "give exactly rule, rows, reason"),
        ("- not_a_date", "give exactly rule, rows, reason"),
        ("  not_a_date: 2", "write a list"),
        (f"{entry(1)}\n{entry(1)}", "is there twice"),
    ],
)
def test_an_entry_that_cannot_hold_is_refused(tmp_path: Path, known: str, said: str) -> None:
    found = messages(spoilt(tmp_path, known))
    assert said in found and "1234567" not in found
    assert "params/small/2021.yml: known_problems" in found


def test_known_problems_hold_for_the_report_of_their_own_year(tmp_path: Path) -> None:
    places = spoilt(tmp_path, entry(2), year=2020)
    assert "row 3, REVIEW" in messages(places)
    (places.council_params / "council.yml").write_text(f"known_problems:\n{entry(2)}\n", encoding="utf-8")
    assert "Write them into 2021.yml" in messages(places)


def test_the_data_quality_chapter_gives_the_reason_and_the_effect(tmp_path: Path) -> None:
    places = spoilt(tmp_path, entry(2, reason="The register <b> of 2012 is lost"))
    report = Report(load_figures(places, 2021), load_measures())
    words = report.data_quality().plain()
    assert "The register <b> of 2012 is lost. No figure is made" in words
    assert "Then the cell counts as blank" in words
