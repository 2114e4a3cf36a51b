"""The council's own extracts of one year for a made-up child: review_details, send and escalations."""

from collections.abc import Mapping
from datetime import date, timedelta
from random import Random

from tests.oracle.days import calendar_days_after, first_day_of, last_day_of, working_days_after
from tests.oracle.histories import History, turning_days

MODES = ["in person", "In Person", "virtual", "VIRTUAL ", "hybrid", "paper", "", "telephone"]
NEEDS = [
    *("SPLD", "MLD", "SLD", "PMLD", "SEMH", "SLCN", "HI", "VI", "MSI", "PD", "ASD", "asd", "DS"),
    *("OTH", "NSA", "QQQ", ""),
]
DISABILITIES = ["", "NONE", "MOB", "HAND;PC", "LD; BEH", "AUT;AUT", "con", "DDA;QQQ", "HEAR;VIS;COMM;", "INC"]
REASONS = ["Sickness", "Bereavement", " Late papers", "", ""]
THEMES = ["Drift", "Placement", "Education ", ""]
STAGES = ["informal", "Informal", "1", "1", "2", "3", ""]


def review_details_rows(
    always: Random, this_year: Random, history: History, year: int, loaded: list[int]
) -> list[dict[str, str]]:
    """Return rows on the child's reviews of the year and shortly before, a few without a review."""
    rows = []
    days = [day for day in history.reviews if first_day_of(year) - timedelta(days=60) <= day <= last_day_of(year)]
    if this_year.random() < 0.1:
        days.append(first_day_of(year) + timedelta(days=this_year.randint(0, 364)))
    for day in sorted(set(days)):
        drawn = Random(f"{history.child}/{day}/details")
        changed = this_year if this_year.random() < 0.05 else drawn
        decisions, record = _sent(drawn, day, year, 5), _sent(drawn, day, year, 20)
        row = {
            "child_id": history.child,
            "review_date": day,
            "system_due_date": day + timedelta(days=drawn.choice([-10, 0, 10])),
            "cancelled": drawn.choice(["N", "N", "N", "N", "n", "", "Y"]),
            "iro_id": drawn.choice(["IRO1", "IRO2", ""]),
            "mode": changed.choice(MODES),
            "decisions_sent_date": _as_exported(this_year, decisions, year),
            "record_sent_date": _as_exported(this_year, record, year),
            "record_late_reason": changed.choice(REASONS),
            "social_work_report": changed.choice(["on time", "Late", "not available", ""]),
            "care_plan": drawn.choice(["final", "legal", "draft", "none", ""]),
            "parent_took_part": changed.choice(["attended", "Contributed", "no", "not invited", ""]),
            "late_reason": changed.choice(REASONS),
            "seen_before_review": drawn.choice(["Y", "N", ""]),
            "quality_score": drawn.choice(["1", "4", ""]),
        }
        if drawn.random() < 0.8:
            rows.append(_texts(row, always.random() < 0.5))
    return rows


def _sent(rng: Random, day: date, year: int, limit: int) -> date | None:
    last = working_days_after(day, limit)
    near = [last + timedelta(days=n) for n in (-3, -1, 0, 0, 1, 10)]
    year_end = [d for d in (last_day_of(year), first_day_of(year + 1)) if d >= day]
    return rng.choice([*near, *near, *year_end, calendar_days_after(day, 21), calendar_days_after(day, 22), None])


def _as_exported(rng: Random, day: date | None, year: int) -> date | None:
    return None if day is not None and day > last_day_of(year) and rng.random() < 0.7 else day


def send_rows(
    always: Random, this_year: Random, history: History, year: int, loaded: list[int]
) -> list[dict[str, str]]:
    """Return the child's SEND records: as they were on some days up to a little after the year."""
    days = [always.choice(turning_days(loaded)) for _ in range(always.choice([0, 1, 2, 3]))]
    days += [last_day_of(loaded[-1]), first_day_of(year + 1)] if always.random() < 0.2 else []
    rows = []
    for day in sorted(set(days)):
        drawn = this_year if this_year.random() < 0.1 else Random(f"{history.child}/{day}/send")
        row = {
            "child_id": history.child,
            "as_at_date": day,
            "sen_provision": drawn.choice(["E", "E", "K", "k", "N", "", "X"]),
            "primary_need": drawn.choice(NEEDS),
            "disability": drawn.choice(DISABILITIES),
            "communication_support": drawn.choice(["Y", "N", ""]),
        }
        if this_year.random() < 0.7:
            rows.append(_texts(row, always.random() < 0.5))
    return rows


def escalation_rows(
    always: Random, this_year: Random, history: History, year: int, loaded: list[int]
) -> list[dict[str, str]]:
    """Return the concerns about the child that were raised by the end of the year, as it was then."""
    rows = []
    iso = always.random() < 0.5
    for number in range(always.choice([0, 0, 1, 2])):
        drawn = Random(f"{history.child}/{number}/{always.random()}")
        raised = drawn.choice(turning_days(loaded)) + timedelta(days=drawn.choice([-30, -28, -27, -1, 0, 0, 3]))
        if raised > last_day_of(year) and this_year.random() < 0.95:
            continue
        limit = working_days_after(raised, 20)
        after = [limit + timedelta(days=n) for n in (-1, 0, 0, 1, 30)]
        resolved = _as_exported(this_year, drawn.choice([*after, raised, raised - timedelta(days=3), None, None]), year)
        stage = drawn.choice(STAGES)
        shared = None if resolved is None else drawn.choice([resolved, resolved + timedelta(days=40), None])
        row = {
            "escalation_id": f"E{history.child}-{number}",
            "child_id": history.child,
            "iro_id": "IRO1",
            "raised_date": raised,
            "raised_stage": stage,
            "theme": drawn.choice(THEMES),
            "resolved_date": resolved,
            "resolved_stage": "" if resolved is None else drawn.choice([stage, stage, *STAGES]),
            "outcome": "" if resolved is None else drawn.choice(["Upheld", "Not upheld", ""]),
            "learning_shared_date": shared,
        }
        rows.append(_texts(row, iso))
    return rows


def _texts(row: Mapping[str, object], iso: bool) -> dict[str, str]:
    cells = {}
    for column, value in row.items():
        if isinstance(value, date):
            cells[column] = value.isoformat() if iso else value.strftime("%d/%m/%Y")
        else:
            cells[column] = str(value or "")
    return cells
