"""Personal Education Plans as the virtual school's register has them each spring, and school exclusions.

The register of 2018-19 was exported twice: the first time before the plans completed in the winter had been entered.
"""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache

from kit.sample.days import age_on, first_day, last_day, shown, working_day_by, working_day_from, working_days_after
from kit.sample.draws import chance, pick, shuffled, spread, stream, whole
from kit.sample.lives.council import Council, make_council
from kit.sample.lives.people import Child, Period
from kit.sample.records.send import AS_AT

Row = dict[str, str]

FIRST_YEAR = 2018
EXPORTED = {2018: date(2018, 4, 23), 2019: date(2019, 5, 20), 2020: date(2020, 4, 27), 2021: date(2021, 4, 19)}
# Of the children of school age those with a plan; of the plans those up to date.
WITH_PLAN = {2018: 0.915, 2019: 0.93, 2020: 0.94, 2021: 0.945}
UP_TO_DATE = {2018: 0.73, 2019: 0.76, 2020: 0.81, 2021: 0.72}
# The first export of the register of 2018-19: fewer plans up to date, and some rows not there at all.
FIRST_EXPORT = (2019, date(2019, 4, 8))
FIRST_UP_TO_DATE, FIRST_LACKS = 0.59, 9
BEGUN_ON_TIME = {2018: 0.82, 2019: 0.86, 2020: 0.90, 2021: 0.94}
QUALITY = {2018: 0.38, 2019: 0.42, 2020: 0.49, 2021: 0.53}
SUSPENDED = {2018: 0.115, 2019: 0.12, 2020: 0.105, 2021: 0.27}
REPORTED = {2018: 0.66, 2019: 0.72, 2020: 0.80, 2021: 0.80}
CONSIDERED = {2018: 10, 2019: 12, 2020: 15, 2021: 20}
EXCLUSIONS_EXPORTED = {2019: date(2019, 4, 30), 2021: date(2021, 4, 23)}


@dataclass(frozen=True)
class EducationPlan:
    """A child's plan on the day of the export, or on the child's last days in care."""

    child: Child
    seen: date
    status: str
    begun: date | None
    completed: date | None
    given: date | None
    quality: str

    def row(self) -> Row:
        return {
            "child_id": self.child.child_id,
            "as_at_date": shown(self.seen),
            "initiated_date": shown(self.begun),
            "completed_date": shown(self.completed),
            "status": self.status,
            "given_to_child_date": shown(self.given),
            "quality": self.quality,
        }


def plan_rows(council: Council, year: int) -> list[Row] | None:
    """Return the plans of children aged 4 to 17, as in March or as the child left."""
    if year < FIRST_YEAR:
        return None
    return [plan.row() for plan in _plans(year)]


def first_plan_rows(council: Council, year: int) -> list[Row]:
    """Return the first export of the year's register: winter plans not yet entered, and some rows lacking."""
    plans = _plans(year)
    on_the_day = [p for p in plans if p.seen == AS_AT[year] and of_school_age(p.child, year) and p.status != "none"]
    lacking = {p.child.key for p in shuffled(stream("first export lacks", year), on_the_day)[:FIRST_LACKS]}
    there = [p for p in on_the_day if p.child.key not in lacking]
    current = [p for p in there if p.status == "up to date"]
    surplus = len(current) - round(FIRST_UP_TO_DATE * len(there))
    stale = {p.child.key for p in shuffled(stream("first export", year), current)[:surplus]}
    return [(_before(p) if p.child.key in stale else p).row() for p in plans if p.child.key not in lacking]


def of_school_age(child: Child, year: int) -> bool:
    """Return whether the child was 5 to 15 on the 31 August before the end of a reporting year."""
    return 5 <= age_on(child.dob, date(year - 1, 8, 31)) <= 15


@cache
def _plans(year: int) -> tuple[EducationPlan, ...]:
    """Return the register: as many plans, and as many up to date, as the shares say; those without are mostly new."""
    council, last = make_council(), last_day(year)
    seen = [(child, *_seen(child, year)) for child in council.children if _seen(child, year)]
    pupils = [(c, p) for c in council.children for p in c.periods if p.holds(last) and of_school_age(c, year)]
    newness = sorted(pupils, key=lambda each: _newness(each[0], each[1], year), reverse=True)
    without = {c.key for c, _ in newness[: len(pupils) - round(WITH_PLAN[year] * len(pupils))]}
    having = [c.key for c, _ in pupils if c.key not in without]
    current = set(shuffled(stream("peps up to date", year), having)[: round(UP_TO_DATE[year] * len(having))])
    plans = []
    for child, on, period in seen:
        rng = stream("pep", child.key, year)
        pupil = child.key in without or child.key in having
        has = child.key not in without if pupil else chance(rng, WITH_PLAN[year])
        fresh = child.key in current if pupil else chance(rng, UP_TO_DATE[year])
        if has or chance(rng, 0.6):
            plans.append(_plan(child, period, on, ("up to date" if fresh else "behind") if has else "none", year))
    return tuple(sorted(plans, key=lambda plan: (plan.child.child_id, plan.seen)))


def _seen(child: Child, year: int) -> tuple[date, Period] | tuple[()]:
    """Return the day in the year on which the register last had the child, and the period of care then."""
    period = child.period_on(AS_AT[year])
    on = AS_AT[year]
    if not period:
        ended = [p for p in child.periods if first_day(year) + timedelta(20) < p.end <= last_day(year)]
        if not ended:
            return ()
        period = ended[-1]
        on = working_day_by(period.end - timedelta(whole(stream("pep seen", child.key, year), 1, 12)))
    if on <= working_days_after(period.start, 10) or not 4 <= age_on(child.dob, date(year - 1, 8, 31)) <= 17:
        return ()
    return on, period


def _newness(child: Child, period: Period, year: int) -> float:
    days = (AS_AT[year] - period.start).days
    new_to_the_county = 300 if child.kind == "unaccompanied" else 0
    return new_to_the_county - days + 90 * stream("pep lacking", child.key, year).random()


def _plan(child: Child, period: Period, on: date, state: str, year: int) -> EducationPlan:
    rng = stream("pep dates", child.key, period.start.toordinal())
    limit = working_days_after(period.start, 10)
    share = BEGUN_ON_TIME[min(max(limit.year + (limit.month >= 4), FIRST_YEAR), 2021)]
    begun = working_day_from(period.start + timedelta(whole(rng, 1, 9)))
    if not chance(rng, share):
        begun = working_days_after(limit, spread(rng, 1, 6, 15, 40))
    begun = min(begun, limit) if begun <= limit else begun
    if state == "none" or begun > on:
        return EducationPlan(child, on, "none", None, None, None, "")
    rng = stream("pep completed", child.key, year)
    age = spread(rng, 5, 30, 60, 95, 130) if state == "up to date" else spread(rng, 160, 190, 240, 330)
    completed = working_day_by(on - timedelta(age))
    if completed < begun or (state != "up to date" and chance(rng, 0.16)):
        if state != "up to date":
            return EducationPlan(child, on, "in progress", begun, None, None, "")
        completed = min(working_day_from(begun + timedelta(whole(rng, 5, 15))), on)
    given = working_day_from(completed + timedelta(spread(rng, 0, 6, 13, 24, 45)))
    quality = pick(rng, {"green": QUALITY[year], "amber": 0.90 - QUALITY[year], "red": 0.10})
    status = state if state == "up to date" else "out of date"
    handed = given if given <= on and chance(rng, 0.93) else None
    return EducationPlan(child, on, status, begun, completed, handed, "" if chance(rng, 0.05) else quality)


def _before(plan: EducationPlan) -> EducationPlan:
    """Return a plan as the register had it before its last completion was entered."""
    rng = stream("pep before", plan.child.key, plan.seen.toordinal())
    completed = working_day_by(plan.seen - timedelta(spread(rng, 160, 190, 250)))
    if plan.begun is None or completed < plan.begun:
        return replace(plan, status="in progress", completed=None, given=None, quality="")
    given = working_day_from(completed + timedelta(spread(rng, 2, 9, 20, 40)))
    quality = pick(rng, {"green": 0.3, "amber": 0.5, "red": 0.2})
    return replace(plan, status="out of date", completed=completed, given=given, quality=quality)


def exclusion_rows(council: Council, year: int) -> list[Row] | None:
    """Return the year's exclusions of looked-after children, made and considered, in the order of their days."""
    if year < FIRST_YEAR:
        return None
    rows: dict[tuple[str, date], Row] = {}
    for child in council.children:
        rng = stream("exclusions", child.key, year)
        if age_on(child.dob, date(year - 1, 8, 31)) >= 9 and chance(rng, SUSPENDED[year]):
            for _ in range(spread(rng, 1, 2, 2, 4, 6)):
                _exclude(rows, child, year, "suspension", str(pick(rng, LENGTHS)))
    pupils = shuffled(stream("considered", year), [c for c in council.children if of_school_age(c, year)])
    for child in [c for c in pupils if c.period_on(first_day(year)) and c.period_on(last_day(year))][
        : CONSIDERED[year]
    ]:
        _exclude(rows, child, year, "considered", "")
    return [row for _, row in sorted(rows.items(), key=lambda each: (each[0][1], each[0][0]))]


LENGTHS = {"0.5": 0.12, "1": 0.28, "1.5": 0.05, "2": 0.24, "3": 0.15, "4": 0.06, "5": 0.08, "10": 0.02}


def _exclude(rows: dict[tuple[str, date], Row], child: Child, year: int, kind: str, days: str) -> None:
    rng = stream("exclusion", child.key, year, len(rows), kind)
    day = working_day_from(first_day(year) + timedelta(whole(rng, 10, 358)))
    closed = date(2020, 3, 20) < day < date(2020, 9, 1) or date(2021, 1, 4) <= day < date(2021, 3, 8)
    if day.month == 8 or closed or not child.period_on(day) or (child.child_id, day) in rows:
        return
    rows[child.child_id, day] = {
        "child_id": child.child_id,
        "excluded_date": shown(day),
        "kind": kind,
        "days": days,
        "reported_to_virtual_school": "Y" if kind == "considered" or chance(rng, REPORTED[year]) else "N",
    }
