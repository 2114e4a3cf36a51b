"""Councils whose cells say the same in other words have the same figures, in the kit and in the oracle."""

from pathlib import Path

import pytest

from kit.counting.figures import load_unprotected_figures
from kit.paths import Places
from tests.oracle.councils import random_council, write_council
from tests.oracle.disguises import disguised
from tests.oracle.planning_councils import planning_council
from tests.oracle.service_files import service_council
from tests.oracle.test_agrees import differences, differing
from tests.oracle.test_service_agrees import differences as service_differences

MADE = {"random": random_council, "planning": planning_council}


@pytest.mark.parametrize(("kind", "seed"), [("random", 3), ("random", 15), ("random", 66), ("planning", 1)])
def test_a_council_in_other_words_has_the_same_figures(kind: str, seed: int, tmp_path: Path) -> None:
    council = MADE[kind](seed)
    other = disguised(council, seed)
    assert other["folders"] != council["folders"]
    limit = tuple(council.get("record_limit", ("working days", 20)))
    results = []
    for name, one in (("plain", council), ("other", other)):
        write_council(one, tmp_path / name / "raw")
        found = differences(tmp_path / name / "raw", one["year"], limit, tmp_path / name)
        assert not found, "\n".join([f"{name}: {len(found)} cells differ", *found[:20]])
        places = Places("council", tmp_path / name / "data", tmp_path / name / "params", tmp_path / name / "reports")
        results.append(list(load_unprotected_figures(places, one["year"]).results.iter_rows(named=True)))
    assert differing(*results) == []


@pytest.mark.parametrize("seed", [1, 8])
def test_the_service_in_other_words_agrees(seed: int, tmp_path: Path) -> None:
    council = disguised(service_council(seed), seed)
    write_council(council, tmp_path / "raw")
    found = service_differences(tmp_path / "raw", tmp_path, council["year"], council["settings"], council["as_at"])
    assert not found, "\n".join([f"{len(found)} cells differ", *found[:20]])
