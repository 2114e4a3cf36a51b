"""Figures as they are kept: all that was counted, for internal use, and beside it what may be shown to readers.

Each is in a folder of its own under the key of what it depends on. Who asks for internal figures alone never waits for
the small numbers to be hidden.
"""

import re
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import polars as pl

from kit.counting.statements import SCHEMAS, Statements
from kit.extracts.stored import Intake, read_intake, write_intake
from kit.files.parquet import read_table, write_table
from kit.files.permissions import private
from kit.files.swap import replacing
from kit.files.walk import entries
from kit.intake.year_folders import year_folders
from kit.paths import Places
from kit.warehouse.kept_answers import KeptAnswers

KEY = "key.txt"
# Of parts of a year (AS_AT) so many are kept: the ends of three quarters of two years. Each takes some 8 MB.
MOST_PARTS = 6
NAMED = re.compile(r"(\d{4})(-at-\d{4}-\d\d-\d\d)?")
# Tables of what was counted, and those of what may be shown.
COUNTED = ("results", "comparisons", "ranges", "earlier", "differences", "ahead", "weeks_ahead")
TABLES = (
    "results",
    "comparisons",
    "ranges",
    "quality",
    "files",
    "sources",
    "earlier",
    "differences",
    "hiding",
    "ahead",
    "weeks_ahead",
    "notes",
    *SCHEMAS,
)

Tables = dict[str, pl.DataFrame]


@dataclass(frozen=True)
class Counted:
    """What was counted of a council's extracts, nothing hidden; `intake` holds the listed rows."""

    results: pl.DataFrame
    comparisons: pl.DataFrame
    ranges: pl.DataFrame
    intake: Intake
    statements: Statements
    earlier: pl.DataFrame
    differences: pl.DataFrame
    ahead: pl.DataFrame
    weeks_ahead: pl.DataFrame


def keep(counted: Counted, folder: Path, key: str, answers: KeptAnswers) -> None:
    """Keep what was counted in `folder` under the `key` of what it depends on.

    The `answers` that it was counted from are kept too: the next count asks again only what has changed.
    """
    with replacing(folder) as new:
        private(folder.parent)
        for name in COUNTED:
            write_table(getattr(counted, name), new / f"{name}.parquet")
        for name, statement in counted.statements.items():
            write_table(statement, new / f"{name}.parquet")
        write_intake(counted.intake, new)
        answers.write(new)
        (new / KEY).write_text(key, encoding="utf-8")


def keep_shown(tables: Mapping[str, pl.DataFrame], folder: Path, key: str) -> None:
    """Keep what may be shown of what `folder` keeps, beside it and under the same `key`."""
    with replacing(_shown(folder)) as new:
        for name in TABLES:
            write_table(tables[name], new / f"{name}.parquet")
        (new / KEY).write_text(key, encoding="utf-8")


def _shown(folder: Path) -> Path:
    return folder.with_name(f"{folder.name}-shown")


def forget_oldest(places: Places, now: str) -> None:
    """Remove what is kept of years that are no longer in raw/, and of parts of a year all but those counted last.

    `now` names what has just been counted. What is asked for again is counted again, and its chapters run.
    """
    years = year_folders(places)
    kept = {path: NAMED.fullmatch(path.name) for path in entries(places.results)}
    parts = sorted((path for path, name in kept.items() if name and name[2] and path.name != now), key=_counted_at)
    gone = {path.name for path, name in kept.items() if name and int(name[1]) not in years}
    most = MOST_PARTS - ("-at-" in now)
    gone |= {path.name for path in parts[: max(0, len(parts) - most)]}
    for name in gone:
        for folder in (places.results / name, _shown(places.results / name), places.chapters / name):
            shutil.rmtree(folder, ignore_errors=True)


def _counted_at(folder: Path) -> float:
    try:
        return (folder / KEY).stat().st_mtime
    except OSError:
        return 0


def read_counted(folder: Path, key: str) -> Counted | None:
    """Return what was counted under `key`, or None if there is nothing that can be read."""
    if (tables := _read(folder, (*COUNTED, *SCHEMAS), key)) is None:
        return None
    intake = read_intake(folder)
    # Another run may have put other figures there since.
    if intake is None or not _is_of(folder, key):
        return None
    statements = {name: tables[name] for name in SCHEMAS}
    return Counted(**{name: tables[name] for name in COUNTED}, intake=intake, statements=statements)


def read_shown(folder: Path, key: str) -> Tables | None:
    """Return by name what may be shown of what was counted under `key`, or None if there is nothing to be read."""
    return _read(_shown(folder), TABLES, key)


def _read(folder: Path, names: tuple[str, ...], key: str) -> Tables | None:
    try:
        if not _is_of(folder, key):
            return None
        tables = {name: read_table(folder / f"{name}.parquet") for name in names}
        # Another run may have put other figures there between two readings.
        return tables if _is_of(folder, key) else None
    except (OSError, ValueError, pl.exceptions.PolarsError):
        return None


def _is_of(folder: Path, key: str) -> bool:
    return (folder / KEY).read_text(encoding="utf-8") == key
