"""The figures of a part of a year are those of files that were exported on its last day."""

import csv
import re
import shutil
from datetime import date
from pathlib import Path

import polars as pl
import pytest

from kit.counting.figures import load_unprotected_figures
from kit.extracts import EXTRACTS
from kit.paths import CHECKOUT, Places

RAW = CHECKOUT / "data" / "sample" / "raw"
YEAR = 2021
# What came of a thing on a later day is known no sooner than that day.
TOLD_LATER = {
    "DEC": ("REC", "REASON_PLACE_CHANGE"),
    "resolved_date": ("resolved_stage", "outcome"),
    "completed_date": ("status",),
    "achieved_date": ("status",),
}


def exported_on(day: date, folder: Path) -> Places:
    """Return the sample council as its files of the year would have been exported on `day`."""
    places = Places("sample", folder / "data", CHECKOUT / "params", folder / "reports")
    for path in sorted(p for p in RAW.glob("*/*") if int(p.parent.name) <= YEAR):
        target = places.raw / path.parent.name / path.name
        target.parent.mkdir(parents=True, exist_ok=True)
        if int(path.parent.name) < YEAR:
            target.write_bytes(path.read_bytes())
        else:
            target.write_text(cut(path, day), encoding="utf-8", newline="")
    return places


def cut(path: Path, day: date) -> str:
    extract = EXTRACTS[path.stem.partition("@")[0]]
    keys = {c.heading for c in extract.columns if c.name in extract.key and c.kind == "date" and c.required}
    dates = [c.heading for c in extract.columns if c.kind == "date"]
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    lines = [",".join(rows[0])]
    for row in rows:
        later = {heading for heading in dates if is_after(row[heading], day)}
        # Reviews and meetings that are ahead are planned and no facts; a due date may be ahead.
        if later & keys and extract.name not in ("protection_conferences", "health"):
            continue
        known = later - {"due_date", "system_due_date"}
        blank = [*known, *(c for heading in known for c in TOLD_LATER.get(heading, ()))]
        cells = (row | dict.fromkeys(blank, "")).values()
        lines.append(",".join(f'"{cell}"' if "," in cell or '"' in cell else cell for cell in cells))
    return "\n".join(lines) + "\n"


def is_after(cell: str, day: date) -> bool:
    found = re.fullmatch(r"(\d\d)/(\d\d)/(\d{4})", cell)
    return bool(found) and (found[3], found[2], found[1]) > tuple(day.isoformat().split("-"))


@pytest.fixture(scope="module")
def places(tmp_path_factory: pytest.TempPathFactory) -> Places:
    """The sample council's files of all years in a folder of their own, read once for all days."""
    folder = tmp_path_factory.mktemp("whole")
    places = Places("sample", folder / "data", CHECKOUT / "params", folder / "reports")
    shutil.copytree(RAW, places.raw)
    return places


def test_a_part_of_a_year_is_what_files_of_that_day_give(places: Places, tmp_path: Path) -> None:
    day = date(2020, 9, 30)
    cut_off = load_unprotected_figures(exported_on(day, tmp_path / "cut"), YEAR, day).results
    whole = load_unprotected_figures(places, YEAR, day).results
    keys = ["measure", "year", "breakdown", "category"]
    here = [frame.filter(pl.col("year") == YEAR).sort(keys) for frame in (whole, cut_off)]
    differing = here[0].join(here[1], on=here[0].columns, how="anti", nulls_equal=True)
    assert differing.rows() == []
    assert here[0].height == here[1].height > 100
