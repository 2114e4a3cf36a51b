"""Random councils that are nasty on purpose: small, and full of days and slips on which the rules turn."""

import csv
from datetime import timedelta
from pathlib import Path
from random import Random

from hypothesis import strategies as st

from tests.oracle.awkward_rows import AWKWARD, MAY_LACK
from tests.oracle.days import first_day_of, last_day_of
from tests.oracle.histories import History, random_history
from tests.oracle.own_extracts import escalation_rows, review_details_rows, send_rows
from tests.oracle.planning_extracts import (
    care_plan_rows,
    conference_rows,
    leave_a_column_out,
    protection_plan_rows,
    uasc_rows,
)
from tests.oracle.returns import EPISODE_COLUMNS, episode_rows, header_rows, review_rows

Rows = list[dict[str, str]]

LAST_YEARS = [2006, 2007, 2011, 2012, 2013, 2016, 2019, 2020, 2021, 2021, 2024, 2026]


def councils() -> st.SearchStrategy[dict]:
    """Return a strategy of random councils, which shrinks to fewer children and years."""
    return st.builds(
        random_council,
        seed=st.integers(0, 2**32 - 1),
        children=st.integers(1, 12),
        years=st.integers(1, 4),
    )


def random_council(seed: int, children: int | None = None, years: int | None = None) -> dict:
    """Return a council: `year` to report, `record_limit`, and `folders`: year → file name → rows of texts.

    The same arguments give the same council; a child's history depends on the seed, the years and its number.
    """
    rng = Random(f"{seed}")
    last, some_years, some_children = rng.choice(LAST_YEARS), rng.randint(1, 4), rng.randint(1, 12)
    count = years or some_years
    loaded = list(range(last - count + 1, last + 1))
    histories = [
        random_history(Random(f"{seed}/{last}/{count}/{number}"), f"{1001 + number}", loaded)
        for number in range(children or some_children)
    ]
    unread = [loaded[0] - 2] * (rng.random() < 0.1) + [last + 1] * (rng.random() < 0.1)
    folders = {year: _folder(seed, year, histories, loaded) for year in sorted(loaded + unread)}
    limit = rng.choice([("working days", 20), ("working days", 20), ("calendar days", 21)])
    return {"year": last, "record_limit": limit, "folders": folders}


def write_council(council: dict, raw: Path) -> None:
    """Write the council's files into `raw`, one folder a year, as CSV in UTF-8."""
    for year, files in council["folders"].items():
        folder = raw / str(year)
        folder.mkdir(parents=True)
        for name, rows in files.items():
            with (folder / name).open("w", encoding="utf-8", newline="") as file:
                writer = csv.DictWriter(file, fieldnames=list(rows[0]))
                writer.writeheader()
                writer.writerows(rows)


def _folder(seed: int, year: int, histories: list[History], loaded: list[int]) -> dict[str, Rows]:
    extracts: dict[str, Rows] = {}
    draws = {
        "header": header_rows,
        "episodes": episode_rows,
        "reviews": review_rows,
        "review_details": review_details_rows,
        "send": send_rows,
        "escalations": escalation_rows,
        "care_plans": care_plan_rows,
        "protection_plans": protection_plan_rows,
        "protection_conferences": conference_rows,
        "uasc": uasc_rows,
        **AWKWARD,
    }
    for extract, draw in draws.items():
        rows: Rows = []
        for history in histories:
            always = Random(f"{seed}/{extract}/{history.child}")
            this_year = Random(f"{seed}/{extract}/{history.child}/{year}")
            rows += draw(always, this_year, history, year, loaded)
        extracts[extract] = rows
    rng = Random(f"{seed}/files/{year}")
    for extract, rows in _never_empty(year).items():
        extracts[extract] = extracts[extract] or rows
    files: dict[str, Rows] = {}
    for extract, rows in extracts.items():
        statutory = extract in ("header", "episodes", "reviews")
        if not rows or (not statutory and rng.random() < 0.2):
            continue
        _repeat_some(rng, rows)
        if extract in AWKWARD and rng.random() < 0.1:
            _leave_out_a_column(rng, rows)
        leave_a_column_out(Random(f"{seed}/columns/{extract}/{year}"), extract, rows)
        files |= _exports(rng, extract, year, rows, statutory)
    return files


def _never_empty(year: int) -> dict[str, Rows]:
    header = {"CHILD": "9999", "SEX": "1", "DOB": "01/04/1999", "ETHNIC": "WBRI"}
    decom = first_day_of(year).strftime("%d/%m/%Y")
    dec = last_day_of(year).strftime("%d/%m/%Y")
    episode = {
        "CHILD": "9999",
        "DECOM": decom,
        "RNE": "S",
        "LS": "V3",
        "PLACE": "K2",
        "DEC": dec,
        "REC": "E8",
    }
    return {
        "header": [header | dict.fromkeys(("UPN", "MOTHER", "MC_DOB"), "")],
        "episodes": [dict.fromkeys(EPISODE_COLUMNS, "") | episode],
        "reviews": [{"CHILD": "9999", "DOB": "01/04/1999", "REVIEW": dec, "REVIEW_CODE": "PN1"}],
    }


def _leave_out_a_column(rng: Random, rows: Rows) -> None:
    left_out = rng.choice([column for column in MAY_LACK if column in rows[0]] or [""])
    for row in rows:
        row.pop(left_out, None)


def _repeat_some(rng: Random, rows: Rows) -> None:
    if rng.random() < 0.3:
        again = dict(rng.choice(rows))
        columns = ("REVIEW_CODE", "PLACE", "mode", "sen_provision", "ETHNIC", "raised_stage")
        for column in (*columns, "status", "answer", "days"):
            if column in again and rng.random() < 0.5:
                again[column] = rng.choice(rows)[column]
        rows.insert(rng.randint(0, len(rows)), again)


def _exports(rng: Random, extract: str, year: int, rows: Rows, statutory: bool) -> dict[str, Rows]:
    stem = rng.choice([extract, f"{extract} {year}", f"SSDA903_{extract}"]) if statutory else extract
    if rng.random() < 0.7:
        return {f"{stem}.csv": rows}
    exported = last_day_of(year) + timedelta(days=rng.randint(1, 90))
    files = {f"{stem}@{exported.isoformat()}.csv": rows}
    if rng.random() < 0.5:
        older = exported - timedelta(days=rng.randint(1, 30))
        files[f"{stem}@{older.isoformat()}.csv"] = [dict(row) for row in rows[: max(1, len(rows) // 2)]]
    return files
