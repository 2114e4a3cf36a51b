"""Care plans, permanence plans and life story work: care_plans, from 2017-18."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from kit.sample.days import (
    age_on,
    first_day,
    last_day,
    reporting_year_of,
    shown,
    working_day_by,
    working_day_from,
    working_days_after,
)
from kit.sample.draws import chance, spread, stream, whole
from kit.sample.lives.council import Council
from kit.sample.lives.people import Child, Period
from kit.sample.targets import LAST_YEAR

EXPORTED = {2018: date(2018, 4, 30), 2019: date(2019, 5, 13), 2020: date(2020, 5, 18), 2021: date(2021, 4, 26)}
# By the reporting year of the limit, and of the second review.
CARE_PLANS_LATE = {2018: 0.24, 2019: 0.21, 2020: 0.22, 2021: 0.31}
PERMANENCE_BY_SECOND_REVIEW = {2018: 0.71, 2019: 0.76, 2020: 0.71, 2021: 0.74}
RESIDENTIAL = ("K2", "S1", "R1", "R2", "R3", "K1")
BY_OUTCOME = {"adoption": "Adoption", "kin": "Special guardianship", "home": "Return home"}
Row = dict[str, str]


@dataclass(frozen=True)
class CarePlan:
    """A care plan as it truly came about; what never was is None."""

    completed: date | None
    permanence: str
    permanence_day: date | None
    started: date | None = None
    given: date | None = None

    def row(self, child: Child, exported: date) -> Row:
        """Return the row as it was on the day of the export."""

        def known(day: date | None) -> date | None:
            return day if day and day <= exported else None

        return {
            "child_id": child.child_id,
            "care_plan_completed_date": shown(known(self.completed)),
            "permanence_plan": self.permanence if known(self.permanence_day) else "",
            "permanence_plan_date": shown(known(self.permanence_day)),
            "life_story_started_date": shown(known(self.started)),
            "life_story_given_date": shown(known(self.given)),
        }


def care_plan_rows(council: Council, year: int) -> list[Row] | None:
    """Return the plans of each period of care of which the year holds a part; None before they were recorded."""
    if year not in EXPORTED:
        return None
    second = {(r.child.key, r.period.start): r.day for r in council.reviews if r.number == 2}
    rows = [
        plan.row(child, EXPORTED[year])
        for child in council.children
        for number, period in enumerate(child.periods)
        if period.start <= last_day(year) and period.end >= first_day(year)
        for n, plan in enumerate(_plans(child, number, second))
        if n == 0 or (plan.completed and plan.completed <= EXPORTED[year])
    ]
    return sorted(rows, key=lambda row: row["child_id"])


def _plans(child: Child, number: int, second: Mapping[tuple[str, date], date]) -> Iterator[CarePlan]:
    """Yield the care plan of a period of care, and the one that replaced it when permanence was planned again."""
    period = child.periods[number]
    rng = stream("care plan", child.key, number)
    completed = _completed(rng, period)
    day = _permanence_day(rng, period, second.get((child.key, period.start)))
    last = _permanence(child, period, day)
    if day and last not in ("Return home", "Special guardianship") and chance(rng, 0.16):
        yield CarePlan(completed, "Return home", day)
        day = _after(day, spread(rng, 60, 140, 260, 420))
        if day < period.end:
            yield CarePlan(day, last, day, *_life_story(rng, period, last, day))
    else:
        yield CarePlan(completed, last, day, *_life_story(rng, period, last, day))


def _completed(rng: Random, period: Period) -> date | None:
    limit = working_days_after(period.start, 10)
    if chance(rng, CARE_PLANS_LATE.get(reporting_year_of(limit), 0.15)):
        if chance(rng, 0.16):
            return None
        day = working_day_from(limit + timedelta(spread(rng, 1, 4, 12, 27, 60, 150)))
    elif period.episodes[0].legal_status == "V2" and chance(rng, 0.14):
        day = working_day_by(period.start - timedelta(whole(rng, 1, 14)))
    else:
        day = working_days_after(period.start, spread(rng, 1, 5, 8, 10))
    return day if day < period.end else None


def _permanence_day(rng: Random, period: Period, second: date | None) -> date | None:
    if second is None:
        return None
    if chance(rng, PERMANENCE_BY_SECOND_REVIEW.get(reporting_year_of(second), 0.70)):
        day = max(working_day_by(second - timedelta(spread(rng, 0, 6, 20, 50))), working_days_after(period.start, 5))
    elif chance(rng, 0.10):
        return None
    else:
        day = _after(second, spread(rng, 15, 90, 240, 480, 800, 1300))
    return day if day < period.end else None


def _permanence(child: Child, period: Period, day: date | None) -> str:
    if day is None:
        return ""
    if period.outcome in BY_OUTCOME:
        return BY_OUTCOME[period.outcome]
    if age_on(child.dob, day) >= 16:
        return "Preparation for independence"
    return "Residential care" if period.episode_on(day).stay.code in RESIDENTIAL else "Long-term fostering"


def _life_story(rng: Random, period: Period, permanence: str, day: date | None) -> tuple[date | None, date | None]:
    """Return when life story work was started and when the child was given the book."""
    if day is None or permanence == "Return home" or not chance(rng, 0.86):
        return None, None
    wait = spread(rng, 20, 60, 150) if permanence == "Adoption" else spread(rng, 30, 120, 280, 520, 900)
    started = _after(day, wait)
    given = _after(started, spread(rng, 120, 300, 520, 900))
    if started >= period.end:
        return None, None
    return started, given if chance(rng, 0.72) and given < period.end else None


def _after(day: date, days: int) -> date:
    """Return the working day from `days` after a day on; past the sample's years any day will do."""
    later = day + timedelta(days)
    return working_day_from(later) if later <= last_day(LAST_YEAR + 1) else later
