"""What the law said then: the rule in force in the year reported is beside the figure, and no other."""

from datetime import date
from pathlib import Path

import pytest

from kit.chapters.text.council_words import with_council_words
from kit.counting.figures import load_figures
from kit.measures.headers import load_measures
from kit.measures.law import Timescale, in_force, statutory_timescales
from kit.measures.law_in_words import amount, changes, limits, remarks
from kit.report.report import Report
from kit.years import ReportingYear, reporting_year
from tests.lib.worked import a_council

LAW = statutory_timescales()
OLD, NEW = "28 calendar days", "20 working days"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("law")


def beside(folder: Path, year: int, measure: str, years: tuple[int, ...], settings: str = "") -> dict[str, str]:
    """Return what is beside a measure's figures in the report of a small council for `year`."""
    council = a_council(
        folder / f"{year}-{years[0]}-{measure}-{len(settings)}",
        years,
        settings=settings,
        episodes="""
            CHILD | DECOM
            Sam   | 01/06/2008
        """,
        reviews="""
            CHILD | REVIEW
            Sam   | 01/07/2008
        """,
    )
    figures = load_figures(council.places, year)
    return dict(
        Report(figures, with_council_words(load_measures(), figures.settings, figures.years)).definition(measure).items
    )


@pytest.mark.parametrize(
    ("year", "said", "unsaid", "source"),
    [
        (2010, OLD, NEW, "Review of Children's Cases Regulations 1991"),
        (2011, OLD, NEW, "Review of Children's Cases Regulations 1991"),
        (2012, NEW, OLD, "Care Planning, Placement and Case Review (England) Regulations 2010"),
        (2021, NEW, OLD, "Care Planning, Placement and Case Review (England) Regulations 2010"),
    ],
)
def test_a_report_names_the_rule_in_force_in_its_year(
    folder: Path, year: int, said: str, unsaid: str, source: str
) -> None:
    items = beside(folder, year, "reviews_on_time", (year - 1, year))
    first = items["Timescale: first review"]
    assert first == f"{said} after the period of care starts. Source: {first.partition('Source: ')[2]}"
    assert source in first
    reviews = " ".join(text for term, text in items.items() if "adoption" not in term)
    assert unsaid not in reviews
    other = "1991" if "2010" in source else "Regulations 2010"
    assert other not in " ".join(text for term, text in items.items() if term.startswith("Timescale"))


def test_2020_21_carries_its_note_and_no_other_year_does(folder: Path) -> None:
    items = beside(folder, 2021, "reviews_on_time", (2019, 2020, 2021))
    note = items["In 2020-21"]
    assert "From 24 April to 25 September 2020 the law (SI 2020/445) gave more time for later reviews" in note
    years = [reporting_year(y) for y in range(2018, 2024)]
    assert set(remarks(["later_review"], LAW, years)) == {2021}
    # What is counted did not change with it: the year stays like others.
    assert changes(["later_review"], LAW, years) == {}
    # Up to 23 April, the year knows nothing of it.
    assert remarks(["later_review"], LAW, [ReportingYear(2021, date(2020, 4, 23))]) == {}


def test_a_change_of_law_between_loaded_years_is_a_break_that_repeats_no_old_amount() -> None:
    years = [reporting_year(y) for y in (2010, 2011, 2012)]
    (told,) = changes(["first_review"], LAW, years).items()
    assert told[0] == 2012
    assert "from 1 April 2011" in told[1] and "regulation 33(1)" in told[1]
    assert OLD not in told[1]
    assert changes(["first_review"], LAW, years[2:]) == {}


def test_the_councils_own_limit_says_who_set_it_and_what_it_replaces(folder: Path) -> None:
    own = "timescales:\n  record_sent: {amount: 21, unit: calendar days, set_by: the Panel}\n"
    items = beside(folder, 2021, "records_sent_on_time", (2021,), own)
    assert items["Timescale: record of a review sent"] == (
        "21 calendar days after the review. Set by: the Panel, in place of 20 working days "
        "(IRO Handbook (2010); a council may set its own)."
    )
    assert items["Included when"] == (
        "The record was sent within 21 calendar days of the review; a blank day is not sent, and one before the "
        "review, which is listed, is within."
    )


def test_where_a_rule_changes_within_the_year_both_are_said() -> None:
    scales = {
        "record_sent": (
            Timescale(20, "working days", "A", None, "record sent", "the review"),
            Timescale(21, "calendar days", "B", date(2020, 10, 1), "record sent", "the review"),
        )
    }
    year = reporting_year(2021)
    assert amount("record_sent", scales, year) == (
        "20 working days, and 21 calendar days for what started on 1 October 2020 or later"
    )
    assert limits(["record_sent"], scales, year) == [
        (
            "Timescale: record sent",
            "20 working days after the review. Source: A. From 1 October 2020: 21 calendar days after the review. "
            "Source: B.",
        )
    ]
    assert amount("record_sent", scales, reporting_year(2020)) == "20 working days"
    assert amount("record_sent", scales, reporting_year(2022)) == "21 calendar days"


def test_a_rule_holds_from_its_day_to_the_day_before_the_next() -> None:
    rule = LAW["first_review"]
    assert [v.amount for v in in_force(rule, date(2011, 3, 31), date(2011, 3, 31))] == [28]
    assert [v.amount for v in in_force(rule, date(2011, 4, 1), date(2011, 4, 1))] == [20]
    assert [v.amount for v in in_force(rule, date(2011, 3, 31), date(2011, 4, 1))] == [28, 20]
    assert in_force(LAW["adoption_first_review"], date(2005, 4, 1), date(2005, 12, 29)) == ()
    assert amount("nothing", LAW, reporting_year(2021)) == "the timescale"
