"""The extracts of care planning, child protection and unaccompanied children of one year for a made-up child."""

from datetime import date, timedelta
from random import Random

from tests.oracle.days import first_day_of, last_day_of, months_after, working_days_after
from tests.oracle.histories import History, turning_days

PLANS = ["Adoption", "adoption", "Long-term fostering", " Return home", "Ärger", "return home", "", ""]
MAY_BE_MISSING = {
    "care_plans": ("permanence_plan", "permanence_plan_date", "life_story_started_date", "life_story_given_date"),
    "protection_plans": ("end_date",),
    "protection_conferences": ("held_date",),
    "review_details": ("care_plan", "seen_before_review"),
}
Rows = list[dict[str, str]]


def leave_a_column_out(rng: Random, extract: str, rows: Rows) -> None:
    """Take a column away from a year's file, now and then."""
    for column in MAY_BE_MISSING.get(extract, ()):
        if rng.random() < 0.04:
            for row in rows:
                del row[column]


def care_plan_rows(always: Random, this_year: Random, history: History, year: int, loaded: list[int]) -> Rows:
    """Return the child's care plans as the year's file holds them, on and around limits, starts and ends."""
    iso = always.random() < 0.5
    near = _days_of_care(history, loaded)
    rows = []
    for number in range(always.choice([0, 1, 1, 2, 3])):
        drawn = this_year if this_year.random() < 0.1 else Random(f"{history.child}/{number}/{year // 3}/care_plans")
        stays = sorted(history.stays)
        completed = _plan_day(always, always.choice(stays))
        plan = _some(drawn, near)
        cells = {
            "child_id": history.child,
            "care_plan_completed_date": _shown(completed, iso),
            "permanence_plan": drawn.choice(PLANS),
            "permanence_plan_date": _shown(plan, iso),
            "life_story_started_date": _shown(_some(drawn, near), iso),
            "life_story_given_date": _shown(_some(drawn, near), iso),
        }
        if this_year.random() < 0.8:
            rows.append(cells)
            if plan is not None and drawn.random() < 0.3:
                # Of one day's plans the first in the alphabet counts.
                other = {"permanence_plan": drawn.choice(PLANS), "care_plan_completed_date": _shown(plan, iso)}
                rows.append(cells | other)
    return rows


def protection_plan_rows(always: Random, this_year: Random, history: History, year: int, loaded: list[int]) -> Rows:
    """Return the child's protection plans, and some of a child who is not looked after."""
    rows = []
    for number in range(always.choice([0, 1, 2])):
        start = always.choice(turning_days(loaded)) + timedelta(days=always.choice([-30, -1, 0, 0, 1]))
        ends = [last_day_of(y) + timedelta(days=n) for y in loaded for n in (-1, 0, 1)]
        drawn = this_year if this_year.random() < 0.2 else Random(f"{history.child}/{number}/{start}/plan")
        end = drawn.choice([None, None, *ends, start, start + timedelta(days=90), start - timedelta(days=1)])
        child = drawn.choice([history.child, history.child, "P" + history.child])
        if this_year.random() < 0.8:
            rows.append({"child_id": child, "start_date": _shown(start, True), "end_date": _shown(end, True)})
    return rows


def conference_rows(always: Random, this_year: Random, history: History, year: int, loaded: list[int]) -> Rows:
    """Return the child's protection conferences, due and held around the ends of years and quarters."""
    rows = []
    for number in range(always.choice([0, 1, 2, 3])):
        due = always.choice(turning_days(loaded)) + timedelta(days=always.choice([-1, 0, 0, 1, 91]))
        drawn = this_year if this_year.random() < 0.1 else Random(f"{history.child}/{number}/{due}/conference")
        held = drawn.choice([None, *(due + timedelta(days=n) for n in (-40, -1, 0, 0, 1, 30))])
        kind = always.choice(["initial", "review", "Review", "INITIAL "])
        if this_year.random() < 0.8:
            row = {"child_id": history.child, "kind": kind, "due_date": _shown(due, False)}
            rows.append(row | {"held_date": _shown(held, False)})
    return rows


def uasc_rows(always: Random, this_year: Random, history: History, year: int, loaded: list[int]) -> Rows:
    """Return the child's row of the file of unaccompanied children, or none."""
    if always.random() < 0.5 or this_year.random() < 0.3:
        return []
    days = turning_days(loaded)
    ceased = this_year.choice([None, None, *days]) if this_year.random() < 0.3 else always.choice([None, *days])
    if ceased is not None:
        ceased += timedelta(days=always.choice([-1, 0, 0, 1]))
    return [{"CHILD": history.child, "SEX": "1", "DOB": "", "DUC": _shown(ceased, False)}]


def _days_of_care(history: History, loaded: list[int]) -> list[date]:
    days = [*history.reviews]
    for stay in history.stays.values():
        days += [stay.decom] * 2 + ([stay.dec] if stay.dec else [])
        days += [months_after(stay.decom, n) for n in (4, 12, 24)]
    return days + [last_day_of(year) for year in loaded] + [first_day_of(loaded[0])]


def _plan_day(rng: Random, start: date) -> date | None:
    limit = working_days_after(start, 10)
    near = [limit + timedelta(days=n) for n in (-3, -1, 0, 0, 1, 7, 8, 28, 29, 60)]
    return rng.choice([*near, *(start + timedelta(days=n) for n in (-29, -28, -27, -1, 0)), None])


def _some(rng: Random, days: list[date]) -> date | None:
    return None if rng.random() < 0.3 else rng.choice(days) + timedelta(days=rng.choice([-1, 0, 0, 1]))


def _shown(day: date | None, iso: bool) -> str:
    return "" if day is None else day.isoformat() if iso else day.strftime("%d/%m/%Y")
