"""What older exports said, as readers see it, and what is hidden of it."""

import polars as pl
import pytest

from kit.chapters.content import Group, Notice, Table
from kit.figures.table import SCHEMA
from kit.protection.small_numbers import protect_earlier
from kit.report.report import Report
from tests.lib.made_up_figures import MEASURES, figures, row

EXPORT = {"breakdown": "reviews", "category": "2021-04-08"}


def frame(*rows: dict) -> pl.DataFrame:
    return pl.DataFrame(rows, schema=SCHEMA, orient="row", strict=False)


def changed(what: str, category: str, number: int | None, note: str = "") -> dict:
    return row("reviews", 2021, number, breakdown=f"2021-04-08 {what}", category=category, value=number, note=note)


def a_report(earlier: pl.DataFrame, differences: pl.DataFrame) -> Report:
    made_up = figures()
    object.__setattr__(made_up, "earlier", earlier)
    object.__setattr__(made_up, "differences", differences)
    return Report(made_up, MEASURES)  # type: ignore[arg-type]


def test_each_export_has_a_row_and_the_newest_is_last() -> None:
    earlier = frame(row("reviews_on_time", 2021, 1200, 1350) | EXPORT, row("reviews_virtual", 2021, 9, 90) | EXPORT)
    differences = frame(
        changed("late_reason", "changed", None, "suppressed"),
        changed("review_date", "changed", 0),
        changed("rows", "added", 17),
        changed("rows", "gone", 0),
    )
    said = a_report(earlier, differences).exports("reviews_on_time")
    assert isinstance(said, Group)
    by_export, what = said.parts
    assert isinstance(by_export, Table) and isinstance(what, Table)
    cells = [[cell.text for cell in line] for line in by_export.rows]
    assert cells[0][:4] == ["2020-21, reviews exported on 8 April 2021", "88.9%", "1,200", "1,350"]
    assert cells[1][:4] == ["2020-21, reviews exported on 20 May 2021 (newest, stands)", "92.3%", "1,262", "1,367"]
    assert [[cell.text for cell in line] for line in what.rows] == [
        ["Rows added", "17"],
        ["Rows gone", "0"],
        ["Rows in which late reason changed", "hidden"],
    ]
    assert what.notes == ("The same in every row that both have: review date.",)
    assert what.caption.endswith("from that exported on 8 April 2021 to that exported on 20 May 2021")


def test_where_no_year_has_an_older_export_one_line_says_so() -> None:
    nothing = pl.DataFrame(schema=SCHEMA)
    said = a_report(nothing, nothing).exports("reviews_on_time")
    assert isinstance(said, Notice)
    assert "no loaded year has an older export" in said.text


@pytest.mark.parametrize(
    ("earlier", "now", "hidden"),
    [
        ((100, 200), (100, 200), False),
        ((100, 200), (106, 206), False),
        ((100, 200), (105, 200), True),  # 5 more are included
        ((100, 200), (100, 205), True),  # 5 more are counted
        ((100, 200), (106, 203), True),  # 3 more are counted
        ((100, 200), (110, 215), True),  # 5 more are not included
        ((5, 200), (100, 200), True),  # small itself
        ((100, 200), (197, 200), True),  # what counts is small
        ((100, None), (104, None), True),
        ((100, None), (106, None), False),
    ],
)
def test_an_older_figure_is_hidden_if_it_or_its_difference_is_small(earlier: tuple, now: tuple, hidden: bool) -> None:
    older = frame(row("m", 2021, *earlier) | EXPORT)
    shown = protect_earlier(older, frame(row("m", 2021, *now)), 5)
    assert (shown["note"].to_list() == ["suppressed"]) == hidden
    assert (shown["value"].to_list() == [None]) == hidden


def test_two_older_exports_are_hidden_together() -> None:
    first = row("m", 2021, 100, 200) | EXPORT
    second = row("m", 2021, 103, 200) | EXPORT | {"category": "2021-04-15"}
    other_year = row("m", 2020, 50, 200) | EXPORT
    now = frame(row("m", 2021, 150, 200), row("m", 2020, 90, 200))
    shown = protect_earlier(frame(first, second, other_year), now, 5)
    assert shown["note"].to_list() == ["suppressed", "suppressed", ""]
