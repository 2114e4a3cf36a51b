"""Measures of the service: posts, allocations, contacts, supervision and sickness (from their headers)."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from tests.oracle.days import ONE_DAY, calendar_days_after, first_day_of, month_label, months_after, quarter_label
from tests.oracle.labels import ETHNICITIES, NOT_RECORDED, age_band_all
from tests.oracle.own_files import Kept, contact_kind
from tests.oracle.reading import Review
from tests.oracle.reviews import held_in_year
from tests.oracle.tables import Case
from tests.oracle.year import KnownYear

SUPERVISION_DAYS = 42


@dataclass(frozen=True)
class Part(Case):
    """A part of a ratio: what it adds to the sum above the line, and to the one below."""

    over: int = 0
    under: int = 0


def quotient(cases: list[Case], times: Fraction = Fraction(1)) -> dict:
    """Return a ratio's two sums and its value: one divided by the other, times `times`."""
    parts = [case for case in cases if isinstance(case, Part)]
    over, under = sum(part.over for part in parts), sum(part.under for part in parts)
    numbers: dict = {"numerator": over, "denominator": under}
    if under == 0:
        return numbers | {"note": "no cases"}
    return numbers | {"value": round(float(Fraction(over, under) * times), 6)}


@dataclass(frozen=True)
class Allocation:
    """A time in which an officer is responsible for a child; `end` is no longer in it."""

    child: str
    officer: str
    start: date
    end: date | None

    def held_on(self, day: date) -> bool:
        """Return whether it held that day."""
        return self.start <= day and (self.end is None or self.end > day)


def allocations(known: KnownYear) -> list[Allocation]:
    """Return the allocations that began by the last day of the year."""
    found = []
    own = known.council.own
    for kept in own.kept("allocations"):
        start = kept.day("start_date", known.last_day)
        if start is None:
            continue
        end, gone_on = kept.day("end_date"), first_day_of(kept.year + 1)
        if kept.year < own.newest_year("allocations") and (end is None or end > gone_on):
            end = gone_on
        found.append(Allocation(kept.text("child_id"), kept.text("iro_id"), start, end))
    return found


def posts(known: KnownYear) -> list[Kept]:
    """Return the officers of the year's file."""
    return known.council.own.of_year("iros", known.year)


def in_post_on(post: Kept, day: date) -> bool:
    """Return whether the officer was in post that day."""
    started, left = post.day("started_date"), post.day("left_date")
    return (started is None or started <= day) and (left is None or left >= day)


def looked_after_on(known: KnownYear, day: date) -> set[str]:
    """Return the children looked after on the day."""
    return {period.child for period in known.periods if period.looked_after_on(day)}


def month_ends(known: KnownYear) -> list[date]:
    """Return the last days of the months of the year that have ended."""
    ends = [months_after(known.first_day, n + 1) - ONE_DAY for n in range(12)]
    return [day for day in ends if day <= known.last_day]


def fte_on(known: KnownYear, day: date) -> int:
    """Return the full-time posts of the officers in post that day, in hundredths."""
    return sum(max(post.hundredths("fte") or 0, 0) for post in posts(known) if in_post_on(post, day))


def _month(known: KnownYear, day: date, over: int, under: int) -> Part:
    return Part(groups={"month": [month_label(day)], "quarter": [quarter_label(day)]}, over=over, under=under)


def children_per_full_time_iro(known: KnownYear) -> list[Case]:
    """One part per month that has ended: children over posts."""
    return [_month(known, d, len(looked_after_on(known, d)), fte_on(known, d)) for d in month_ends(known)]


def full_time_posts(known: KnownYear) -> list[Case]:
    """One part per month that has ended: posts over one month, in hundredths."""
    return [_month(known, d, fte_on(known, d), 100) for d in month_ends(known)]


def posts_filled(known: KnownYear) -> list[Case]:
    """One part per month that has ended: posts filled over those that the council has."""
    entries = known.council.settings.establishment
    has = entries[max(year for year in entries if year <= known.year)]
    return [_month(known, d, fte_on(known, d), has) for d in month_ends(known)]


def allocated_children_per_full_time_iro(known: KnownYear) -> list[Case]:
    """One part per child and officer on the last day, and one per post."""
    day = known.last_day
    children = looked_after_on(known, day)
    pairs = {(a.child, a.officer) for a in allocations(known) if a.held_on(day) and a.child in children}
    cases: list[Case] = [Part(groups={"iro": [officer]}, over=1) for _, officer in sorted(pairs)]
    for post in posts(known):
        fte = post.hundredths("fte")
        if in_post_on(post, day):
            cases.append(Part(groups={"iro": [post.text("iro_id")]}, under=max(fte or 0, 0)))
    return cases


def children_with_an_iro(known: KnownYear) -> list[Case]:
    """One case per child looked after on the last day; one with an allocation counts."""
    day = known.last_day
    allocated = {a.child for a in allocations(known) if a.held_on(day)}
    return [Case(child in allocated) for child in sorted(looked_after_on(known, day))]


def _officers_of_children_all_year(known: KnownYear) -> list[set[str]]:
    found = []
    by_child: dict[str, list[Allocation]] = {}
    for allocation in allocations(known):
        by_child.setdefault(allocation.child, []).append(allocation)
    for period in known.periods:
        if period.start <= known.first_day and period.looked_after_on(known.last_day):
            of_child = by_child.get(period.child, [])
            days = [known.first_day]
            while days[-1] < known.last_day:
                days.append(days[-1] + ONE_DAY)
            ends_covered = all(any(a.held_on(day) for a in of_child) for day in (days[0], days[-1]))
            if ends_covered:
                found.append({a.officer for a in of_child if any(a.held_on(day) for day in days)})
    return found


def children_by_number_of_iros(known: KnownYear) -> list[Case]:
    """One case per child looked after all year with an officer at its start and end."""
    names = {1: "One", 2: "Two"}
    numbers = [len(officers) for officers in _officers_of_children_all_year(known)]
    return [Case(groups={"number_of_iros": [names.get(n, "Three or more")]}) for n in numbers]


def children_with_one_iro_all_year(known: KnownYear) -> list[Case]:
    """One case per child looked after all year with an officer at its start and end; a single officer counts."""
    return [Case(len(officers) == 1) for officers in _officers_of_children_all_year(known)]


def iros_in_post(known: KnownYear) -> list[Case]:
    """One case per officer in post on the last day."""
    groups = {label.lower(): label for label in ETHNICITIES.values()}
    groups |= {code.lower(): label for code, label in ETHNICITIES.items()}
    there = [post for post in posts(known) if in_post_on(post, known.last_day)]
    return [Case(groups={"ethnicity": [groups.get(post.code("ethnicity"), NOT_RECORDED)]}) for post in there]


def sickness_days_per_iro(known: KnownYear) -> list[Case]:
    """One part per officer in post on any day of the year whose days of sickness are given."""
    cases: list[Case] = []
    for post in posts(known):
        sick = post.hundredths("sickness_days")
        started, left = post.day("started_date"), post.day("left_date")
        begun = started is None or started <= known.last_day
        there = begun and (left is None or left >= max(known.first_day, started or known.first_day))
        if there and sick is not None and sick >= 0:
            cases.append(Part(over=sick, under=1))
    return cases


def reviewed_children_contacted(known: KnownYear) -> list[Case]:
    """One case per child with a counted review in the year; one visited, called or reviewed midway counts."""
    contacted = _children_of(known, "visit", "call", "midway review")
    return [Case(child in contacted) for child in sorted({review.child for review, _ in held_in_year(known)})]


def midway_reviews_held(known: KnownYear) -> list[Case]:
    """One case per child with a counted review in the year; one with a midway review in it counts."""
    last: dict[str, Review] = {}
    for review, _ in held_in_year(known):
        if review.child not in last or review.held > last[review.child].held:
            last[review.child] = review
    midway = _children_of(known, "midway review")
    return [
        Case(child in midway, {"age_band_all": [age_band_all(known.age_at(review))]}) for child, review in last.items()
    ]


def _children_of(known: KnownYear, *kinds: str) -> set[str]:
    return {kept.text("child_id") for kept in _contacts(known, *kinds) if known.has(_day(kept))}


def visits_and_calls(known: KnownYear) -> list[Case]:
    """One case per visit or call of the year."""
    cases = []
    for kept in _contacts(known, "visit", "call"):
        day = _day(kept)
        if known.has(day):
            kind = contact_kind(kept.text("kind")).capitalize()
            iro = kept.text("iro_id")
            cases.append(Case(groups={"contact_kind": [kind], "month": [month_label(day)], "iro": [iro]}))
    return cases


def visits(known: KnownYear) -> list[Case]:
    """One case per visit of the year to a child who is named."""
    return _to_a_child(known, "visit")


def calls(known: KnownYear) -> list[Case]:
    """One case per call of the year to a child who is named."""
    return _to_a_child(known, "call")


def _to_a_child(known: KnownYear, kind: str) -> list[Case]:
    days = [_day(kept) for kept in _contacts(known, kind) if kept.text("child_id")]
    return [Case(groups={"quarter": [quarter_label(day)]}) for day in days if known.has(day)]


def supervisions_on_time(known: KnownYear) -> list[Case]:
    """One case per supervision that fell due in the year; one held by the due day counts."""
    held: dict[str, set[date]] = {}
    for kept in _contacts(known, "supervision"):
        if _day(kept) <= known.last_day:
            held.setdefault(kept.text("iro_id"), set()).add(_day(kept))
    left = {post.text("iro_id"): post.day("left_date") for post in posts(known)}
    cases = []
    for officer, days in sorted(held.items()):
        for day in sorted(days):
            due = calendar_days_after(day, SUPERVISION_DAYS)
            later = [other for other in days if other > day]
            left_on = left.get(officer)
            if known.has(due) and (left_on is None or left_on >= due):
                groups = {"quarter": [quarter_label(due)], "iro": [officer]}
                cases.append(Case(bool(later) and min(later) <= due, groups))
    return cases


def _contacts(known: KnownYear, *kinds: str) -> list[Kept]:
    return [kept for kept in known.council.own.kept("iro_contacts") if contact_kind(kept.text("kind")) in kinds]


def _day(kept: Kept) -> date:
    day = kept.day("contact_date")
    assert day is not None
    return day
