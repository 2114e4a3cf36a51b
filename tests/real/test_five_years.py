"""Returns that nobody here wrote: they are counted, nothing crashes, and every oddity is in the problems table.

Each test runs on the made-up files of `tests/fixtures/five_years`, and on the five years beside the checkout if any.
"""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import polars as pl
import pytest

from kit.counting.figures import Figures, load_figures, load_problems, load_unprotected_figures
from kit.extracts import EXTRACTS
from kit.intake.take_in import take_in
from kit.measures.breakdowns import BREAKDOWNS
from kit.measures.headers import load_measures
from kit.paths import Places
from tests.intake.test_conservation import conserves_rows
from tests.real.five_years import (
    MADE_UP,
    SOURCE,
    day,
    duplicates,
    last_rows,
    lay_out,
    rows_of,
    years_of,
)

YEAR, AS_AT = 2022, date(2022, 3, 31)
OUT_OF_CARE = ("review_outside_care", "review_of_short_breaks")
# What a council's own extracts or settings alone can say.
NEED_OWN_EXTRACTS = {
    measure.name
    for measure in load_measures().values()
    for need in measure.needs
    if need.partition(".")[0] not in EXTRACTS or not EXTRACTS[need.partition(".")[0]].statutory
}


@dataclass(frozen=True)
class Council:
    """The returns laid out, what the kit makes of them for 2022, and its problems table."""

    places: Places
    figures: Figures
    problems: pl.DataFrame

    def listed(self, rule: str) -> list[tuple[int, int]]:
        """Return (year, Excel row) of every row that a rule lists."""
        return sorted(self.problems.filter(pl.col("rule") == rule).select("year", "row").iter_rows())

    def whole(self, measure: str, year: int = YEAR) -> dict:
        results = self.figures.results
        is_it = (pl.col("measure") == measure) & (pl.col("year") == year) & (pl.col("breakdown") == "all")
        return results.filter(is_it).row(0, named=True)

    def reviews(self) -> dict[tuple[str, ...], tuple[int, int, dict[str, str]]]:
        return last_rows(self.places, "reviews", ("CHILD", "REVIEW"))

    def episodes(self) -> dict[tuple[str, ...], tuple[int, int, dict[str, str]]]:
        return last_rows(self.places, "episodes", ("CHILD", "DECOM"))


def council_of(source: Path, folder: Path) -> Council:
    places = lay_out(source, folder)
    return Council(places, load_unprotected_figures(places, YEAR), load_problems(places, YEAR))


@pytest.fixture(scope="module", params=["made-up", "five years"])
def council(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Council:
    if request.param == "five years" and not SOURCE.is_dir():
        pytest.skip("the five years of returns are not beside this checkout (../shared/data/ssda903-five-years)")
    source = SOURCE if request.param == "five years" else MADE_UP
    return council_of(source, tmp_path_factory.mktemp("real"))


def mostly_of_other_years(reviews: set[tuple[str, str]], year: int) -> bool:
    held = [date(year - 1, 4, 1) <= day(review) <= date(year, 3, 31) for _, review in reviews]
    return len(held) >= 10 and sum(held) * 2 < len(held)


def test_every_year_is_loaded_and_every_row_accounted_for(council: Council) -> None:
    years = years_of(council.places)
    assert years[-1] == YEAR
    assert [y.year for y in council.figures.years] == years
    assert list(council.figures.notes) == [
        f"Most reviews in the reviews file of {year - 1}-{year % 100} were held in other years."
        for year in years
        if mostly_of_other_years({(r["CHILD"], r["REVIEW"]) for r in rows_of(council.places, year, "reviews")}, year)
    ]
    conserves_rows(council.places, YEAR)
    assert {a.year for a in take_in(council.places, YEAR).accounts if a.extract == "reviews"} == set(years)


def test_what_the_return_holds_is_counted_and_what_only_own_extracts_hold_is_not_supplied(council: Council) -> None:
    for name in load_measures():
        if not load_measures()[name].shown:
            continue
        for year in council.figures.years:
            row = council.whole(name, year.year)
            if name in NEED_OWN_EXTRACTS:
                assert (row["note"], row["numerator"], row["denominator"], row["value"]) == (
                    "not supplied", None, None, None,
                ), name  # fmt: skip
            else:
                # The first year has none before it, and a year may lack a file of the return that is no core one.
                silent = load_measures()[name].years_before or load_measures()[name].needs
                assert silent or (row["numerator"] is not None and row["note"] in ("", "no cases")), name
    by = council.figures.results.filter(
        pl.col("breakdown").is_in(["sen_provision", "disability", "mode", "late_reason"])
    )
    assert set(by["note"]) <= {"not supplied"}
    assert council.whole("children_looked_after")["numerator"] > 0
    assert council.whole("reviews_held")["numerator"] > 0


def test_what_may_be_published_has_the_same_rows(council: Council) -> None:
    published = load_figures(council.places, YEAR).results
    key = ["measure", "year", "breakdown", "category"]
    # What names members of staff is internal, and published in no form.
    staff = [breakdown.name for breakdown in BREAKDOWNS.values() if breakdown.internal]
    counted = council.figures.results.filter(~pl.col("breakdown").is_in(staff))
    assert published.select(key).equals(counted.select(key))


def test_duplicates_are_listed_with_their_rows(council: Council) -> None:
    expected = sorted(
        (year, row)
        for year in years_of(council.places)
        for row in duplicates(council.places, year, "reviews", ("CHILD", "REVIEW"))
    )
    assert expected
    reviews = council.problems.filter(pl.col("rule") == "duplicate_row", pl.col("extract") == "reviews")
    assert sorted(reviews.select("year", "row").iter_rows()) == expected


def test_reviews_of_the_future_are_listed_once_in_the_last_file(council: Council) -> None:
    expected = sorted((year, row) for year, row, cells in council.reviews().values() if day(cells["REVIEW"]) > AS_AT)
    assert expected
    assert council.listed("review_after_the_year") == expected


def test_every_review_is_held_in_a_year_or_listed(council: Council) -> None:
    first = council.figures.years[0].first_day
    inside = sum(first <= day(cells["REVIEW"]) <= AS_AT for _, _, cells in council.reviews().values())
    out = council.problems.filter(pl.col("rule").is_in(OUT_OF_CARE))
    left_out = sum(first <= day(value) <= AS_AT for value in out["value"])
    held = sum(council.whole("reviews_held", y.year)["numerator"] for y in council.figures.years)
    assert left_out and held
    assert held + left_out == inside


def test_reviews_of_children_without_an_episode_are_listed(council: Council) -> None:
    known = {child for child, _ in council.episodes()}
    expected = {
        (year, row)
        for (child, _), (year, row, cells) in council.reviews().items()
        if child not in known and day(cells["REVIEW"]) <= AS_AT
    }
    assert expected <= set(council.listed("review_outside_care"))


def test_reviews_of_short_breaks_are_listed_under_their_own_heading(council: Council) -> None:
    breaks = {child for (child, _), (_, _, cells) in council.episodes().items() if cells["LS"] in ("V3", "V4")}
    listed = council.problems.filter(pl.col("rule") == "review_of_short_breaks")
    children = children_of(council, list(listed.select("year", "row").iter_rows()))
    assert children and children <= breaks
    assert not children_of(council, council.listed("review_outside_care")) & breaks


def test_under_4_codes_of_older_children_are_listed_and_left_out(council: Council) -> None:
    out = {(y, r) for rule in (*OUT_OF_CARE, "review_after_the_year") for y, r in council.listed(rule)}
    births = {
        child: day(cells["DOB"]) for (child,), (_, _, cells) in last_rows(council.places, "header", ("CHILD",)).items()
    }
    expected = sorted(
        (year, row)
        for (child, on), (year, row, cells) in council.reviews().items()
        if cells["REVIEW_CODE"] == "PN0" and (year, row) not in out and age(births[child], day(on)) >= 4
    )
    assert expected
    assert council.listed("participation_not_usable") == expected


def test_open_episodes_with_a_reason_are_open_and_listed(council: Council) -> None:
    expected = sorted(
        (year, row) for year, row, cells in council.episodes().values() if not cells["DEC"] and cells["REC"]
    )
    assert expected
    assert council.listed("open_with_reason") == expected


def test_episodes_that_are_open_and_then_gone_are_listed(council: Council) -> None:
    expected = sorted(
        (year, row) for year, row, cells in council.episodes().values() if not cells["DEC"] and year < YEAR
    )
    assert expected
    assert council.listed("left_open_then_gone") == expected


def test_a_mother_written_as_a_decimal_is_listed_and_the_child_used(council: Council) -> None:
    expected = [
        (year, number, "MOTHER", cells["MOTHER"])
        for year in years_of(council.places)
        for number, cells in enumerate(rows_of(council.places, year, "header"), start=2)
        if cells["MOTHER"] not in ("", "0", "1")
    ]
    assert "1.0" in {value for *_, value in expected}
    unknown = council.problems.filter(pl.col("rule") == "unknown_code", pl.col("extract") == "header")
    assert sorted(unknown.select("year", "row", "column", "value").iter_rows()) == expected
    for account in take_in(council.places, YEAR).accounts:
        if account.extract == "header":
            assert account.rows_listed == 0


def test_messages_and_sources_hold_no_value_of_a_cell(council: Council) -> None:
    children = {child for child, _ in council.episodes()}
    said = [*council.problems["message"], *council.figures.notes, *council.figures.sources["extract"]]
    assert not any(child in text for text in set(said) for child in children)


def test_the_made_up_returns_come_out_as_reckoned_by_hand(tmp_path: Path) -> None:
    council = council_of(MADE_UP, tmp_path)
    numbers = {
        name: [council.whole(name, year)["numerator"] for year in (2020, 2021, 2022)]
        for name in ("children_looked_after", "children_started", "children_ceased", "reviews_held")
    }
    assert numbers == {
        # 2020: 501, 502, 505. 2021: 501, 502, 506, as 505 is gone. 2022: 502, 506, as 501 went home in October.
        "children_looked_after": [3, 3, 2],
        "children_started": [3, 1, 0],
        "children_ceased": [0, 0, 1],
        # 501: three, two, none (20 October is after the end). 502: two, two, two (one on 31 March). 505: one, none.
        # 506: two in 2022.
        "reviews_held": [6, 4, 4],
    }
    # 505's after it was gone, 501's after going home, 502's of 2012, and both of 503, who has no episode.
    assert council.listed("review_outside_care") == [(2020, 21), (2022, 8), (2022, 10), (2022, 17), (2022, 18)]
    assert council.listed("review_of_short_breaks") == [(2020, 19)]
    took_part = [council.whole("children_took_part", year) for year in (2020, 2021, 2022)]
    # 2020: 501's PN5 (its duplicate holds), PN7 and PN2, 502's PN4, 505's PN1. 2021: 501's PN5 and PN1, 502's PN6.
    # 2022: 502's PN2.
    assert [(row["numerator"], row["denominator"]) for row in took_part] == [(3, 5), (3, 3), (1, 1)]


def children_of(council: Council, listed: list[tuple[int, int]]) -> set[str]:
    """Return the children of listed rows of reviews."""
    files = {year: rows_of(council.places, year, "reviews") for year in years_of(council.places)}
    return {files[year][row - 2]["CHILD"] for year, row in listed}


def age(born: date, on: date) -> int:
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))
