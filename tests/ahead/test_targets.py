"""What a target takes: by the exact share, with what is left of the year, and a chance only from many years."""

from dataclasses import replace
from datetime import date
from statistics import mean, stdev

import pytest
from scipy import stats

from kit.ahead.targets import allowed, chance_of, target_lines
from kit.figures.figure import Figure
from kit.measures.headers import load_measures
from kit.settings.targets import Target
from kit.years import ReportingYear, reporting_year

ON_TIME, REMANDED = load_measures()["reviews_on_time"], load_measures()["children_remanded"]
BOARD = Target(98, "the board")
SHARES = (97.4, 95.5, 97.3, 98.3, 97.0, 95.8)


def figure(year: int, numerator: int, denominator: int, up_to: str = "") -> Figure:
    value = 100 * numerator / denominator
    return Figure("reviews_on_time", year, "all", "all", numerator, denominator, value, None, None, "%", "", up_to)


@pytest.mark.parametrize(
    ("target", "cases", "most"),
    [(98, 1373, 27), (98, 1400, 28), (98, 1399, 27), (99.9, 1000, 1), (97.3, 1000, 27), (100, 50, 0), (0, 50, 50)],
)
def test_so_many_may_fall_short_of_the_exact_share(target: float, cases: int, most: int) -> None:
    assert allowed(ON_TIME, Target(target, "the board"), cases) == most


def test_of_a_share_that_is_to_be_low_so_many_may_be_counted() -> None:
    assert allowed(replace(REMANDED, better="lower"), Target(2, "the board"), 149) == 2


def test_what_is_printed_as_the_target_does_not_meet_it() -> None:
    (line, *_) = target_lines(ON_TIME, BOARD, [figure(2021, 1316, 1373)], reporting_year(2021))
    assert line == (
        "Reviews held on time, 2020-21: of 1,373 the target of 98% allows 27 to fall short. 57 did, so it was not met. "
        "28 would be 97.96%, which is printed as 98.0% and does not meet it."
    )
    (line, *_) = target_lines(ON_TIME, BOARD, [figure(2021, 1345, 1373)], reporting_year(2021))
    assert "28 did, so it was not met." in line
    (line, *_) = target_lines(ON_TIME, BOARD, [figure(2021, 1346, 1373)], reporting_year(2021))
    assert "27 did, so it was met." in line


def test_in_a_part_of_a_year_it_says_how_many_of_those_to_come() -> None:
    half = ReportingYear(2021, date(2020, 9, 30))
    lines = target_lines(ON_TIME, BOARD, [figure(2021, 680, 700, "30 September")], half)
    # 183 days have passed and 182 are left: 696 more, of 1,396 27 may fall short, and 20 have.
    assert lines[0].endswith(
        "of 700 the target of 98% allows 14 to fall short. 20 did so far. To meet it, at most 7 of about 696 still to "
        "come may fall short (as many a day as up to now)."
    )
    assert lines[1].startswith("It cannot be tried on an earlier year")
    lines = target_lines(ON_TIME, BOARD, [figure(2021, 650, 700, "30 September")], half)
    assert lines[0].endswith("the target cannot be met any more.")


def test_a_chance_needs_five_years_and_shows_what_it_would_have_been() -> None:
    figures = [figure(2016 + n, round(share * 10), 1000) for n, share in enumerate(SHARES)]
    lines = target_lines(ON_TIME, BOARD, figures, reporting_year(2021))
    assert "about 2 years of 10" in lines[1]
    assert lines[2] == (
        "Before, it would have been: 2018-19 about 2 years of 10 (met); 2019-20 about 3 years of 10 (not met); 2020-21 "
        "about 2 years of 10 (not met). Its range for 8 of 10 years held in 3 of 3."
    )
    lines = target_lines(ON_TIME, BOARD, figures[2:], reporting_year(2021))
    assert lines[1:] == ["How likely a next year is to meet it is not said: that needs 5 or more loaded years."]


@pytest.mark.parametrize("wanted", [90, 95, 96.9, 98, 99.5])
@pytest.mark.parametrize("number", [3, 5, 6])
def test_the_chance_is_students_t_of_the_years(wanted: float, number: int) -> None:
    values = SHARES[:number]
    spread = stdev(values) * (1 + 1 / number) ** 0.5
    oracle = stats.t.sf((wanted - mean(values)) / spread, number - 1)
    assert chance_of(values, wanted, "higher") == pytest.approx(oracle, abs=1e-6)
    assert chance_of(values, wanted, "lower") == pytest.approx(1 - oracle, abs=1e-6)


def test_years_that_are_all_the_same_give_no_chance() -> None:
    assert chance_of([98, 98, 98, 98, 98], 98, "higher") is None


@pytest.mark.parametrize(("note", "why"), [("suppressed", "is hidden"), ("not supplied", "is not there")])
def test_a_year_without_a_figure_says_so(note: str, why: str) -> None:
    none = Figure("reviews_on_time", 2021, "all", "all", None, None, None, None, None, "%", note)
    assert target_lines(ON_TIME, BOARD, [none], reporting_year(2021)) == [
        f"Reviews held on time, 2020-21: what the target takes is not said, as the figure {why}."
    ]


def test_it_shows_as_many_places_as_it_takes_to_see_that_the_target_is_not_met() -> None:
    (line, *_) = target_lines(ON_TIME, BOARD, [figure(2021, 1287, 1348)], reporting_year(2021))
    assert line.endswith("27 would be 97.997%, which is printed as 98.0% and does not meet it.")
