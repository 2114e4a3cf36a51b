"""What the sample's report calls a change, and over how many years."""

import pytest

from kit.report.opening import open_report
from kit.report.report import Report


@pytest.fixture(scope="module")
def report() -> Report:
    return open_report("sample", 2021)


@pytest.mark.parametrize(
    ("measure", "year", "two_years"),
    [
        (
            "reviews_on_time",
            "1.2 percentage points lower than the year before: a difference within what chance would give.",
            "One year's fall could be chance; the fall from 98.3% in 2018-19 is more than chance would give.",
        ),
        (
            "children_reviewed_on_time",
            "3.6 percentage points lower than a year before: a difference within what chance would give.",
            "One year's fall could be chance; the fall from 95.8% in 2018-19 is more than chance would give.",
        ),
    ],
)
def test_a_sentence_says_which_step_is_more_than_chance(
    report: Report, measure: str, year: str, two_years: str
) -> None:
    said = report.headline(measure).plain()
    assert f"{year} {two_years}" in said
