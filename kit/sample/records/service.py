"""The service itself: officers' posts, whose officer a child has had, visits, calls, midway reviews, supervisions."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

from kit.sample.days import first_day, last_day, reporting_year_of, shown, working_day_by, working_day_from
from kit.sample.draws import chance, pick, shuffled, spread, stream, whole
from kit.sample.lives.council import Council
from kit.sample.lives.iros import NEVER, OFFICERS, Officer, officer_on
from kit.sample.lives.people import Child, Period
from kit.sample.records.modes import VIRTUAL_FROM
from kit.sample.records.teams import team_of_child, team_of_officer
from kit.sample.targets import LAST_YEAR

Rows = list[dict[str, str]]
# A child, and since when in care.
Whose = tuple[Child, date]

ALLOCATIONS_FROM, CONTACTS_FROM = 2018, 2019
ETHNICITIES = {
    "IRO01": "WBRI", "IRO02": "WBRI", "IRO03": "WBRI", "IRO04": "WIRI", "IRO05": "White", "IRO06": "WBRI",
    "IRO07": "WBRI", "IRO08": "BCRB", "IRO09": "White", "IRO10": "AIND", "IRO11": "WBRI",
}  # fmt: skip
# An agency's officer whose hours nobody wrote down.
AGENCY = {"iro_id": "IRO12", "started_date": "14/10/2019", "left_date": "20/12/2019", "sickness_days": "0"}
AGENCY_YEAR = 2020
CONTACTS = {"visit": 0.33, "call": 0.05, "": 0.62}
CONTACTS_IN_THE_PANDEMIC = {"visit": 0.09, "call": 0.40, "": 0.51}
MIDWAY_REVIEW, MIDWAY_GAP = 0.6, timedelta(120)
LONG_AWAY = timedelta(60)
# Slips: a child allocated twice at a time, to an officer whom nobody knows, and a child of no return.
ALLOCATED_TWICE = {2019: 1, 2021: 2}
UNKNOWN_OFFICER = {2020: 1, 2021: 1}
UNKNOWN_CHILD = {2021: "3287114"}
# Slips: the day of a visit mistyped so that it is after the officer left, and an officer's number with a digit lost.
AFTER_LEAVING = {2019: ("IRO04", date(2019, 2, 20))}
MISTYPED = {2019: "IRO1", 2021: "IRO9"}


def iro_rows(_: Council, year: int) -> Rows:
    """Return the posts of the year: of officers in post on any day of it, and of an agency's in one year."""
    here = [each for each in OFFICERS if each.started <= last_day(year) and each.left > first_day(year)]
    rows = [
        {
            "iro_id": each.iro_id,
            "fte": f"{each.fte:g}",
            "started_date": shown(each.started),
            "left_date": shown(each.left - timedelta(1)) if each.left <= last_day(year) else "",
            "ethnicity": ETHNICITIES[each.iro_id],
            "sickness_days": f"{_sickness(each, year):g}",
            "team": team_of_officer(each.iro_id),
        }
        for each in here
    ]
    return [*rows, AGENCY] if year == AGENCY_YEAR else rows


def _sickness(officer: Officer, year: int) -> float:
    """Return the working days of sickness in the year: the spells, and a few days here and there."""
    days = (first_day(year) + timedelta(n) for n in range((last_day(year) - first_day(year)).days + 1))
    spells = sum(officer.why_away(day) == "Sickness" and working_day_by(day) == day for day in days)
    return spells + spread(stream("sickness", officer.iro_id, year), 0, 2, 5, 14) / 2


def allocation_rows(council: Council, year: int) -> Rows | None:
    """Return the allocations that held in the year, as known at its end, with some slips."""
    if year < ALLOCATIONS_FROM:
        return None
    held = [each for each in _allocations(council) if each[2] <= last_day(year) and each[3] > first_day(year)]
    rows = [_allocation(*each, last_day(year)) for each in held]
    rng = stream("allocation slips", year)
    going_on = [n for n, each in enumerate(held) if each[3] > last_day(year) and each[2] < first_day(year)]
    drawn = shuffled(rng, going_on)
    twice, unknown = ALLOCATED_TWICE.get(year, 0), UNKNOWN_OFFICER.get(year, 0)
    for n in drawn[:twice]:
        other = pick(rng, {each.iro_id: each.fte for each in _in_post(last_day(year)) if each.iro_id != held[n][1]})
        start = working_day_from(first_day(year) + timedelta(whole(rng, 60, 250)))
        rows.append({"child_id": held[n][0], "iro_id": other, "start_date": shown(start)})
    for n in drawn[twice : twice + unknown]:
        rows[n] = rows[n] | {"iro_id": "IRO21"}
    if year in UNKNOWN_CHILD:
        start = working_day_from(first_day(year) + timedelta(100))
        rows.append({"child_id": UNKNOWN_CHILD[year], "iro_id": "IRO10", "start_date": shown(start)})
    return sorted(rows, key=lambda row: (row["child_id"], row["start_date"][6:], row["start_date"][3:5], row["iro_id"]))


def _allocation(child: str, iro: str, start: date, end: date, whose: Whose, known: date) -> dict[str, str]:
    return {
        "child_id": child,
        "iro_id": iro,
        "start_date": shown(start),
        "end_date": shown(end) if end <= known else "",
        "team": team_of_child(*whose, min(end, known)),
    }


def _allocations(council: Council) -> tuple[tuple[str, str, date, date, Whose], ...]:
    """Return (child, officer, first day, day on which it ends, whose) of every allocation in the extract's years."""
    began = first_day(ALLOCATIONS_FROM)
    return tuple(
        (child.child_id, iro, start, end, (child, period.start))
        for child in council.children
        for period in child.periods
        if period.end > began and period.start <= last_day(LAST_YEAR)
        for iro, start, end in _of_period(child, period)
        if start < end and end > began
    )


def _of_period(child: Child, period: Period) -> Iterator[tuple[str, date, date]]:
    """Yield who had the child and when: the reviewing officer, and whoever stood in for one away for long."""
    rng = stream("allocated", child.family, period.start.toordinal())
    start = working_day_from(period.start + timedelta(whole(rng, 0, 5)))
    if start > last_day(reporting_year_of(period.start)):
        start = period.start
    while start < period.end:
        officer = officer_on(child.family, period.start, start)
        until = min(officer.left, period.end)
        for first, last, _ in officer.away:
            gone, back = first + timedelta(14), last + timedelta(10)
            if last - first >= LONG_AWAY and start < gone and back < until and chance(rng, 0.45):
                others = {each.iro_id: each.fte for each in _in_post(gone) if each is not officer}
                yield officer.iro_id, start, gone
                yield pick(rng, others), gone, back
                start = back
        # Now and then a family and its officer part for other reasons.
        moved = start + timedelta(whole(rng, 300, 9000))
        if moved < until and moved > first_day(ALLOCATIONS_FROM):
            yield officer.iro_id, start, moved
            others = {each.iro_id: each.fte for each in _in_post(moved) if each is not officer and each.left == NEVER}
            yield pick(rng, others), moved, period.end
            return
        yield officer.iro_id, start, until
        start = until


def _in_post(day: date) -> list[Officer]:
    return [each for each in OFFICERS if each.started <= day < each.left and not each.why_away(day)]


def contact_rows(council: Council, year: int) -> Rows | None:
    """Return the year's visits, calls, midway reviews and supervisions by day, with some slips."""
    if year < CONTACTS_FROM:
        return None
    rows = [*_visits(council, year), *_supervisions(year)]
    rng = stream("contact slips", year)
    if year in AFTER_LEAVING:
        iro, day = AFTER_LEAVING[year]
        n = shuffled(rng, [n for n, row in enumerate(rows) if row[0] == iro and row[1]])[0]
        rows[n] = (iro, rows[n][1], day, "visit")
    if year in MISTYPED:
        n = shuffled(rng, [n for n, row in enumerate(rows) if row[1]])[0]
        rows[n] = (MISTYPED[year], *rows[n][1:])
    rows += _midway_reviews(council, year, rows)
    rows.sort(key=lambda row: (row[2], row[0], row[1]))
    return [
        {"iro_id": iro, "child_id": child, "contact_date": shown(day), "kind": kind} for iro, child, day, kind in rows
    ]


def _visits(council: Council, year: int) -> Iterator[tuple[str, str, date, str]]:
    """Yield a contact before some reviews: mostly visits until the pandemic, then mostly calls."""
    for review in council.reviews:
        rng = stream("contact", review.child.key, review.day.toordinal())
        day = working_day_by(review.day - timedelta(spread(rng, 1, 4, 9, 21)))
        if not first_day(year) <= day <= last_day(year) or day < review.period.start or review.officer.why_away(day):
            continue
        if kind := pick(rng, CONTACTS_IN_THE_PANDEMIC if day >= VIRTUAL_FROM else CONTACTS):
            yield review.officer.iro_id, review.child.child_id, day, kind


def _midway_reviews(
    council: Council, year: int, contacts: list[tuple[str, str, date, str]]
) -> list[tuple[str, str, date, str]]:
    """Return midway reviews of children already visited or called in the year, about half-way between two reviews."""
    first_contact: dict[str, date] = {}
    for _, child, day, _ in contacts:
        first_contact[child] = min(day, first_contact.get(child, day))
    found = []
    for before, after in pairwise(council.reviews):
        gap = after.day - before.day
        if before.child is not after.child or before.period is not after.period or gap < MIDWAY_GAP:
            continue
        rng = stream("midway review", before.child.key, before.day.toordinal())
        day = working_day_by(before.day + gap / 2 + timedelta(whole(rng, -10, 10)))
        officer = officer_on(before.child.family, before.period.start, day)
        known = first_contact.get(before.child.child_id, NEVER) < day
        at_work = first_day(year) <= day <= last_day(year) and not officer.why_away(day)
        if chance(rng, MIDWAY_REVIEW) and known and at_work:
            found.append((officer.iro_id, before.child.child_id, day, "midway review"))
    return found


def _supervisions(year: int) -> Iterator[tuple[str, str, date, str]]:
    """Yield each officer's supervisions: every four to six weeks, later now and then and after an absence."""
    for officer in OFFICERS:
        rng = stream("supervision", officer.iro_id)
        day = max(officer.started, first_day(CONTACTS_FROM - 1)) + timedelta(whole(rng, 7, 35))
        while (day := _back_at_work(officer, day)) < min(officer.left, first_day(year + 1)):
            if day >= first_day(year):
                yield officer.iro_id, "", day, "supervision"
            late = chance(rng, 0.24 if day >= VIRTUAL_FROM else 0.10)
            day += timedelta(spread(rng, 45, 51, 66) if late else spread(rng, 25, 30, 35, 41))


def _back_at_work(officer: Officer, day: date) -> date:
    """Return the day, or the first working day after an absence that it falls into."""
    last = next((last for first, last, _ in officer.away if first <= day <= last), None)
    return working_day_from(last + timedelta(4) if last else working_day_by(day))
