"""Concerns that reviewing officers raise under the dispute resolution process."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from kit.sample.council import Council
from kit.sample.days import first_day, reporting_year_of, shown, working_day_from
from kit.sample.draws import chance, choose, pick, spread, stream, whole
from kit.sample.iros import officer_on
from kit.sample.targets import CARE_BEGINS, ESCALATIONS, YEARS

STAGES = ("informal", "1", "2", "3")
THEMES = {
    "Care plan drift": 0.20, "Placement": 0.15, "Education plan": 0.12, "Health assessment": 0.11,
    "Contact": 0.10, "Life story work": 0.09, "Permanence": 0.08, "Social worker visits": 0.08,
    "Pathway plan": 0.05, "": 0.02,
}  # fmt: skip
OUTCOMES = {
    "Action taken as asked": 0.52, "Plan agreed with dates": 0.26, "Explanation accepted": 0.11,
    "Not upheld": 0.05, "Overtaken by events": 0.05, "": 0.01,
}  # fmt: skip
EXPORTED = {
    2016: date(2016, 4, 11), 2017: date(2017, 4, 24), 2018: date(2018, 4, 9), 2019: date(2019, 5, 20),
    2020: date(2020, 4, 27), 2021: date(2021, 4, 19),
}  # fmt: skip


@dataclass(frozen=True)
class Escalation:
    """A concern as it went; `resolved` may lie after the last export."""

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
        """Return the row as it stood on the day of the export: an open concern has no resolution yet."""
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


def make_escalations(council: Council) -> list[Escalation]:
    """Return every concern raised, in the order of its number."""
    return [each for year in ESCALATIONS for each in _raised_in(council, year)]


def _raised_in(council: Council, year: int) -> Iterator[Escalation]:
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
    for n, day in enumerate(days, start=1):
        rng = stream("escalation", year, n)
        child, period = choose(rng, [each for each in cared_for if each[1].holds(day)])
        raised = pick(rng, {0: 0.64, 1: 0.27, 2: 0.08, 3: 0.01})
        further = pick(rng, {0: 0.83, 1: 0.13, 2: 0.04})
        stage = min(raised + further, 3)
        took = (1, 5, 9, 14, 20, 29) if stage == raised else (18, 30, 48, 100)
        resolved = working_day_from(day + timedelta(spread(rng, *took) + (12 if chance(rng, 0.08) else 0)))
        learning = resolved + timedelta(whole(rng, 7, 75)) if chance(rng, 0.09) else None
        yield Escalation(
            f"E{year}-{n:03d}",
            child.child_id,
            officer_on(child.family, period.start, day).iro_id,
            day,
            STAGES[raised],
            pick(rng, THEMES),
            resolved,
            STAGES[stage],
            pick(rng, OUTCOMES),
            working_day_from(learning) if learning else None,
        )


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
