"""Slips in what children sent through apps and said on forms: how each is planted, and in which years.

Each takes a row of its own by its own stream, and leaves the children of other slips alone.
"""

from datetime import timedelta

from kit.sample.days import months_after, shown
from kit.sample.draws import shuffled, whole
from kit.sample.slips.slips import UNKNOWN_CHILDREN, Desk, Row, Slip, parsed


def submitted_twice(desk: Desk, kind: str, year: int) -> Slip:
    """Plant a submission that is there twice."""
    row = _row(desk, "app_use", year)
    desk.insert_after("app_use", year, row, dict(row))
    return _slip(desk, kind, "app_use", year, row, "submitted_date")


def submitted_in_the_future(desk: Desk, kind: str, year: int) -> Slip:
    """Plant a submission with the year mistyped."""
    row = _row(desk, "app_use", year)
    row["submitted_date"] = shown(months_after(parsed(row["submitted_date"]), 24))
    return _slip(desk, kind, "app_use", year, row, "submitted_date")


def app_use_of_unknown_child(desk: Desk, kind: str, year: int) -> Slip:
    """Plant a submission of a child whom the return does not know."""
    row = _row(desk, "app_use", year)
    row["child_id"] = str(UNKNOWN_CHILDREN + whole(desk.rng, 200_000, 299_999))
    return _slip(desk, kind, "app_use", year, row, "child_id")


def answered_otherwise(desk: Desk, kind: str, year: int) -> Slip:
    """Plant an answer that the form does not offer."""
    row = _row(desk, "feedback", year)
    row["answer"] = "sometimes"
    return _slip(desk, kind, "feedback", year, row, "answer")


def feedback_in_the_future(desk: Desk, kind: str, year: int) -> Slip:
    """Plant an answer dated after the export."""
    row = _row(desk, "feedback", year)
    row["feedback_date"] = shown(months_after(parsed(row["feedback_date"]) + timedelta(1), 24))
    return _slip(desk, kind, "feedback", year, row, "feedback_date")


def _row(desk: Desk, extract: str, year: int) -> Row:
    """Return a row drawn at random that no slip has touched: of a child with one row of the day alone."""
    rows = desk.tables[extract, year]
    for row in shuffled(desk.rng, rows):
        day = next(row[column] for column in ("submitted_date", "feedback_date") if column in row)
        alike = sum(row["child_id"] == each["child_id"] and day in each.values() for each in rows)
        touched = int(row["child_id"]) >= UNKNOWN_CHILDREN
        if alike == (1 if extract == "app_use" else 4) and not touched and row.get("answer") != "sometimes":
            return row
    raise AssertionError(f"no row of {extract} {year} is left")


def _slip(desk: Desk, kind: str, extract: str, year: int, row: Row, column: str) -> Slip:
    day = row["submitted_date"] if extract == "app_use" else row["feedback_date"]
    return Slip(kind, extract, year, row["child_id"], parsed(day), column)


PLANTED = (
    ("submission twice", {2018: 1, 2020: 1, 2021: 2}, submitted_twice),
    ("submission in the future", {2021: 1}, submitted_in_the_future),
    ("submission of an unknown child", {2020: 1, 2021: 1}, app_use_of_unknown_child),
    ("feedback answered otherwise", {2020: 2}, answered_otherwise),
    ("feedback in the future", {2021: 1}, feedback_in_the_future),
)
