"""Random councils whose periods of care, reviews and plans are on the limits of the planning measures."""

from datetime import date, timedelta
from random import Random

from tests.oracle.days import first_day_of, months_after, same_day_in, working_days_after
from tests.oracle.planning_extracts import PLANS, Rows, leave_a_column_out
from tests.oracle.returns import EPISODE_COLUMNS, text

AROUND = (-1, 0, 0, 1)
KINDS = ["initial", "review", "Review", "core group", " initial "]
WORDS = ["final", "Legal", "draft ", "none", "", "", "no plan", "FINAL"]


def planning_council(seed: int, as_at: date | None = None, children: int = 15) -> dict:
    """Return a council of three years, as `random_council` does, whose awkward days are around each as-at day."""
    rng = Random(f"planning/{seed}")
    last = rng.choice([2012, 2016, 2020, 2021, 2021, 2025]) if as_at is None else same_year(as_at)
    years = [last - 2, last - 1, last]
    folders: dict[int, dict[str, Rows]] = {year: {} for year in years}
    for number in range(children):
        _child(rng, f"{2001 + number}", years, folders, as_at)
    for files in folders.values():
        for extract in list(files):
            if extract in ("uasc", "care_plans", "protection_plans", "review_details") and rng.random() < 0.1:
                del files[extract]
            else:
                leave_a_column_out(rng, extract, files[extract])
    named = {year: {f"{name}.csv": rows for name, rows in files.items()} for year, files in folders.items()}
    return {"year": last, "record_limit": ("working days", 20), "folders": named}


def same_year(day: date) -> int:
    """Return the reporting year of a day."""
    return day.year + 1 if (day.month, day.day) >= (4, 1) else day.year


def _child(rng: Random, child: str, years: list[int], folders: dict[int, dict[str, Rows]], as_at: date | None) -> None:
    ends = [same_day_in(year, as_at) for year in years]
    start = _start(rng, rng.choice(ends), years)
    limit = working_days_after(start, 10)
    finish = rng.choice([None, None, limit, *(limit + timedelta(days=n) for n in (-1, 1)), *ends, ends[-1]])
    finish = None if finish is None or finish <= start else finish + timedelta(days=rng.choice(AROUND))
    periods = [(start, finish, rng.choice(["S", "S", "S", "P"]))]
    if finish is not None and rng.random() < 0.5:
        periods.append((finish + timedelta(days=rng.choice([0, 0, 1, 20])), None, "S"))
    reviews = _reviews(rng, start, ends)
    days = [*reviews, *ends, start, start, limit, months_after(start, 12), *([finish] if finish else [])]
    born = months_after(start, -12 * rng.choice([0, 1, 5, 16])) + timedelta(days=rng.choice(AROUND))
    plans = _care_plans(rng, child, periods, days)
    details = [_details(rng, child, day) for day in reviews if rng.random() < 0.8]
    meetings = _conferences(rng, child, ends)
    protection = _protection_plans(rng, child, ends)
    for year in years:
        first, last = first_day_of(year), same_day_in(year, None)
        files = folders[year]
        held = [p for p in periods if p[0] <= last and (p[1] is None or p[1] >= first)]
        if held and rng.random() < 0.95:
            files.setdefault("header", []).append(_header(child, born, rng.random() < 0.2))
        for decom, dec, rne in held:
            shown = None if dec is not None and dec > last and rng.random() < 0.8 else dec
            files.setdefault("episodes", []).append(_episode(rng, child, decom, shown, rne))
        for name, rows in (("care_plans", plans), ("protection_plans", protection), ("review_details", details)):
            files.setdefault(name, []).extend(dict(row) for row in rows if rng.random() < 0.7)
        files.setdefault("protection_conferences", []).extend(dict(row) for row in meetings if rng.random() < 0.7)
        for day in reviews:
            if first <= day <= last:
                told = rng.choice([born, born, None, months_after(born, 60)])
                row = {"CHILD": child, "DOB": text(told), "REVIEW": text(day), "REVIEW_CODE": "PN1"}
                files.setdefault("reviews", []).append(row)
        if rng.random() < 0.4:
            ceased = rng.choice([None, *(day + timedelta(days=rng.choice(AROUND)) for day in [*ends, first])])
            files.setdefault("uasc", []).append({"CHILD": child, "SEX": "1", "DOB": "", "DUC": text(ceased)})
        _keep_every_file(files, first)


def _start(rng: Random, end: date, years: list[int]) -> date:
    kind = rng.choice(["ten", "months", "months", "first", "near"])
    if kind == "ten":
        start = end - timedelta(days=25)
        while working_days_after(start + timedelta(days=1), 10) <= end:
            start += timedelta(days=1)
    elif kind == "months":
        start = months_after(end, -rng.choice([4, 12, 24]))
    elif kind == "first":
        start = first_day_of(years[0]) - timedelta(days=rng.choice([0, 1, 14, 100]))
    else:
        start = end - timedelta(days=rng.choice([0, 30, 150]))
    return start + timedelta(days=rng.choice([-2, *AROUND, 2]))


def _reviews(rng: Random, start: date, ends: list[date]) -> list[date]:
    days = {start + timedelta(days=rng.choice([0, 5, 28, 90])) for _ in range(2)}
    days |= {rng.choice(ends) + timedelta(days=rng.choice([-30, *AROUND])) for _ in range(rng.choice([0, 1, 2]))}
    return [day for day in sorted(days) if rng.random() < 0.9]


def _care_plans(rng: Random, child: str, periods: list[tuple[date, date | None, str]], days: list[date]) -> Rows:
    rows = []
    for _ in range(rng.choice([0, 1, 2, 3])):
        start, finish, _rne = rng.choice(periods)
        limit = working_days_after(start, 10)
        near = [limit + timedelta(days=n) for n in (-2, 0, 1, 7, 8, 28, 29)]
        near += [start + timedelta(days=n) for n in (-29, -28, -27, 0)]
        near += [finish + timedelta(days=n) for n in (0, 1)] if finish else []
        plan = rng.choice([None, *days])
        plan = None if plan is None else plan + timedelta(days=rng.choice(AROUND))
        for _ in range(rng.choice([1, 1, 2])):
            row = {"child_id": child, "care_plan_completed_date": text(rng.choice([None, *near, *near]))}
            row |= {"permanence_plan": rng.choice(PLANS), "permanence_plan_date": text(plan)}
            for column in ("life_story_started_date", "life_story_given_date"):
                day = rng.choice([None, *days])
                row[column] = "" if day is None else text(day + timedelta(days=rng.choice(AROUND)))
            rows.append(row)
    return rows


def _details(rng: Random, child: str, day: date) -> dict[str, str]:
    blank = ("system_due_date", "iro_id", "record_late_reason", "parent_took_part", "late_reason", "quality_score")
    return dict.fromkeys(blank, "") | {
        "child_id": child,
        "review_date": text(day),
        "cancelled": rng.choice(["N", "Y", ""]),
        "mode": rng.choice(["in person", "Virtual", "paper", "hybrid", "", "telephone"]),
        "decisions_sent_date": "",
        "record_sent_date": "",
        "social_work_report": rng.choice(["On time", "late", "not available ", "", "missing"]),
        "care_plan": rng.choice(WORDS),
        "seen_before_review": rng.choice(["Y", "N", "y", "", "X"]),
    }


def _conferences(rng: Random, child: str, ends: list[date]) -> Rows:
    rows = []
    for _ in range(rng.choice([0, 1, 2])):
        due = rng.choice(ends) + timedelta(days=rng.choice([*AROUND, -91, -92, -364]))
        held = rng.choice([None, *(due + timedelta(days=n) for n in (-30, -1, 0, 0, 1))])
        rows.append({"child_id": child, "kind": rng.choice(KINDS), "due_date": text(due), "held_date": text(held)})
    return rows


def _protection_plans(rng: Random, child: str, ends: list[date]) -> Rows:
    rows = []
    for _ in range(rng.choice([0, 1, 2])):
        start = rng.choice(ends) + timedelta(days=rng.choice([*AROUND, -200]))
        end = rng.choice([None, start, start - timedelta(days=3), *(day + timedelta(days=1) for day in ends), *ends])
        who = rng.choice([child, child, f"P{child}"])
        rows.append({"child_id": who, "start_date": text(start), "end_date": text(end)})
    return rows


def _header(child: str, born: date, blank: bool) -> dict[str, str]:
    row = {"CHILD": child, "SEX": "1", "DOB": "" if blank else text(born), "ETHNIC": "WBRI"}
    return row | dict.fromkeys(("UPN", "MOTHER", "MC_DOB"), "")


def _episode(rng: Random, child: str, decom: date, dec: date | None, rne: str) -> dict[str, str]:
    row = {"CHILD": child, "DECOM": text(decom), "DEC": text(dec), "RNE": rne, "LS": "C2"}
    return dict.fromkeys(EPISODE_COLUMNS, "") | row | {"PLACE": rng.choice(["U1", "K2", "Q9"]), "CIN": "N1"}


def _keep_every_file(files: dict[str, Rows], first: date) -> None:
    if not files.setdefault("header", []):
        files["header"].append(_header("9999", date(2000, 1, 1), False))
    if not files.setdefault("episodes", []):
        files["episodes"].append(_episode(Random(1), "9999", first, first + timedelta(days=1), "S"))
    if not files.setdefault("reviews", []):
        files["reviews"].append({"CHILD": "9999", "DOB": "", "REVIEW": text(first), "REVIEW_CODE": "PN0"})
    for extract in [name for name, rows in files.items() if not rows]:
        del files[extract]
