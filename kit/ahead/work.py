"""The work of the next 13 weeks as tables: by week, beside what is due by law, and by officer, now and before.

No child is in them. Weeks begin on Monday, as those of the due list; the first and the last may be parts of one.
"""

from dataclasses import dataclass
from datetime import date, timedelta

import polars as pl

from kit.ahead.day_of_list import ListedDay
from kit.ahead.expected import QUARTER
from kit.ahead.said import law_line, workload_lines
from kit.ahead.spells import FIRST, LATER, SECOND, Spell
from kit.ahead.workload import Expected, Workload
from kit.text import count, day, decimal

WEEKS_AHEAD = {
    "From": pl.Date(),
    "To": pl.Date(),
    "Due by law": pl.Int64(),
    "Expected": pl.Int64(),
    "In 8 of 10 from": pl.Int64(),
    "to": pl.Int64(),
    "A year before": pl.Int64(),
}
WEEKS_BEFORE = {
    "From": pl.Date(),
    "To": pl.Date(),
    "Expected": pl.Int64(),
    "In 8 of 10 from": pl.Int64(),
    "to": pl.Int64(),
    "Held": pl.Int64(),
    "A year before": pl.Int64(),
}
OFFICERS_AHEAD = {"Officer": pl.String(), "Reviews in 13 weeks": pl.Int64()}
OFFICERS_BEFORE = {"After": pl.Date(), "Officer": pl.String(), "Expected": pl.Int64(), "Held": pl.Int64()}
CONFERENCES = "Conferences due, one a child"
# Those of the next 13 weeks, as the year's own file plans them: who is to chair them, and by when they are due.
CONFERENCES_DUE = """
    SELECT coalesce(iro_id, 'No officer') AS iro, due_date
    FROM protection_conferences
    WHERE year = {year}
        AND due_date > DATE '{as_at}'
        AND due_date <= DATE '{as_at}' + 91
        AND (held_date IS NULL OR held_date > DATE '{as_at}')
"""
# The reviews pending at the end of earlier years, and how many were held of each child in the 13 weeks after.
PENDING_BEFORE = """
    SELECT
        pending_reviews.as_at,
        pending_reviews.iro,
        pending_reviews.rule,
        pending_reviews.from_day,
        pending_reviews.due_day,
        (
            SELECT count(*)
            FROM review_events
            JOIN periods_of_care USING (care_number)
            WHERE periods_of_care.is_newest
                AND periods_of_care.child_id = pending_reviews.child_id
                AND review_events.turn = 1
                AND review_events.day > pending_reviews.as_at
                AND review_events.day <= pending_reviews.as_at + 91
        ) AS held
    FROM pending_reviews
    WHERE pending_reviews.as_at <= DATE '{as_at}' - 91
"""
# As the view of pending reviews says it.
NO_OFFICER = "No officer"
# What each rule lets a child wait for.
WAITS_FOR = {"first": FIRST, "adoption first": FIRST, "second": SECOND, "adoption second": SECOND}


@dataclass(frozen=True)
class Work:
    """The reviews to be held in the next 13 weeks: by week, by officer, and what is said of them. No child.

    `weeks_before` and `officers_before` have what would have been said in each earlier year, and what was held.
    """

    weeks: pl.DataFrame
    officers: pl.DataFrame
    weeks_before: pl.DataFrame
    officers_before: pl.DataFrame
    lines: tuple[str, ...]


def work_ahead(
    pending: pl.DataFrame, before: pl.DataFrame, spells: list[Spell], conferences: pl.DataFrame, of: ListedDay
) -> Work:
    """Return the work ahead of the `pending` reviews and past `spells`; no row if less than a year is loaded before it.

    Each officer has what the children of today will need, and what is of children still to come is a row of its own.
    `before` holds what was pending at the end of earlier years. `conferences` that are due are beside it in a column,
    if there are any; they are not added to reviews.
    """
    first_day = of.years[0].first_day
    workload = Workload(spells, first_day, of.as_at)
    due = pending["due_day"]
    soon, on_the_day, overdue = (
        int(found.sum()) for found in ((due > of.as_at) & (due <= of.as_at + QUARTER), due == of.as_at, due < of.as_at)
    )
    lines = workload_lines(workload, law_line(soon, overdue, on_the_day))
    if not workload.known:
        return Work(
            pl.DataFrame(schema=WEEKS_AHEAD),
            pl.DataFrame(schema=OFFICERS_AHEAD),
            pl.DataFrame(schema=WEEKS_BEFORE),
            pl.DataFrame(schema=OFFICERS_BEFORE),
            tuple(lines),
        )
    weeks = [
        (*_days(one), int(((due > one.after) & (due <= one.last)).sum()), *one.whole, one.year_before)
        for one in workload.weeks()
    ]
    weeks_before = [
        (*_days(one), *one.whole, one.came, one.year_before) for year in workload.earlier_weeks() for one in year
    ]
    by_officer = _by_officer(workload, pending)
    to_come = workload.quarter().value - sum(by_officer.values())
    officers = [*by_officer.items(), ("Children still to come", max(to_come, 0.0))]
    officers_before, tried = _officers_before(before, spells, first_day)
    lines.append(tried)
    by_week = pl.DataFrame(weeks, schema=WEEKS_AHEAD, orient="row")
    rows = pl.DataFrame([(name, round(value)) for name, value in officers], schema=OFFICERS_AHEAD, orient="row")
    if conferences.height:
        lines.append(
            "Child protection conferences that the files plan for the same weeks, one for each child: "
            f"{count(conferences.height)}."
        )
        by_week, rows = _with_conferences(by_week, conferences), _of_officers(rows, conferences)
    weeks_tried = pl.DataFrame(weeks_before, schema=WEEKS_BEFORE, orient="row")
    return Work(by_week, rows, weeks_tried, officers_before, tuple(lines))


def _days(one: Expected) -> tuple[date, date]:
    return one.after + timedelta(1), one.last


def _by_officer(workload: Workload, pending: pl.DataFrame) -> dict[str, float]:
    """Return by officer how many reviews the children who wait will need in 13 weeks."""
    return {
        officer: workload.of_those(
            [
                Spell(WAITS_FOR.get(rule, LATER), False, start, due, None, False)
                for rule, start, due in rows.select("rule", "from_day", "due_day").iter_rows()
            ]
        )
        for (officer,), rows in sorted(pending.partition_by("iro", as_dict=True).items())
    }


def _officers_before(before: pl.DataFrame, spells: list[Spell], first_day: date) -> tuple[pl.DataFrame, str]:
    """Return what officers would have been told at the end of earlier years beside what was held, and a line on it."""
    rows: list[tuple[date, str, int, int]] = []
    said = []
    for (as_at,), pending in sorted(before.partition_by("as_at", as_dict=True).items()):
        workload = Workload(spells, first_day, as_at)
        if not workload.known:
            continue
        told = _by_officer(workload, pending)
        held = dict(pending.group_by("iro").agg(pl.col("held").sum()).iter_rows())
        rows += [(as_at, officer, round(value), held[officer]) for officer, value in told.items()]
        # Those of nobody are no officer's caseload.
        off = [abs(value - held[officer]) for officer, value in told.items() if officer != NO_OFFICER]
        if off:
            said.append(f"by {decimal(sum(off) / len(off))} after {day(as_at)}")
    table = pl.DataFrame(rows, schema=OFFICERS_BEFORE, orient="row")
    if rows and not said:
        return table, "By officer it cannot be tried on an earlier year: their files name no officers."
    if not said:
        return table, "By officer it cannot be tried on an earlier year: none is loaded that has a year before it."
    return table, (
        f"One officer with another, it would have been off {'; '.join(said)}. By officer there is no range: each has "
        "too few reviews."
    )


def _with_conferences(weeks: pl.DataFrame, conferences: pl.DataFrame) -> pl.DataFrame:
    due = conferences["due_date"]
    numbers = [int(due.is_between(first, last).sum()) for first, last in weeks.select("From", "To").iter_rows()]
    return weeks.with_columns(pl.Series(CONFERENCES, numbers, pl.Int64()))


def _of_officers(officers: pl.DataFrame, conferences: pl.DataFrame) -> pl.DataFrame:
    """Return the officers with their conferences, also those who have no child; children still to come stay last."""
    numbers = dict(conferences["iro"].value_counts().iter_rows())
    rows = dict(officers.iter_rows())
    to_come = rows.popitem()
    everyone = [(name, rows.get(name, 0), numbers.get(name, 0)) for name in sorted(rows.keys() | numbers.keys())]
    return pl.DataFrame([*everyone, (*to_come, None)], schema={**OFFICERS_AHEAD, CONFERENCES: pl.Int64()}, orient="row")
