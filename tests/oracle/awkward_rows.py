"""Health, education, apps, feedback and OC2 of one year for a made-up child, on the days on which rules turn."""

from datetime import date, timedelta
from random import Random

from tests.oracle.days import first_day_of, last_day_of, months_after, working_days_after
from tests.oracle.histories import History, turning_days
from tests.oracle.own_extracts import _as_exported, _texts
from tests.oracle.returns import text

Rows = list[dict[str, str]]

OC2_COLUMNS = [
    *("CHILD", "DOB", "SDQ_SCORE", "SDQ_REASON", "CONVICTED", "HEALTH_CHECK", "IMMUNISATIONS", "TEETH_CHECK"),
    *("HEALTH_ASSESSMENT", "SUBSTANCE_MISUSE", "INTERVENTION_RECEIVED", "INTERVENTION_OFFERED"),
]
# Columns that a file may lack; those that say which thing a row is are not among them.
MAY_LACK = [
    *("status", "completed_date", "initiated_date", "given_to_child_date", "quality", "days", "answer"),
    *("reported_to_virtual_school", "SDQ_SCORE", "TEETH_CHECK", "HEALTH_ASSESSMENT", "IMMUNISATIONS"),
    *("MISSING", "started_date", "ended_date", "done_date"),
]
FLAGS = ["1", "1", "0", "", "2"]
STATUSES = ["completed", "completed", "Completed", "refused", "cancelled", "planned", "", "lost"]
KINDS = ["initial health assessment", "initial health assessment", "Review health assessment", "dental", "eyes"]
PLAN_STATUSES = ["up to date", "Up to date", "out of date", "in progress", "none", "", "late"]
QUESTIONS = ["Were you listened to?", "Were you listened to?", "were you listened to?", "Did you choose the place?"]


def _some_day(rng: Random, history: History, loaded: list[int]) -> date:
    """Return a day near a turn of the years or of the child's own history."""
    days = [*turning_days(loaded)]
    for stay in history.stays.values():
        days += [stay.decom, working_days_after(stay.decom, 10), working_days_after(stay.decom, 20)]
        days += [] if stay.dec is None else [stay.dec]
    return rng.choice(days) + timedelta(days=rng.choice([-1, 0, 0, 0, 1, 1, 30]))


def health_rows(always: Random, this_year: Random, history: History, year: int, loaded: list[int]) -> Rows:
    """Return the child's health contacts as the year's file holds them."""
    rows = []
    for number in range(always.choice([0, 1, 3, 6])):
        drawn = Random(f"{history.child}/{number}/{always.random()}")
        due: date | None = _some_day(drawn, history, loaded)
        done = drawn.choice([due, _some_day(drawn, history, loaded), _some_day(drawn, history, loaded), None])
        if drawn.random() < 0.3 and done is not None:
            months = drawn.choice([6, 12])
            done = months_after(last_day_of(drawn.choice(loaded)), -months) + timedelta(days=drawn.choice([-1, 0, 1]))
        if drawn.random() < 0.2:
            due = None
        changed = this_year if this_year.random() < 0.2 else drawn
        row = {
            "child_id": history.child,
            "kind": drawn.choice(KINDS),
            "due_date": due,
            "completed_date": _as_exported(this_year, done, year),
            "status": changed.choice(STATUSES),
        }
        if this_year.random() < 0.6:
            rows.append(_texts(row, always.random() < 0.5))
    return rows


def education_plan_rows(always: Random, this_year: Random, history: History, year: int, loaded: list[int]) -> Rows:
    """Return the child's plan records as the year's file holds them."""
    rows = []
    completed = [_some_day(always, history, loaded), _some_day(always, history, loaded), None]
    for number in range(always.choice([0, 1, 2, 5])):
        drawn = Random(f"{history.child}/{number}/{always.random()}")
        changed = this_year if this_year.random() < 0.1 else drawn
        done = drawn.choice(completed)
        given = done and drawn.choice([done, done + timedelta(days=drawn.choice([-3, 1, 20, 200])), None])
        near = months_after(last_day_of(drawn.choice(loaded)), -12) + timedelta(days=drawn.choice([-1, 0, 1]))
        row = {
            "child_id": history.child,
            "as_at_date": drawn.choice([near, _some_day(drawn, history, loaded)]),
            "initiated_date": drawn.choice([_some_day(drawn, history, loaded), None]),
            "completed_date": done,
            "status": changed.choice(PLAN_STATUSES),
            "given_to_child_date": given,
            "quality": changed.choice(["red", "Amber", "green", "", "blue"]),
        }
        if this_year.random() < 0.6:
            rows.append(_texts(row, always.random() < 0.5))
    return rows


def exclusion_rows(always: Random, this_year: Random, history: History, year: int, loaded: list[int]) -> Rows:
    """Return the child's exclusions as the year's file holds them."""
    rows = []
    for number in range(always.choice([0, 0, 1, 3])):
        drawn = Random(f"{history.child}/{number}/{always.random()}")
        changed = this_year if this_year.random() < 0.1 else drawn
        row = {
            "child_id": history.child,
            "excluded_date": _some_day(drawn, history, loaded),
            "kind": drawn.choice(["suspension", "Suspension", "permanent", "considered", "sent home"]),
            "days": changed.choice(["", "1", "2.5", "0.5", "0", "-1", "3.0", "45"]),
            "reported_to_virtual_school": changed.choice(["Y", "y", "N", "", "?"]),
        }
        if this_year.random() < 0.6:
            rows.append(_texts(row, always.random() < 0.5))
    return rows


def app_use_rows(always: Random, this_year: Random, history: History, year: int, loaded: list[int]) -> Rows:
    """Return the child's submissions as the year's file holds them."""
    days = [_some_day(always, history, loaded) for _ in range(always.choice([0, 1, 4]))]
    rows = [
        {"child_id": history.child, "app": always.choice(["One", "one", "Two"]), "submitted_date": on} for on in days
    ]
    return [_texts(row, always.random() < 0.5) for row in rows if this_year.random() < 0.6]


def feedback_rows(always: Random, this_year: Random, history: History, year: int, loaded: list[int]) -> Rows:
    """Return the answers on the child's feedback forms as the year's file holds them."""
    rows = []
    days = [_some_day(always, history, loaded) for _ in range(always.choice([1, 2]))]
    for number in range(always.choice([0, 1, 4, 8])):
        drawn = Random(f"{history.child}/{number}/{always.random()}")
        changed = this_year if this_year.random() < 0.2 else drawn
        row = {
            "child_id": history.child,
            "feedback_date": drawn.choice(days),
            "respondent": drawn.choice(["child", "Child", "CHILD", "foster Carer", "carer", ""]),
            "question": drawn.choice(QUESTIONS),
            "answer": changed.choice(["yes", "Yes", "YES", "partly", "no", "No", "do not KNOW", ""]),
        }
        if this_year.random() < 0.6:
            rows.append(_texts(row, always.random() < 0.5))
    return rows


def oc2_rows(always: Random, this_year: Random, history: History, year: int, loaded: list[int]) -> Rows:
    """Return the child's row of OC2, or none."""
    if this_year.random() < 0.3:
        return []
    ages = [first_day_of(year), last_day_of(year)]
    near = [months_after(on, -12 * age) + timedelta(days=n) for on in ages for age in (4, 17) for n in (-1, 0, 1)]
    cells = {"CHILD": history.child, "DOB": text(this_year.choice([history.born, history.born, None, *near[:2]]))}
    cells |= {"SDQ_SCORE": this_year.choice(["", "0", "13", "14", "17", "40", "41", "-1", "x"])}
    cells |= {name: this_year.choice(FLAGS) for name in ("IMMUNISATIONS", "TEETH_CHECK", "HEALTH_ASSESSMENT")}
    return [dict.fromkeys(OC2_COLUMNS, "") | cells]


def missing_rows(always: Random, this_year: Random, history: History, year: int, loaded: list[int]) -> Rows:
    """Return the times that the child went missing or was away, as the year's file holds them."""
    rows = []
    for number in range(always.choice([0, 0, 1, 2, 4])):
        drawn = Random(f"{history.child}/{number}/{always.random()}")
        changed = this_year if this_year.random() < 0.1 else drawn
        gone = _some_day(drawn, history, loaded)
        row = {
            "CHILD": history.child,
            "DOB": text(drawn.choice([history.born, None])),
            "MISSING": changed.choice(["M", "M", "M", "A", "", "X"]),
            "MIS_START": text(gone),
            "MIS_END": text(drawn.choice([gone, gone + timedelta(days=2), None])),
        }
        if this_year.random() < 0.6:
            rows.append(row)
    return rows


def advocacy_rows(always: Random, this_year: Random, history: History, year: int, loaded: list[int]) -> Rows:
    """Return the child's advocates and independent visitors as the year's file holds them."""
    rows = []
    for number in range(always.choice([0, 1, 2, 3])):
        drawn = Random(f"{history.child}/{number}/{always.random()}")
        offered = _some_day(drawn, history, loaded)
        started = drawn.choice([offered, offered + timedelta(days=drawn.choice([-1, 1, 30])), None])
        ends = [_some_day(drawn, history, loaded), (started or offered) + timedelta(days=drawn.choice([0, 1, 200]))]
        row = {
            "child_id": history.child,
            "kind": drawn.choice(["advocate", "Advocate", "independent visitor", "Independent Visitor", "friend"]),
            "offered_date": drawn.choice([offered, offered, None]),
            "started_date": started,
            "ended_date": _as_exported(this_year, drawn.choice([*ends, None, None]), year),
        }
        if this_year.random() < 0.6:
            rows.append(_texts(row, always.random() < 0.5))
    return rows


def decision_rows(always: Random, this_year: Random, history: History, year: int, loaded: list[int]) -> Rows:
    """Return what the child's reviews decided, as the year's file holds it."""
    rows = []
    days = [*history.reviews, *history.reviews, _some_day(always, history, loaded)]
    for number in range(always.choice([0, 2, 4, 6])):
        drawn = Random(f"{history.child}/{number}/{always.random()}")
        decided = drawn.choice(days)
        near = drawn.choice(days) + timedelta(days=drawn.choice([-1, 0, 0, 1, 30]))
        row = {
            "child_id": history.child,
            "review_date": decided,
            "decision": drawn.choice(["See the dentist", "Visit the farm", "visit the farm", "Find a school"]),
            "due_date": months_after(decided, 1),
            "done_date": _as_exported(this_year, drawn.choice([near, near, None]), year),
        }
        if this_year.random() < 0.7:
            rows.append(_texts(row, always.random() < 0.5))
    return rows


AWKWARD = {
    "health": health_rows,
    "education_plans": education_plan_rows,
    "exclusions": exclusion_rows,
    "app_use": app_use_rows,
    "feedback": feedback_rows,
    "missing": missing_rows,
    "advocacy": advocacy_rows,
    "decisions": decision_rows,
    "oc2": oc2_rows,
}
