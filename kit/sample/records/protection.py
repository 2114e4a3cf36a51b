"""Child protection plans, and the conferences that make and end them: protection_plans, protection_conferences."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from random import Random

from kit.sample.days import (
    first_day,
    last_day,
    months_after,
    reporting_year_of,
    shown,
    working_day_by,
    working_day_from,
    working_days_after,
)
from kit.sample.draws import chance, pick, spread, stream, whole
from kit.sample.lives.council import Council, make_council
from kit.sample.lives.people import Child
from kit.sample.targets import LAST_YEAR, PROTECTION_PLANS_ONLY

EXPORTED = {
    2016: date(2016, 4, 25), 2017: date(2017, 4, 24), 2018: date(2018, 4, 23), 2019: date(2019, 4, 29),
    2020: date(2020, 5, 11), 2021: date(2021, 4, 26),
}  # fmt: skip
CONFERENCES_FROM = 2018
# By the kind and the reporting year in which the conference was due: the share held late.
LATE = {
    "initial": {2018: 0.16, 2019: 0.20, 2020: 0.12, 2021: 0.15},
    "review": {2018: 0.06, 2019: 0.07, 2020: 0.05, 2021: 0.09},
}
FAMILY_KINDS = ("baby", "toddler", "school age", "teenager")
FIRST_CHILD = 3_300_000
Row = dict[str, str]


@dataclass(frozen=True)
class Conference:
    """A conference about a child."""

    kind: str
    due: date
    held: date


@dataclass(frozen=True)
class ProtectionPlan:
    """A plan that began with its first conference and ended with its last."""

    child_id: str
    conferences: tuple[Conference, ...]

    @property
    def start(self) -> date:
        return self.conferences[0].held

    @property
    def end(self) -> date:
        return self.conferences[-1].held

    def holds(self, day: date) -> bool:
        return self.start <= day < self.end


def plan_rows(council: Council, year: int) -> list[Row]:
    """Return the plans of which the year holds a part, as they were on the day of the export."""
    return [
        {
            "child_id": plan.child_id,
            "start_date": shown(plan.start),
            "end_date": shown(plan.end if plan.end <= EXPORTED[year] else None),
        }
        for plan in _make_plans()
        if plan.start <= last_day(year) and plan.end >= first_day(year)
    ]


def conference_rows(council: Council, year: int) -> list[Row] | None:
    """Return the conferences due or held in the year; None before they were recorded."""
    if year < CONFERENCES_FROM:
        return None
    return [
        {
            "child_id": plan.child_id,
            "kind": each.kind,
            "due_date": shown(each.due),
            "held_date": shown(each.held if each.held <= EXPORTED[year] else None),
        }
        for plan in _make_plans()
        for each in plan.conferences
        if each.due <= last_day(year) and (each.due >= first_day(year) or each.held >= first_day(year))
    ]


@cache
def _make_plans() -> tuple[ProtectionPlan, ...]:
    """Return every plan, by child and day.

    Each year families get plans until as many children who are not looked after have one on 31 March as
    `PROTECTION_PLANS_ONLY` says; a family that would take it past the number stays out.
    """
    council = make_council()
    plans = [plan for child in council.children for plan in _before_care(child)]
    children = {child.child_id: child for child in council.children}

    def only(more: list[ProtectionPlan], day: date) -> int:
        away = (p for p in more if p.holds(day) and p.child_id in children)
        return sum(p.holds(day) for p in more) - sum(bool(children[p.child_id].period_on(day)) for p in away)

    for year, number in sorted(PROTECTION_PLANS_ONLY.items()):
        wanting, n = number - only(plans, last_day(year)), 0
        assert wanting >= 0, f"{-wanting} children too many have a plan on 31 March {year}"
        while wanting:
            family = list(_family(year, n))
            more = only(family, last_day(year))
            if more <= wanting:
                plans += family
                wanting -= more
            n += 1
    return tuple(sorted(plans, key=lambda plan: (plan.child_id, plan.start)))


def _before_care(child: Child) -> Iterator[ProtectionPlan]:
    """Yield the plan that a child had before coming into care, to a conference some months after that."""
    if child.kind not in FAMILY_KINDS:
        return
    care = child.periods[0].start
    rng = stream("protection before care", child.family)
    start = working_day_by(care - timedelta(spread(rng, 20, 90, 200, 420)))
    if chance(rng, 0.7) and start >= max(child.dob, first_day(min(PROTECTION_PLANS_ONLY))):
        yield ProtectionPlan(child.child_id, tuple(_conferences(rng, start, until=care + timedelta(60))))


def _family(year: int, n: int) -> Iterator[ProtectionPlan]:
    """Yield the plans of the n-th family of a year whose children are not looked after; some come to have another."""
    rng = stream("protection", year, n)
    start = working_day_from(first_day(year) + timedelta(whole(rng, 0, 360)))
    planned = [tuple(_conferences(rng, start, pick(rng, {1: 0.34, 2: 0.38, 3: 0.19, 4: 0.09})))]
    if chance(rng, 0.10) and planned[0][-1].held < first_day(LAST_YEAR):
        again = working_day_from(planned[0][-1].held + timedelta(spread(rng, 150, 300, 600)))
        planned.append(tuple(_conferences(rng, again, pick(rng, {1: 0.5, 2: 0.5}))))
    first = (year - min(PROTECTION_PLANS_ONLY)) * 10_000 + n * 4
    for place in range(pick(rng, {1: 0.42, 2: 0.33, 3: 0.18, 4: 0.07})):
        for conferences in planned:
            # As the factor and 600,000 have no divisor in common, no number is given twice.
            yield ProtectionPlan(str(FIRST_CHILD + (first + place) * 214_013 % 600_000), conferences)


def _conferences(rng: Random, start: date, reviews: int = 0, until: date = date.min) -> Iterator[Conference]:
    """Yield the initial conference and its reviews: `reviews` of them, or up to the first after a day."""
    late = _is_late(rng, "initial", start)
    due = working_day_by(start - timedelta(whole(rng, 1, 15))) if late else _near(rng, start)
    yield Conference("initial", due, start)
    held, done = start, 0
    while done < reviews or held < until:
        due = months_after(held, 6 if done else 3)
        if due > last_day(LAST_YEAR + 1):
            held = due  # no export of the sample knows it
        elif _is_late(rng, "review", due):
            held = working_day_from(due + timedelta(whole(rng, 1, 21)))
        else:
            held = working_day_by(due - timedelta(spread(rng, 0, 3, 9, 20)))
        yield Conference("review", due, held)
        done += 1


def _near(rng: Random, start: date) -> date:
    days = whole(rng, 0, 4)
    return working_days_after(start, days) if days else start


def _is_late(rng: Random, kind: str, day: date) -> bool:
    return chance(rng, LATE[kind].get(reporting_year_of(day), 0.1))
