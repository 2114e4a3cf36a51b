"""The oracle on whole councils: small ones written by hand, and random ones (definitions, 1 and 2)."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from kit.paths import CHECKOUT
from tests.oracle import figures
from tests.oracle.councils import random_council, write_council
from tests.oracle.returns import EPISODE_COLUMNS


def a_council(raw: Path, episodes: dict[int, list[str]], reviews: list[str]) -> Path:
    """Write a council from lines `CHILD DECOM RNE LS PLACE DEC` by year and `CHILD REVIEW CODE`."""
    folders = {}
    for year, lines in episodes.items():
        columns = ["CHILD", "DECOM", "RNE", "LS", "PLACE", "DEC"]
        rows = [dict(zip(columns, [*line.split(), ""], strict=False)) for line in lines]
        seen = [dict(zip(["CHILD", "REVIEW", "REVIEW_CODE"], line.split(), strict=True)) for line in reviews]
        blank = dict.fromkeys(["SEX", "DOB", "ETHNIC", "UPN", "MOTHER", "MC_DOB"], "")
        folders[year] = {
            "a.csv": [{"CHILD": "1", **blank, "DOB": "01/06/2016"}],
            "b.csv": [dict.fromkeys(EPISODE_COLUMNS, "") | row for row in rows],
            "c.csv": [{**row, "DOB": ""} for row in seen],
        }
    write_council({"folders": folders}, raw)
    return raw


def numbers(raw: Path, measure: str, year: int, report: int = 2021) -> tuple[int, int | None]:
    """Return numerator and denominator of a whole."""
    rows = [r for r in figures(raw, report) if (r["measure"], r["year"]) == (measure, year)]
    (row,) = [r for r in rows if r["breakdown"] == "all"]
    return row["numerator"], row["denominator"]


def test_left_open_and_then_gone_ends_on_1_april_without_ceasing(tmp_path: Path) -> None:
    raw = a_council(
        tmp_path / "raw",
        {2020: ["1 01/06/2019 S C2 U6", "2 01/06/2019 S C2 U6"], 2021: ["2 01/06/2019 S C2 U6 01/02/2021"]},
        ["1 28/06/2019 PN0", "1 01/04/2020 PN0", "1 02/04/2020 PN0"],
    )
    assert numbers(raw, "children_looked_after", 2020) == (2, None)
    assert numbers(raw, "children_looked_after", 2021) == (0, None)
    assert numbers(raw, "children_ceased", 2021) == (1, None)
    assert numbers(raw, "reviews_held", 2021) == (1, None)


def test_a_corrected_decom_replaces_the_episode(tmp_path: Path) -> None:
    raw = a_council(
        tmp_path / "raw",
        {2020: ["1 01/06/2019 S C2 U6"], 2021: ["1 08/06/2019 S C2 U6"]},
        ["1 28/06/2019 PN0"],
    )
    assert numbers(raw, "children_started", 2020) == (1, None)
    assert numbers(raw, "children_started", 2020, report=2020) == (1, None)
    assert numbers(raw, "children_looked_after", 2021) == (1, None)


def test_a_review_on_the_day_of_re_entry_belongs_to_the_earlier_period(tmp_path: Path) -> None:
    raw = a_council(
        tmp_path / "raw",
        {2021: ["1 01/06/2020 S C2 U6 29/06/2020", "1 29/06/2020 S V2 K2"]},
        ["1 29/06/2020 PN1", "1 28/07/2020 PN7"],
    )
    # On 29 June the first period's review is on time. The second's were due on 27 July and 28 October.
    assert numbers(raw, "reviews_on_time", 2021) == (1, 3)
    assert numbers(raw, "children_took_part", 2021) == (1, 2)
    assert numbers(raw, "children_started", 2021) == (2, None)


def test_a_random_council_is_the_same_each_time(tmp_path: Path) -> None:
    for seed in range(5):
        council = random_council(seed)
        assert council == random_council(seed)
        raw = tmp_path / str(seed)
        write_council(council, raw)
        rows = figures(raw, council["year"], council["record_limit"])
        assert rows == figures(raw, council["year"], council["record_limit"])


@pytest.mark.parametrize(
    "council", ["councils.random_council", "planning_councils.planning_council", "service_files.service_council"]
)
def test_a_random_council_is_the_same_in_every_process(council: str) -> None:
    module, name = council.split(".")
    said = []
    for hashes in ("0", "1"):
        code = f"from tests.oracle.{module} import {name} as r; print([r(seed) for seed in range(6)])"
        given = os.environ | {"PYTHONHASHSEED": hashes}
        done = subprocess.run([sys.executable, "-c", code], cwd=CHECKOUT, env=given, capture_output=True, check=True)
        said.append(done.stdout)
    assert said[0] == said[1] != b""
