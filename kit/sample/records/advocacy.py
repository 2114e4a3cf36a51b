"""Advocates, more of them for children who need help to be heard, and independent visitors for children away from
their family for long."""

from collections.abc import Iterator
from datetime import date, timedelta

from kit.sample.days import age_on, first_day, last_day, shown
from kit.sample.draws import chance, spread, stream
from kit.sample.lives.council import Council
from kit.sample.lives.people import Child, Period
from kit.sample.records.send import profile

# The year of the first export, which holds what was offered since then and what still went on.
FIRST_YEAR = 2019
EXPORTED = {2021: date(2021, 4, 19)}
# Of the periods of care at an age of 5 or over: with an advocate at some time, and of those at 8 or over that last for
# two years and more, with an independent visitor.
ADVOCATE, ADVOCATE_IF_NEEDED, VISITOR = 0.75, 0.95, 0.85
ACCEPTED = {"advocate": 0.86, "independent visitor": 0.72}
TWO_YEARS = timedelta(730)


def advocacy_rows(council: Council, year: int) -> list[dict[str, str]] | None:
    """Return what was offered by the end of the year and had not ended before it, or None before the first export."""
    if year < FIRST_YEAR:
        return None
    rows = sorted(
        (child.child_id, offered, kind, started, ended)
        for child in council.children
        for period in child.periods
        for kind, offered, started, ended in _support(child, period)
        if offered <= last_day(year) and ended >= first_day(year)
    )
    return [
        {
            "child_id": child,
            "kind": kind,
            "offered_date": shown(offered),
            "started_date": shown(started) if offered < started <= last_day(year) else "",
            "ended_date": shown(ended) if offered < started <= ended <= last_day(year) else "",
        }
        for child, offered, kind, started, ended in rows
    ]


def _support(child: Child, period: Period) -> Iterator[tuple[str, date, date, date]]:
    """Yield the kind, and the days on which support was offered, started and ended; declined if all are the same."""
    for kind, after, age, length in (
        ("advocate", (14, 60, 200, 500, 1100), 5, timedelta(30)),
        ("independent visitor", (300, 500, 900, 1800), 8, TWO_YEARS),
    ):
        rng = stream("advocacy", kind, child.key, period.start.toordinal())
        offered = _weekday_by(period.start + timedelta(spread(rng, *after)))
        share = VISITOR if kind != "advocate" else ADVOCATE
        if kind == "advocate" and profile(child).needs_communication_support:
            share = ADVOCATE_IF_NEEDED
        if not chance(rng, share) or age_on(child.dob, offered) < age or period.end - period.start < length:
            continue
        started = _weekday_by(offered + timedelta(spread(rng, 4, 12, 25, 70)))
        days = spread(rng, 90, 250, 600, 1500) if kind == "advocate" else spread(rng, 300, 800, 1500, 2600)
        ended = min(period.end, started + timedelta(days))
        if offered < period.end and (started >= period.end or not chance(rng, ACCEPTED[kind])):
            yield kind, offered, offered, offered
        elif offered < period.end:
            yield kind, offered, started, ended


def _weekday_by(day: date) -> date:
    return day - timedelta(max(0, day.weekday() - 4))
