"""What a council has published: the figures as they were shown, kept so that no later report gives a hidden one away.

A publication is a folder, `data/<council>/publications/<name>/`, that is never changed: `figures.parquet` as shown, and
`publication.json`. Beside it, in `data/<council>/ledger/<name>/`, are the figures as they were counted then.
"""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import date

import polars as pl

from kit.errors import KitError
from kit.files.parquet import read_table
from kit.files.walk import entries, files_below, sha256
from kit.paths import Places, shown
from kit.years import named

FIGURES, RECORD = "figures.parquet", "publication.json"
# What the folder of a table that was given out besides is called, with a number.
FURTHER = "further"


@dataclass(frozen=True)
class Record:
    """Who published what, when and why: `publication.json`.

    `number` is 1 for the first publication of a year or a part of one, 2 for its first revision, whose `reason` is
    given. `content` is a hash of all that it says. `files` are the hashes of the published files by name, `exports` the
    export dates of the raw files by year and extract. `hiding` says how the rows to hide were found; `audit` when the
    files were audited, how many rows are hidden in them, and the least width of what a small number in them may be.
    `further` says what it is if it is no report of a `year`, which is 0 then (an answer to a question).
    """

    year: int
    as_at: str
    number: int
    published: str
    by: str
    approved_by: str
    reason: str
    content: str
    key: str
    kit_version: str
    hide_up_to: int
    files: Mapping[str, str]
    exports: Mapping[str, str]
    hiding: dict[str, int | str]
    audit: Mapping[str, str | int | None] | str
    further: str = ""


@dataclass(frozen=True)
class Publication:
    """A publication: its record, its figures as readers have them, and as they were counted (for internal use only).

    Both tables have the contract's columns. `counted` is None if the ledger was cleared: then what was hidden is not
    known any more.
    """

    record: Record
    shown: pl.DataFrame = field(repr=False)
    counted: pl.DataFrame | None = field(repr=False)

    @property
    def name(self) -> str:
        """What its folder is called: 2021, 2021-at-2020-09-30, 2021-revision-2."""
        if self.record.further:
            return f"{FURTHER}-{self.record.number}"
        return publication_name(self.record.year, self.day, self.record.number)

    @property
    def day(self) -> date | None:
        """The last day of the part of the year that it is about, or None if it is about the whole."""
        return date.fromisoformat(self.record.as_at) if self.record.as_at else None

    @property
    def part(self) -> tuple[int, int] | None:
        """Month and day up to which every year in it is counted, or None for whole years."""
        return (self.day.month, self.day.day) if self.day else None


def publication_name(year: int, as_at: date | None, number: int) -> str:
    """Return what the folder of a publication is called."""
    return named(year, as_at) + (f"-revision-{number}" if number > 1 else "")


def load_publications(places: Places) -> list[Publication]:
    """Return everything that a council has published, in the order in which it was; KitError if it cannot be read."""
    found = []
    faults = []
    for folder in entries(places.publications) if places.publications.is_dir() else []:
        if not folder.is_dir() or folder.name.startswith("."):
            continue
        try:
            record = Record(**json.loads((folder / RECORD).read_text(encoding="utf-8")))
            ledger = places.ledger / folder.name / FIGURES
            counted = read_table(ledger) if ledger.is_file() else None
            found.append(Publication(record, read_table(folder / FIGURES), counted))
        except (OSError, ValueError, TypeError, pl.exceptions.PolarsError):
            faults.append(
                f"{shown(folder)}: this publication cannot be read, and what it told readers must be known before "
                "anything else is shown. Put the folder back as it was, from a copy."
            )
    if faults:
        raise KitError(faults)
    return sorted(found, key=lambda one: (one.record.published, one.record.number))


def record_text(record: Record) -> str:
    """Return a record as the text of its file."""
    return json.dumps(asdict(record), ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def publications_key(places: Places) -> str:
    """Return a text that changes when anything that was published does, or its ledger; "" if nothing ever was."""
    files = [path for folder in (places.publications, places.ledger) for path in files_below(folder)]
    return " ".join(f"{path.parent.name}/{path.name} {sha256(path)}" for path in files)
