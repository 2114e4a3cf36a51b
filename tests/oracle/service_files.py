"""Random files of a council's service: escalations, audits, posts, allocations, contacts, actions and facts.

They crowd the days on which rules turn, and hold slips: blanks, duplicates, children whom the return does not know.
"""

from collections.abc import Callable
from datetime import date, timedelta
from random import Random

from tests.oracle.councils import random_council
from tests.oracle.days import calendar_days_after, first_day_of, last_day_of, months_after
from tests.oracle.own_files import Settings

Rows = list[dict[str, str]]

OFFICERS = ["IRO1", "IRO2", "IRO3", "iro4", "007"]
STAGES = ["informal", "Informal", "1", "2", "2", "3", "", "Stage 2"]
WAVES = ["Spring", "spring", "Autumn", "2019 benchmark", "", ""]
QUESTIONS = ["Was the plan there?", "Was the child seen?", "was the child seen?"]
ETHNICITIES = ["WBRI", "wbri", "White", "black", "CHNE", "REFU", "", "Mixed", "QQQQ"]
TEXTS = ["A", "a", "B", ""]
MIDWAY = ["midway review", "Midway", "mid-point", "Mid – point review", "MIDPOINT", "interim review", "interim"]
NUMBERS = ["", "0", "1", "2", "7", "12", "0.5", "3.25", "8.0"]
FTES = ["1", "0.5", "0.6", "0.75", "0.125", "0.335", "0.145", "1.005", "-1", "", "0", "1.0"]


def service_council(seed: int) -> dict:
    """Return a random council with files of its service, its `settings`, and an `as_at` day or None."""
    council = random_council(seed)
    years = loaded_years(council)
    known = {
        row["CHILD"] for year in years for rows in council["folders"][year].values() for row in rows if "CHILD" in row
    }
    children = [f"{1001 + number}" for number in range(max(len(known), 3))]
    for year, files in service_files(seed, years, children).items():
        others = {n: rows for n, rows in council["folders"][year].items() if not n.startswith("escalations")}
        council["folders"][year] = others | files
    rng = Random(f"{seed}/settings")
    first = years[0] + rng.choice([-1, 0, 1])
    establishment = {first: rng.choice([760, 800, 13]), first + 2: 900} if rng.random() < 0.7 else {}
    as_at = date(council["year"] - 1, rng.choice([4, 6, 9, 9, 10, 12]), rng.choice([15, 30]))
    return council | {
        "settings": Settings(rng.choice(["", "", "Autumn", "Nowhere"]), establishment),
        "as_at": as_at if rng.random() < 0.3 else None,
    }


def loaded_years(council: dict) -> list[int]:
    """Return the unbroken run of years that ends at the council's own."""
    years = [council["year"]]
    while years[0] - 1 in council["folders"]:
        years.insert(0, years[0] - 1)
    return years


def service_files(seed: int, years: list[int], children: list[str]) -> dict[int, dict[str, Rows]]:
    """Return each year's files, by name, each of the years at times without one; the same seed gives the same files."""
    draws: dict[str, Callable[[Random, list[int], list[str]], dict[int, Rows]]] = {
        "escalations": _escalations,
        "audits": _audits,
        "commendations": _commendations,
        "iros": _iros,
        "allocations": _allocations,
        "iro_contacts": _contacts,
        "actions": _actions,
        "service_facts": _facts,
    }
    files: dict[int, dict[str, Rows]] = {year: {} for year in years}
    for name, draw in draws.items():
        rng = Random(f"{seed}/{name}")
        for year, rows in draw(rng, years, [*children, "unknown"]).items():
            if rows and rng.random() < 0.9:
                if rng.random() < 0.3:
                    rows.insert(rng.randint(0, len(rows)), _altered(rng, rows))
                files[year][f"{name}.csv"] = rows
    return files


def _altered(rng: Random, rows: Rows) -> dict[str, str]:
    row, other = dict(rng.choice(rows)), rng.choice(rows)
    for column in row:
        if rng.random() < 0.3:
            row[column] = other[column]
    return row


def _day(rng: Random, years: list[int]) -> date:
    year = rng.choice(years)
    turns = [first_day_of(year), last_day_of(year), date(year - 1, 9, 30), date(year - 1, 6, 30), date(year, 2, 28)]
    near = rng.choice(turns) + timedelta(days=rng.choice([-42, -1, 0, 0, 1, 42]))
    return rng.choice([near, first_day_of(year) + timedelta(days=rng.randint(-20, 380))])


def _text(day: date | None, iso: bool = False) -> str:
    return "" if day is None else day.isoformat() if iso else day.strftime("%d/%m/%Y")


def _as_files(rng: Random, years: list[int], things: list[tuple[date, dict[str, str]]]) -> dict[int, Rows]:
    """Return rows by year: each thing in the files of some years from the one before its day on, at times changed."""
    files: dict[int, Rows] = {year: [] for year in years}
    for day, row in things:
        gone = rng.choice([*years, years[-1] + 1, years[-1] + 1, years[-1] + 1])
        for year in years:
            in_file = first_day_of(year) - timedelta(days=400) <= day <= last_day_of(year) or rng.random() < 0.4
            if in_file and year < gone and (day <= last_day_of(year) or rng.random() < 0.1):
                files[year].append(_altered_late(rng, row))
    return files


def _altered_late(rng: Random, row: dict[str, str]) -> dict[str, str]:
    ends = [column for column in row if column in ("end_date", "resolved_date", "answer", "theme")]
    if ends and rng.random() < 0.15:
        return row | {rng.choice(ends): ""}
    return dict(row)


def _escalations(rng: Random, years: list[int], children: list[str]) -> dict[int, Rows]:
    things: list[tuple[date, dict[str, str]]] = []
    for number in range(rng.randint(4, 30)):
        raised = _day(rng, years)
        if things and rng.random() < 0.5:
            earlier = rng.choice(things)[0]
            raised = months_after(earlier, rng.choice([0, 12, 12])) + timedelta(days=rng.choice([-1, 0, 0, 1]))
        days = rng.choice([0, 1, 10, 27, 28, 29, 91, 92, 182, 183, 400, -3, None, None])
        stage = rng.choice(STAGES)
        row = {
            "escalation_id": f"E{number}",
            "child_id": rng.choice([*children[:3], *children[:3], ""]),
            "iro_id": rng.choice([*OFFICERS, ""]),
            "raised_date": _text(raised),
            "raised_stage": stage,
            "theme": rng.choice(TEXTS),
            "resolved_date": "" if days is None else _text(calendar_days_after(raised, days)),
            "resolved_stage": "" if days is None else rng.choice([stage, *STAGES]),
            "outcome": rng.choice(TEXTS),
            "learning_shared_date": "",
        }
        things.append((raised, row))
    for year in years:
        for days in (28, 29, 91, 92, 182, 183):
            if rng.random() < 0.2:
                raised = last_day_of(year) - timedelta(days=days)
                row = dict.fromkeys(things[0][1], "") | {"escalation_id": f"O{year}-{days}"}
                things.append((raised, row | {"raised_date": _text(raised), "raised_stage": rng.choice(STAGES)}))
    return _as_files(rng, years, things)


def _audits(rng: Random, years: list[int], children: list[str]) -> dict[int, Rows]:
    things = []
    for _ in range(rng.randint(0, 40)):
        day = _day(rng, years)
        row = {
            "audit_id": rng.choice(["A1", "A2", "A10", "a3", "1"]),
            "wave": rng.choice(WAVES),
            "audited_date": _text(day),
            "child_id": rng.choice(children[:4] + children[-1:]),
            "question": rng.choice(QUESTIONS),
            "answer": rng.choice(["yes", "Yes", "no", "no", "na", "", "partly"]),
        }
        things.append((day, row))
    return _as_files(rng, years, things)


def _commendations(rng: Random, years: list[int], children: list[str]) -> dict[int, Rows]:
    things = []
    for _ in range(rng.randint(0, 15)):
        day = _day(rng, years)
        row = {"awarded_date": _text(day, rng.random() < 0.5), "team": rng.choice(TEXTS), "note": rng.choice(TEXTS)}
        things.append((day, row))
    return _as_files(rng, years, things)


def _iros(rng: Random, years: list[int], children: list[str]) -> dict[int, Rows]:
    files: dict[int, Rows] = {}
    for year in years:
        files[year] = []
        for officer in rng.sample(OFFICERS, rng.randint(1, len(OFFICERS))):
            started = rng.choice([None, None, _day(rng, years)])
            left = rng.choice([None, None, _day(rng, years), first_day_of(year), last_day_of(year)])
            row = {
                "iro_id": officer,
                "fte": rng.choice(FTES),
                "started_date": _text(started),
                "left_date": _text(left),
                "ethnicity": rng.choice(ETHNICITIES),
                "sickness_days": rng.choice(["", "0", "1", "2.5", "10.125", "1.145", "30", "-2"]),
            }
            files[year].append(row)
    return files


def _allocations(rng: Random, years: list[int], children: list[str]) -> dict[int, Rows]:
    things = []
    for child in children:
        start = first_day_of(years[0]) - timedelta(days=rng.choice([900, 30, 1, 0]))
        while rng.random() < 0.85 and start <= last_day_of(years[-1]):
            end = rng.choice([_day(rng, years), None, None])
            things.append((start, _allocation(rng, child, start, end)))
            if rng.random() < 0.2:
                things.append((start, _allocation(rng, child, start, end)))
            start = end or _day(rng, years)
            start += timedelta(days=rng.choice([0, 0, 0, 1, -5]))
    return _as_files(rng, years, things)


def _allocation(rng: Random, child: str, start: date, end: date | None) -> dict[str, str]:
    officer = rng.choice(OFFICERS)
    return {"child_id": child, "iro_id": officer, "start_date": _text(start), "end_date": _text(end)}


def _contacts(rng: Random, years: list[int], children: list[str]) -> dict[int, Rows]:
    things = []
    for officer in OFFICERS:
        day = _day(rng, years)
        while rng.random() < 0.9 and day <= last_day_of(years[-1]) + timedelta(days=30):
            child = rng.choice(["", "", "", children[0]])
            things.append((day, _contact(officer, child, day, rng.choice(["supervision", "Supervision"]))))
            day += timedelta(days=rng.choice([0, 30, 41, 42, 42, 43, 100]))
        for _ in range(rng.randint(0, 8)):
            day = _day(rng, years)
            kind = rng.choice(["visit", "visit", "call", "VISIT", "email", *MIDWAY])
            things.append((day, _contact(officer, rng.choice([*children, ""]), day, kind)))
    return _as_files(rng, years, things)


def _contact(officer: str, child: str, day: date, kind: str) -> dict[str, str]:
    return {"iro_id": officer, "child_id": child, "contact_date": _text(day), "kind": kind}


def _actions(rng: Random, years: list[int], children: list[str]) -> dict[int, Rows]:
    files: dict[int, Rows] = {}
    for year in years:
        files[year] = []
        for number in range(rng.randint(0, 8)):
            agreed = year - rng.choice([-1, 0, 0, 1, 1, 1, 2])
            days = [None, None, last_day_of(year), first_day_of(year + 1), _day(rng, years)]
            row = dict.fromkeys(["action", "owner", "reason", "measure"], "") | {
                "action_id": f"A{number}",
                "agreed_year": f"{agreed}",
                "status": rng.choice(["achieved", "Achieved", "in progress", "not started", "", "dropped"]),
                "achieved_date": _text(rng.choice(days)),
            }
            files[year].append(row)
    return files


def _facts(rng: Random, years: list[int], children: list[str]) -> dict[int, Rows]:
    files: dict[int, Rows] = {}
    for year in years:
        files[year] = []
        for fact in rng.sample(["Carers", "carers", "Schools trained", "Students", "Café visits"], rng.randint(0, 5)):
            row = {"fact": fact, "numerator": rng.choice(NUMBERS), "denominator": rng.choice(NUMBERS), "note": ""}
            files[year].append(row)
    return files
