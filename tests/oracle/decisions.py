"""Measures of what reviews decided: done by the next review, and open after it."""

from datetime import date

from tests.oracle.care import Period
from tests.oracle.days import months_after, quarter_label
from tests.oracle.reading import Cells
from tests.oracle.records import Records, day
from tests.oracle.tables import Case
from tests.oracle.year import KnownYear

AGES = {6: "Up to 6 months", 12: "Over 6, up to 12 months"}


def decisions_done_by_next_review(known: KnownYear, records: Records) -> list[Case]:
    """One case per decision whose next review was held in the year; done by that day counts."""
    cases = []
    for row, decided, held in _decided(known, records):
        if held and known.has(held[0]):
            done = day(row, "done_date")
            soon = held[0] <= months_after(decided, 3)
            until = "Up to 3 months" if soon else "Over 3 months"
            groups = {"until_next_review": [until], "quarter": [quarter_label(held[0])]}
            cases.append(Case(done is not None and done <= held[0], groups))
    return cases


def decisions_open_after_review(known: KnownYear, records: Records) -> list[Case]:
    """One case per decision not done on the last day, of a child looked after then, though a review was held since."""
    return [
        Case(groups={"decision_age": [_age(decided, known.last_day)]})
        for row, decided, held in _decided(known, records, known.looked_after_at_the_end())
        if held and day(row, "done_date", known.last_day) is None
    ]


def _decided(
    known: KnownYear, records: Records, periods: list[Period] | None = None
) -> list[tuple[Cells, date, list[date]]]:
    """Return the decisions that a file of the year or a later one has, with the days of the reviews that followed."""
    found = []
    for period in known.periods if periods is None else periods:
        held = sorted(review.held for review, its in known.reviews if its is period)
        for row in records.of("decisions", period.child):
            decided = day(row, "review_date")
            if decided in held and int(row["file's year"]) >= known.year:
                found.append((row, decided, [on for on in held if on > decided]))
    return found


def _age(decided: date, on: date) -> str:
    return next((words for months, words in AGES.items() if on <= months_after(decided, months)), "Over 12 months")
