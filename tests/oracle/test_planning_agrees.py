"""The kit's figures equal the oracle's on councils whose care plans, permanence plans and reviews are on limits."""

import tempfile
from datetime import date
from pathlib import Path

import pytest

from tests.oracle import figures
from tests.oracle.councils import write_council
from tests.oracle.own_measures import CHILDREN_IN_CARE, PERMANENCE, REVIEWS
from tests.oracle.planning_councils import planning_council
from tests.oracle.test_agrees import HANDBOOK, differences


@pytest.mark.parametrize(
    ("seed", "as_at"),
    # Four months before 30 September are 30 May, and 31 May: the months run forward from the start.
    [(1, None), (2, None), (1, date(2020, 9, 30)), (2, date(2021, 2, 28))],
)
def test_a_planning_council_agrees(seed: int, as_at: date | None) -> None:
    council = planning_council(seed, as_at, children=30)
    with tempfile.TemporaryDirectory() as folder:
        write_council(council, Path(folder) / "raw")
        found = differences(Path(folder) / "raw", council["year"], HANDBOOK, Path(folder), as_at)
    assert not found, "\n".join([f"{len(found)} cells differ", *found[:20]])


def test_planning_councils_have_cases_of_every_measure() -> None:
    counted: dict[str, int] = {}
    for seed in range(3):
        council = planning_council(seed, children=30)
        with tempfile.TemporaryDirectory() as folder:
            write_council(council, Path(folder) / "raw")
            for row in figures(Path(folder) / "raw", council["year"]):
                counted[row["measure"]] = counted.get(row["measure"], 0) + (row["numerator"] or 0)
    names = [measure.name for measure in [*CHILDREN_IN_CARE, *REVIEWS, *PERMANENCE]]
    assert [name for name in names if counted[name] < 5] == []
