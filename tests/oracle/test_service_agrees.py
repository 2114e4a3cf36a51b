"""The kit's figures of the service and its quality equal the oracle's, also in a part of a year."""

from datetime import date
from pathlib import Path

import pytest

from kit.counting.figures import load_unprotected_figures
from kit.paths import Places
from tests.oracle import figures
from tests.oracle.councils import write_council
from tests.oracle.own_files import NO_SETTINGS, Settings
from tests.oracle.service_files import service_council
from tests.oracle.service_measures import SERVICE_MEASURES

NAMES = {"service_facts", *(measure.name for measure in SERVICE_MEASURES)}
KEY = ("measure", "year", "breakdown", "category")
# The intervals of audits, which know of the sample that was drawn, have tests of their own.
COMPARED = ("numerator", "denominator", "note", "value")
# 1 and 4 are known up to a day of the year; 12 holds a folder that is not read.
SEEDS = (1, 4, 8, 12)


def differences(
    raw: Path, work: Path, year: int, settings: Settings = NO_SETTINGS, as_at: date | None = None
) -> list[str]:
    """Return a line for every cell of the service's measures on which kit and oracle differ."""
    places = Places("council", work / "data", work / "params", work / "reports")
    places.raw.parent.mkdir(parents=True)
    places.raw.symlink_to(raw, target_is_directory=True)
    if settings != NO_SETTINGS:
        places.council_params.mkdir(parents=True)
        (places.council_params / "council.yml").write_text(_as_yml(settings), encoding="utf-8")
    results = load_unprotected_figures(places, year, as_at).results
    ours = {tuple(r[k] for k in KEY): r for r in results.iter_rows(named=True) if r["measure"] in NAMES}
    oracle = figures(raw, year, as_at=as_at, settings=settings)
    theirs = {tuple(r[k] for k in KEY): r for r in oracle if r["measure"] in NAMES}
    lines = [f"{key}: only in the kit" for key in sorted(set(ours) - set(theirs))]
    lines += [f"{key}: only in the oracle" for key in sorted(set(theirs) - set(ours))]
    for key in sorted(set(ours) & set(theirs)):
        one, other = ours[key], theirs[key]
        for column in COMPARED:
            if one[column] != pytest.approx(other[column], abs=6e-7):
                lines.append(f"{key}, {column}: {one[column]} is {other[column]} in the oracle")
    assert theirs
    return lines


@pytest.mark.parametrize("seed", SEEDS)
def test_a_council_full_of_slips_agrees(seed: int, tmp_path: Path) -> None:
    council = service_council(seed)
    write_council(council, tmp_path / "raw")
    found = differences(tmp_path / "raw", tmp_path, council["year"], council["settings"], council["as_at"])
    assert not found, "\n".join([f"{len(found)} cells differ", *found[:20]])


def _as_yml(settings: Settings) -> str:
    posts = "".join(f"  {year}: {hundredths / 100}\n" for year, hundredths in settings.establishment.items())
    text = f"establishment:\n{posts}" if posts else ""
    return text + (f"audits: {{benchmark: {settings.benchmark}}}\n" if settings.benchmark else "")
