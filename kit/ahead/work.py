"""The work of the next 13 weeks as tables: by week, beside what is due by law, and by officer. No child."""

from dataclasses import dataclass
from datetime import timedelta

import polars as pl

from kit.ahead.day_of_list import ListedDay
from kit.ahead.expected import QUARTER
from kit.ahead.said import workload_lines
from kit.ahead.spells import FIRST, LATER, SECOND, Spell
from kit.ahead.workload import Workload

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
# What each rule lets a child wait for.
WAITS_FOR = {"first": FIRST, "adoption first": FIRST, "second": SECOND, "adoption second": SECOND}


@dataclass(frozen=True)
class Work:
    """The reviews to be held in the next 13 weeks: by week, by officer, and what is said of them. No child."""

    weeks: pl.DataFrame
    officers: pl.DataFrame
    lines: tuple[str, ...]


def work_ahead(pending: pl.DataFrame, spells: list[Spell], of: ListedDay) -> Work:
    """Return the work ahead of the `pending` reviews and past `spells`; no row if less than a year is loaded before it.

    Each officer has what the children of today will need, and what is of children still to come is a row of its own.
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
    return Work(
        pl.DataFrame(weeks, schema=WEEKS_AHEAD, orient="row"),
        pl.DataFrame([(name, round(value)) for name, value in officers], schema=OFFICERS_AHEAD, orient="row"),
        tuple(lines),
    )
