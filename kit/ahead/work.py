"""The work of the next 13 weeks as tables: by week, beside what is due by law, and by officer. No child."""

from dataclasses import dataclass
from datetime import timedelta

import polars as pl

from kit.ahead.day_of_list import ListedDay
from kit.ahead.expected import QUARTER
from kit.ahead.said import workload_lines
from kit.ahead.spells import FIRST, LATER, SECOND, Spell
from kit.ahead.workload import Workload
from kit.text import count

WEEKS_AHEAD = {
    "From": pl.Date(),
    "To": pl.Date(),
    "Due by law": pl.Int64(),
    "Expected": pl.Int64(),
    "In 8 of 10 from": pl.Int64(),
    "to": pl.Int64(),
    "A year before": pl.Int64(),
}
OFFICERS_AHEAD = {"Officer": pl.String(), "Reviews in 13 weeks": pl.Int64()}
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
# What each rule lets a child wait for.
WAITS_FOR = {"first": FIRST, "adoption first": FIRST, "second": SECOND, "adoption second": SECOND}


@dataclass(frozen=True)
class Work:
    """The reviews to be held in the next 13 weeks: by week, by officer, and what is said of them. No child."""

    weeks: pl.DataFrame
    officers: pl.DataFrame
    lines: tuple[str, ...]


def work_ahead(pending: pl.DataFrame, spells: list[Spell], conferences: pl.DataFrame, of: ListedDay) -> Work:
    """Return the work ahead of the `pending` reviews and past `spells`; no row if less than a year is loaded before it.

    Each officer has what the children of today will need, and what is of children still to come is a row of its own.
    `conferences` that are due are beside it in a column, if there are any; they are not added to reviews.
    """
    workload = Workload(spells, of.years[0].first_day, of.as_at)
    due = pending["due_day"]
    last = of.as_at + QUARTER
    lines = workload_lines(workload, int(((due > of.as_at) & (due <= last)).sum()))
    if not workload.known:
        return Work(pl.DataFrame(schema=WEEKS_AHEAD), pl.DataFrame(schema=OFFICERS_AHEAD), tuple(lines))
    weeks = [
        (
            one.after + timedelta(days=1),
            one.last,
            int(((due > one.after) & (due <= one.last)).sum()),
            round(one.value),
            None if one.lower is None else round(one.lower),
            None if one.upper is None else round(one.upper),
            one.year_before,
        )
        for one in workload.weeks()
    ]
    by_officer = {
        officer: workload.of_those(
            [
                Spell(WAITS_FOR.get(rule, LATER), False, start, day, None, False)
                for rule, start, day in rows.select("rule", "from_day", "due_day").iter_rows()
            ]
        )
        for (officer,), rows in sorted(pending.partition_by("iro", as_dict=True).items())
    }
    to_come = workload.quarter().value - sum(by_officer.values())
    officers = [*by_officer.items(), ("Children still to come", max(to_come, 0.0))]
    by_week = pl.DataFrame(weeks, schema=WEEKS_AHEAD, orient="row")
    rows = pl.DataFrame([(name, round(value)) for name, value in officers], schema=OFFICERS_AHEAD, orient="row")
    if conferences.is_empty():
        return Work(by_week, rows, tuple(lines))
    lines.append(
        "Child protection conferences that the files plan for the same weeks, one for each child: "
        f"{count(conferences.height)}."
    )
    return Work(_with_conferences(by_week, conferences), _of_officers(rows, conferences), tuple(lines))


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
