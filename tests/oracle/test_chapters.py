"""Participation, health and education: what the two once differed on, parts of a year, and sources that changed."""

from datetime import date
from pathlib import Path

import pytest

from kit.counting.figures import load_unprotected_figures
from kit.paths import Places
from tests.oracle import figures
from tests.oracle.chapters import OWN_ROWS, TOPICS
from tests.oracle.councils import random_council, write_council
from tests.oracle.own_files import Settings
from tests.oracle.test_agrees import differing

NAMES = {topic.name for topic in TOPICS} | set(OWN_ROWS)
SETTINGS = """
sources_changed:
  app_use:
    {year}:
      words: Exports before then held one app alone.
      adds: {{app: [Two]}}
"""


@pytest.mark.parametrize(("seed", "month"), [(1008, 9), (1020, 8), (2050, 2)])
def test_a_part_of_a_year_agrees(tmp_path: Path, seed: int, month: int) -> None:
    council = random_council(seed, children=6, years=2)
    year = council["year"]
    as_at = date(year, 2, 28) if month == 2 else date(year - 1, month, 30 if month == 9 else 31)
    places = Places("council", tmp_path / "data", tmp_path / "params", tmp_path / "reports")
    write_council(council, places.raw)
    places.council_params.mkdir(parents=True)
    (places.council_params / "council.yml").write_text(SETTINGS.format(year=year), encoding="utf-8")
    added = {"app": (year, "Two"), "apps": (year, "Two")}
    ours = load_unprotected_figures(places, year, as_at).results
    theirs = figures(places.raw, year, as_at=as_at, settings=Settings(added=added))
    found = differing(
        [row for row in ours.iter_rows(named=True) if row["measure"] in NAMES],
        [row for row in theirs if row["measure"] in NAMES],
    )
    assert not found, "\n".join([f"{len(found)} cells differ", *found[:20]])
