"""The identifiers of children, officers and concerns in the extracts of the councils on this computer.

JupyterLab's saving leaves them out of what was typed into cells. The sample's people are made up, and are not among
them. Extracts hold what every file gave, workbooks too; what is not yet taken in is looked for in raw files
(`kit.protection.commits.own_children`).
"""

import os
from functools import lru_cache
from pathlib import Path

import polars as pl

from kit.files.parquet import scan_table
from kit.paths import CHECKOUT, Places
from kit.protection.commits.own_children import SAMPLE, SHORTEST, people_named, possible

IDENTIFYING = ("child_id", "iro_id", "escalation_id")
LEFT_OUT = "[identifier left out]"


def without_people(text: str, root: Path = CHECKOUT) -> str:
    """Return a text that was typed without identifiers of people of the councils here; `LEFT_OUT` is in their place."""
    maybe = possible(text, text)
    if not maybe:
        return text
    here = maybe & _in_extracts(root)
    for people in people_named("", root, text).values():
        here |= people
    for each in sorted(here, key=len, reverse=True):
        text = text.replace(each, LEFT_OUT)
    return text


def lines_with_people(text: str, places: Places) -> list[int]:
    """Return the numbers of the lines that have the identifier of a child, officer or concern of this council."""
    known = (
        _of_council(places.extracts, places.extracts.stat().st_mtime_ns) if places.extracts.is_dir() else frozenset()
    )
    return [number for number, line in enumerate(text.splitlines(), 1) if possible(line, line) & known]


def _in_extracts(root: Path) -> frozenset[str]:
    folders = [root / "data", *([Path(os.environ["KIT_DATA"])] if os.environ.get("KIT_DATA") else [])]
    found: set[str] = set()
    for folder in folders:
        for extracts in folder.glob("*/extracts"):
            if extracts.parent.name != SAMPLE:
                found |= _of_council(extracts, extracts.stat().st_mtime_ns)
    return frozenset(found)


@lru_cache(maxsize=32)
def _of_council(extracts: Path, _: int) -> frozenset[str]:
    """Return the identifiers in a folder of extracts, which is swapped in whole when anything in it changes."""
    found: set[str] = set()
    for file in extracts.glob("*/year=*/*.parquet"):
        try:
            table = scan_table(file)
            columns = [name for name in table.collect_schema().names() if name in IDENTIFYING]
            for column in table.select(columns).collect().iter_columns():
                found |= {each for each in column.drop_nulls().unique() if len(each) >= SHORTEST}
        except (OSError, pl.exceptions.PolarsError):
            continue
    return frozenset(found)
