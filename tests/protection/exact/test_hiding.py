"""What can be worked out of what is shown: another solver, with sums written here by hand, tries to."""

import subprocess
import sys
from random import Random

import numpy as np
import polars as pl
import pytest
from scipy.optimize import LinearConstraint, milp

from kit.figures.table import ORDER, SCHEMA
from kit.paths import CHECKOUT
from kit.protection.exact import hiding, part
from kit.protection.small_numbers import protect

STAGES = ("Informal", "Stage 1", "Stage 2")
Name = tuple[str, int, str, str]
# Names of figures and what each counts for, which come to 0 together.
Total = list[tuple[Name, int]]


def count_row(name: Name, number: int) -> dict:
    measure, year, by, category = name
    return {
        "measure": measure, "year": year, "breakdown": by, "category": category, "numerator": number,
        "value": float(number), "unit": "concerns", "note": "",
    }  # fmt: skip


def concerns(seed: int) -> tuple[pl.DataFrame, list[Total]]:
    """Return two years of concerns by stage and by path, and what adds up among them."""
    random = Random(seed)
    numbers: dict[Name, int] = {}
    totals: list[Total] = []
    before = {stage: random.randint(0, 9) for stage in STAGES}
    for year in (2020, 2021):
        raised = {stage: random.randint(0, 14) for stage in STAGES}
        paths: dict[tuple[str, str], int] = {}
        for n, stage in enumerate(STAGES):
            left = before[stage] + raised[stage]
            for end in STAGES[n:]:
                paths[stage, end] = random.randint(0, left) if random.random() < 0.8 else 0
                left -= paths[stage, end]
        after = {s: before[s] + raised[s] - sum(k for (a, _), k in paths.items() if a == s) for s in STAGES}
        ends = {s: sum(k for (_, b), k in paths.items() if b == s) for s in STAGES}
        named = {(a, b): f"{a} only" if a == b else f"{a} to {b}" for a, b in paths}
        tables = {
            ("escalations_open", "stage_raised"): after,
            ("escalations_raised", "stage_raised"): raised,
            ("escalations_resolved", "stage_resolved"): ends,
            ("escalations_resolved_by_path", "path"): {named[ab]: k for ab, k in paths.items()},
        }
        for (measure, by), table in tables.items():
            whole = (measure, year, "all", "all")
            numbers[whole] = sum(table.values())
            numbers |= {(measure, year, by, category): k for category, k in table.items()}
            totals.append([(whole, -1), *(((measure, year, by, category), 1) for category in table)])
        path = {ab: ("escalations_resolved_by_path", year, "path", words) for ab, words in named.items()}
        for s in STAGES:
            ended = ("escalations_resolved", year, "stage_resolved", s)
            totals.append([(ended, -1), *((one, 1) for (_, b), one in path.items() if b == s)])
            if year == 2021:
                flow = [(("escalations_open", year - back, "stage_raised", s), 1 - 2 * (1 - back)) for back in (0, 1)]
                gone = [(one, -1) for (a, _), one in path.items() if a == s]
                totals.append([*flow, (("escalations_raised", year, "stage_raised", s), 1), *gone])
        resolved = [
            (("escalations_resolved" + end, year, "all", "all"), sign) for end, sign in (("", 1), ("_by_path", -1))
        ]
        totals.append(resolved)
        before = after
    rows = [count_row(name, number) for name, number in numbers.items()]
    return pl.DataFrame(rows, schema=SCHEMA).sort(ORDER), totals


def worked_out(table: pl.DataFrame, shown: pl.DataFrame, totals: list[Total]) -> list[str]:
    """Return the small numbers of the table that a reader of what is shown could narrow down."""
    truth = {row[:4]: row[4] for row in table.select(*ORDER, "numerator").iter_rows()}
    hidden = [row[:4] for row in shown.select(*ORDER, "numerator").iter_rows() if row[4] is None]
    place = {name: n for n, name in enumerate(hidden)}
    if not hidden:
        return []
    matrix = np.zeros((len(totals), len(hidden)))
    right = np.zeros(len(totals))
    for line, total in enumerate(totals):
        for name, sign in total:
            if name in place:
                matrix[line, place[name]] += sign
            else:
                right[line] -= sign * truth[name]
    told = []
    for name, n in place.items():
        if 1 <= truth[name] <= 5:
            least, most = (_end(matrix, right, n, sign) for sign in (1, -1))
            if least > 1 or most < 5:
                told.append(f"{name}: {least} to {most}, and it is {truth[name]}")
    return told


def _end(matrix: np.ndarray, right: np.ndarray, number: int, sign: int) -> int:
    aim = np.zeros(matrix.shape[1])
    aim[number] = sign
    found = milp(aim, constraints=LinearConstraint(matrix, right, right), integrality=np.ones(len(aim)))
    # Without an end upwards.
    return round(sign * found.fun) if found.success else 999


@pytest.mark.parametrize("seed", range(6))
def test_no_small_number_of_two_years_of_concerns_can_be_worked_out(seed: int) -> None:
    table, totals = concerns(seed)
    assert worked_out(table, protect(table), totals) == []


def test_what_was_hidden_for_itself_alone_could_be_worked_out() -> None:
    """The other solver finds what it is there to find: of small numbers alone, hidden, most are known."""
    table, totals = concerns(1)
    small = pl.col("numerator").is_between(1, 5)
    assert worked_out(table, table.with_columns(numerator=pl.when(~small).then("numerator")), totals) != []


def test_the_same_figures_hide_the_same_rows_and_a_limit_of_work_is_safe(monkeypatch: pytest.MonkeyPatch) -> None:
    table, totals = concerns(3)
    first = protect(table)
    monkeypatch.setattr(hiding, "CHOSEN", {})
    assert protect(table).equals(first)
    monkeypatch.setattr(hiding, "CHOSEN", {})
    monkeypatch.setattr(part, "ROUNDS", 0)
    assert worked_out(table, protect(table), totals) == []


def test_the_solver_prints_nothing_among_the_figures_of_a_command() -> None:
    """In a process of its own, as it would say its name once."""
    code = "from kit.protection.exact.attackers import highs\nhighs().run()"
    done = subprocess.run([sys.executable, "-c", code], cwd=CHECKOUT, capture_output=True, check=True)
    assert (done.stdout, done.stderr) == (b"", b"")
