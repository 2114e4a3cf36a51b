"""What a report says for a council of which little is known: a first year alone, or much that is hidden."""

from kit.chapters.content import Content, Notice, Passage
from kit.chapters.summary import Summary
from kit.report.page import REPORT, pages
from kit.report.report import Report
from kit.years import reporting_year
from tests.lib.made_up_figures import MEASURES, absent, figures, report, row, some_rows
from tests.lib.made_up_notebooks import chapter


def first_year():
    rows = [r for r in some_rows() if r["year"] == 2021]
    return report(rows, years=(reporting_year(2021),))


def test_a_first_year_is_not_said_to_have_had_no_change() -> None:
    page = first_year().summary()
    assert isinstance(page, Summary)
    said = page.plain()
    assert "2020-21 is the first year" in page.lead.plain()
    assert [(one.title, one.none) for one in page.lists] == [
        ("What changed", "No earlier year is loaded, so that no change is known.")
    ]
    assert "by more than chance" not in page.lists[0].none and "got better" not in said
    assert not any(tag.text == "Not tested" for one in page.rows for tag in one.verdict)


def test_a_first_year_says_once_that_nothing_is_compared_and_draws_no_line_of_one_point() -> None:
    alone = first_year()
    passage = alone.passage(*MEASURES)
    assert "No earlier year is loaded" not in passage.plain()
    assert "No earlier year is loaded" in alone.headline("reviews_on_time").plain()
    assert alone.lines(*MEASURES).plain() == ""
    assert report().lines("reviews_on_time").plain() != ""


def test_what_a_passage_hides_is_one_line() -> None:
    shown = [row("children_looked_after", y, 449) for y in (2020, 2021)]
    names = ("reviews_on_time", "escalations_raised")
    hidden = [absent(name, y, "suppressed") for name in names for y in (2020, 2021)]
    passage = report([*shown, *hidden]).passage("reviews_on_time", "children_looked_after", "escalations_raised")
    assert isinstance(passage, Passage)
    notices = [part.text for part in passage.parts if isinstance(part, Notice)]
    titles = [MEASURES[name].title for name in names]
    assert notices == [
        f"{titles[0]} and {titles[1][:1].lower()}{titles[1][1:]}: not shown, as small numbers could identify a child."
    ]
    assert passage.title.startswith(MEASURES["children_looked_after"].title)


def test_a_hidden_year_before_is_hidden_in_the_table_and_not_blank() -> None:
    rows = [absent("reviews_on_time", 2020, "suppressed"), row("reviews_on_time", 2021, 90, 100)]
    page = report(rows).summary()
    assert isinstance(page, Summary)
    (one,) = [r for r in page.rows if r.figure.measure == "reviews_on_time"]
    assert (one.then, one.now, one.change) == ("hidden", "90.0%", "")


def test_what_nothing_is_supplied_of_is_one_line_of_its_chapter_and_none_first() -> None:
    none = [absent("escalations_raised", y, "not supplied") for y in (2020, 2021)]
    shown = [row("children_looked_after", y, n) for y, n in ((2020, 480), (2021, 449))]
    made = report([*none, *shown])
    absent_one, known = made.passage("escalations_raised"), made.passage("children_looked_after")
    assert absent_one.plain().endswith("We do not have this figure. It is not zero.")
    title = MEASURES["escalations_raised"].title
    assert f"Not supplied: {title[:1].lower()}{title[1:]}." in second_chapter(made, absent_one, known)
    assert f"{title}: not supplied" not in second_chapter(made, absent_one, known)
    assert f"{title}: not supplied" in second_chapter(made, absent_one)


def second_chapter(made: Report, *pieces: Content) -> str:
    """Return the report of a summary and one more chapter."""
    summary = ("00_start_here", chapter(made, "# Start", made.summary()))
    return pages(figures(), [summary, ("02_x", chapter(made, "# A chapter", *pieces))])[REPORT]  # type: ignore[arg-type]
