"""Councils whose cells say the same in other words have the same figures, in the kit and in the oracle."""

import shutil
from pathlib import Path

import pytest

from kit.counting.figures import load_unprotected_figures
from kit.paths import Places
from tests.oracle.councils import random_council, write_council
from tests.oracle.disguises import disguised
from tests.oracle.planning_councils import planning_council
from tests.oracle.service_files import service_council
from tests.oracle.test_agrees import HANDBOOK, differences, differing
from tests.oracle.test_service_agrees import differences as service_differences


def places_of(folder: Path) -> Places:
    return Places("council", folder / "data", folder / "params", folder / "reports")


MADE = {"random": random_council, "planning": planning_council}


@pytest.mark.parametrize(("kind", "seed"), [("random", 15), ("random", 66), ("planning", 1)])
def test_a_council_in_other_words_has_the_same_figures(kind: str, seed: int, tmp_path: Path) -> None:
    council = MADE[kind](seed)
    other = disguised(council, seed)
    assert other["folders"] != council["folders"]
    limit = tuple(council.get("record_limit", HANDBOOK))
    plain, said = tmp_path / "plain", tmp_path / "said"
    write_council(council, plain / "raw")
    found = differences(plain / "raw", council["year"], limit, plain)
    assert not found, "\n".join([f"{len(found)} cells differ", *found[:20]])
    results = [load_unprotected_figures(places_of(plain), council["year"]).results]
    # With the same settings, and other files.
    if (plain / "params").exists():
        shutil.copytree(plain / "params", said / "params")
    write_council(other, said / "data" / "council" / "raw")
    results.append(load_unprotected_figures(places_of(said), council["year"]).results)
    assert differing(*(list(one.iter_rows(named=True)) for one in results)) == []


@pytest.mark.parametrize("seed", [1, 8])
def test_the_service_in_other_words_agrees(seed: int, tmp_path: Path) -> None:
    council = disguised(service_council(seed), seed)
    write_council(council, tmp_path / "raw")
    found = service_differences(tmp_path / "raw", tmp_path, council["year"], council["settings"], council["as_at"])
    assert not found, "\n".join([f"{len(found)} cells differ", *found[:20]])
