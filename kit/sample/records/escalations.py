"""Concerns that reviewing officers raise under the dispute resolution process."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TypeVar

from kit.sample.days import first_day, last_day, reporting_year_of, shown, working_day_from, working_days_after
from kit.sample.draws import chance, choose, dealt, shuffled, spread, stream, whole
from kit.sample.lives.council import Council
from kit.sample.lives.iros import officer_on
from kit.sample.targets import CARE_BEGINS, ESCALATIONS, YEARS

T = TypeVar("T")
STAGES = ("informal", "1", "2")
HIGHEST_STAGE = 2
# By the stage, as its place in STAGES: the share of concerns raised there, and of those the share resolved late.
RAISED = {0: 0.60, 1: 0.28, 2: 0.12}
LATE = {0: 0.20, 1: 0.36, 2: 0.0}
OPEN_ON_31_MARCH = 8
LEARNING_SHARED = 0.16
THEMES = {
    "Care plan drift": 0.20, "Placement": 0.16, "Education plan": 0.14, "Health assessment": 0.13,
    "Contact": 0.13, "Life story work": 0.12, "Permanence": 0.12,
}  # fmt: skip
NEW_THEMES, NEW_THEMES_FROM = {"Social worker visits": 0.12}, 2019
OUTCOMES = {
    "Action taken as asked": 0.50,
    "Plan agreed with dates": 0.26,
    "Explanation accepted": 0.12,
    "Not upheld": 0.12,
}
EXPORTED = {
    2016: date(2016, 4, 11), 2017: date(2017, 4, 24), 2018: date(2018, 4, 9), 2019: date(2019, 5, 20),
    2020: date(2020, 4, 27), 2021: date(2021, 4, 19),
}  # fmt: skip


@dataclass(frozen=True)
class Escalation:
    """A concern as it went; `resolved` may be after the last export."""

    escalation_id: str
    child_id: str
    iro_id: str
    raised: date
    raised_stage: str
    theme: str
    resolved: date
    resolved_stage: str
    outcome: str
    learning_shared: date | None

    def row(self, exported: date) -> dict[str, str]:
        """Return the row as it was on the day of the export: an open concern has no resolution yet."""
        known = self.resolved <= exported
        shared = self.learning_shared if self.learning_shared and self.learning_shared <= exported else None
        return {
            "escalation_id": self.escalation_id,
            "child_id": self.child_id,
            "iro_id": self.iro_id,
            "raised_date": shown(self.raised),
            "raised_stage": self.raised_stage,
            "theme": self.theme,
            "resolved_date": shown(self.resolved if known else None),
            "resolved_stage": self.resolved_stage if known else "",
            "outcome": self.outcome if known else "",
            "learning_shared_date": shown(shared),
        }


@dataclass(frozen=True)
class Concern:
    """A concern as it was raised; `stage` counts from 0, informal."""

    escalation_id: str
    child_id: str
    iro_id: str
    raised: date
    stage: int
    theme: str

    @property
    def limit(self) -> date:
        return working_days_after(self.raised, 20)


def make_escalations(council: Council) -> list[Escalation]:
    """Return every concern raised, in the order of its number.

    Of those of a stage whose limit falls in a year a set share is resolved late, and of those raised in a year the
    last are open on 31 March.
    """
    concerns = [each for year in ESCALATIONS for each in _raised_in(council, year)]
    stay_open = {each.escalation_id for year in ESCALATIONS for each in _open_on_31_march(concerns, year)}
    late = _late(concerns, stay_open)
    resolved = [_resolved(each, each.escalation_id in late, each.escalation_id in stay_open) for each in concerns]
    outcomes = _by_year_of_resolving(resolved, "outcome", OUTCOMES)
    learning = _by_year_of_resolving(resolved, "learning", {True: LEARNING_SHARED, False: 1 - LEARNING_SHARED})
    return [
        replace(each, outcome=outcome, learning_shared=_learning_day(each) if shared else None)
        for each, outcome, shared in zip(resolved, outcomes, learning, strict=True)
    ]


def _raised_in(council: Council, year: int) -> Iterator[Concern]:
    first = first_day(year)
    cared_for = [
        (child, period)
        for child in council.children
        for period in child.periods
        if period.start < date(year, 4, 1) and period.end > first and period.start.year > CARE_BEGINS
    ]
    days = sorted(
        working_day_from(first + timedelta(whole(stream("escalation day", year, n), 0, 360)))
        for n in range(ESCALATIONS[year])
    )
    stages = dealt(stream("escalation stages", year), len(days), RAISED)
    new = NEW_THEMES if year >= NEW_THEMES_FROM else {}
    themes = dealt(stream("escalation themes", year), len(days), THEMES | new)
    for n, (day, stage, theme) in enumerate(zip(days, stages, themes, strict=True), start=1):
        child, period = choose(stream("escalation", year, n), [each for each in cared_for if each[1].holds(day)])
        officer = officer_on(child.family, period.start, day)
        yield Concern(f"E{year}-{n:03d}", child.child_id, officer.iro_id, day, stage, theme)


def _open_on_31_march(concerns: list[Concern], year: int) -> list[Concern]:
    def fits(each: Concern) -> bool:
        return reporting_year_of(each.raised) == year and (each.limit > last_day(year) or LATE[each.stage] > 0)

    return [each for each in concerns if fits(each)][-OPEN_ON_31_MARCH:]


def _late(concerns: list[Concern], stay_open: set[str]) -> set[str]:
    groups: dict[tuple[int, int], list[Concern]] = defaultdict(list)
    for concern in concerns:
        groups[reporting_year_of(concern.limit), concern.stage].append(concern)
    late = set[str]()
    for (year, stage), group in sorted(groups.items()):
        order = shuffled(stream("late escalations", year, stage), group)
        # One that stays open past its limit is late in any case.
        order.sort(
            key=lambda each: (
                each.escalation_id not in stay_open or each.limit > last_day(reporting_year_of(each.raised))
            )
        )
        late |= {each.escalation_id for each in order[: round(len(order) * LATE[stage])]}
    return late


def _resolved(concern: Concern, late: bool, stays_open: bool) -> Escalation:
    rng = stream("resolved", concern.escalation_id)
    day = min(working_day_from(concern.raised + timedelta(spread(rng, 1, 5, 9, 14, 20, 27))), concern.limit)
    if late:
        day = working_days_after(concern.limit, spread(rng, 1, 5, 14, 45))
    if stays_open:
        april = working_day_from(first_day(reporting_year_of(concern.raised) + 1) + timedelta(whole(rng, 0, 20)))
        day = max(day, april if late else min(april, concern.limit))
    further = chance(rng, 0.5 if late else 0.09)
    stage = min(concern.stage + further, HIGHEST_STAGE)
    return Escalation(
        concern.escalation_id,
        concern.child_id,
        concern.iro_id,
        concern.raised,
        STAGES[concern.stage],
        concern.theme,
        day,
        STAGES[stage],
        "",
        None,
    )


def _by_year_of_resolving(resolved: list[Escalation], what: str, shares: Mapping[T, float]) -> list[T]:
    """Return one of the choices for each concern, so that a year's resolved concerns have the shares."""
    years: dict[int, list[int]] = defaultdict(list)
    for place, each in enumerate(resolved):
        years[reporting_year_of(each.resolved)].append(place)
    choices = dict[int, T]()
    for year, places in sorted(years.items()):
        choices |= dict(zip(places, dealt(stream(what, year), len(places), shares), strict=True))
    return [choices[place] for place in range(len(resolved))]


def _learning_day(escalation: Escalation) -> date:
    return working_day_from(escalation.resolved + timedelta(whole(stream("shared", escalation.escalation_id), 5, 60)))


def escalation_rows(escalations: list[Escalation], year: int, exported: date) -> list[dict[str, str]]:
    """Return the rows of an export: concerns raised since 1 April, and older ones that were open then."""
    first = first_day(year)
    return [
        each.row(exported)
        for each in escalations
        if each.raised <= exported
        and reporting_year_of(each.raised) >= YEARS[0]
        and (each.raised >= first or each.resolved >= first or (each.learning_shared or first) > first)
    ]
