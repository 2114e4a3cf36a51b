"""Reads a council's own extracts as they are in its year folders, and finds the row that holds of each thing."""

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from pathlib import Path

from tests.oracle.cells import said_in

Row = dict[str, str]
Key = tuple[str, ...]

# What a thing is known by; a "?" marks a column of the key that may be blank.
KEYS = {
    "review_details": "child_id review_date",
    "escalations": "escalation_id",
    "audits": "audit_id child_id question",
    "commendations": "awarded_date team? note?",
    "allocations": "child_id iro_id start_date",
    "iro_contacts": "iro_id child_id? contact_date kind",
}
# Each year's file of these speaks of its own year alone.
YEARLY_KEYS = {"iros": "iro_id", "actions": "action_id", "service_facts": "fact"}
CONTACTS = ("visit", "call", "supervision", "midway review")
MIDWAY = ("mid way", "midway", "mid point", "midpoint")


@dataclass(frozen=True)
class Settings:
    """What a council sets: the wave that others are set beside, and its posts by the first year, in hundredths.

    `added` holds, by breakdown, from which year on a source has a category that it lacked.
    """

    benchmark: str = ""
    establishment: Mapping[int, int] = field(default_factory=dict)
    added: Mapping[str, tuple[int, str]] = field(default_factory=dict)


NO_SETTINGS = Settings()


@dataclass(frozen=True)
class Kept:
    """The row that holds of one thing, and the year of the newest file that has it."""

    year: int
    row: Row

    def text(self, column: str) -> str:
        """Return a cell, or nothing if it is blank or the file has no such column."""
        return self.row.get(column, "")

    def code(self, column: str) -> str:
        """Return a cell in lower case."""
        return self.text(column).lower()

    def day(self, column: str, as_at: date | None = None) -> date | None:
        """Return the day in a cell, or None if it is blank, no day, or after `as_at`."""
        day = day_of(self.text(column))
        return None if day is None or (as_at is not None and day > as_at) else day

    def hundredths(self, column: str) -> int | None:
        """Return a number as whole hundredths, or None if it is blank or no number."""
        number = number_of(self.text(column))
        return None if number is None else int((number * 100).quantize(Decimal(1), ROUND_HALF_UP))


@dataclass
class OwnFiles:
    """The rows of each extract's newest export, by year."""

    files: dict[int, dict[str, list[Row]]] = field(default_factory=dict)
    supplied: dict[int, set[str]] = field(default_factory=dict)
    holding: dict[str, list[Kept]] = field(default_factory=dict)

    def kept(self, extract: str) -> list[Kept]:
        """Return the rows that hold of an extract: those of the newest year, and the later in one file."""
        if extract not in self.holding:
            found: dict[Key, Kept] = {}
            for year in sorted(self.files):
                for row in self.files[year].get(extract, []):
                    key = key_of(row, KEYS[extract])
                    if key is not None:
                        found[key] = Kept(year, row)
            self.holding[extract] = [found[key] for key in sorted(found)]
        return self.holding[extract]

    def of_year(self, extract: str, year: int) -> list[Kept]:
        """Return the rows that hold of a year's own file."""
        found: dict[Key, Kept] = {}
        for row in self.files[year].get(extract, []):
            key = key_of(row, YEARLY_KEYS[extract])
            if key is not None:
                found[key] = Kept(year, row)
        return [found[key] for key in sorted(found)]

    def newest_year(self, extract: str) -> int:
        """Return the newest year that has a file of the extract."""
        return max(year for year in self.files if extract in self.files[year])


def read_own_files(raw: Path, years: list[int]) -> OwnFiles:
    """Return the rows of the extracts above in the years' folders, with what their cells say."""
    own = OwnFiles()
    for year in years:
        exports: dict[str, dict[str, Path]] = {}
        for path in (raw / str(year)).glob("*.csv"):
            name, _, exported = path.stem.partition("@")
            exports.setdefault(name, {})[exported] = path
        own.files[year], own.supplied[year] = {}, set()
        for name in sorted({*KEYS, *YEARLY_KEYS} & set(exports)):
            newest = exports[name][max(exports[name])]
            with newest.open(encoding="utf-8-sig", newline="") as file:
                reader = csv.DictReader(file)
                own.supplied[year] |= {name, *(f"{name}.{column}" for column in reader.fieldnames or [])}
                own.files[year][name] = [said_in(name, row) for row in reader]
    return own


def key_of(row: Row, columns: str) -> Key | None:
    """Return what a row is known by; None if a column of it that may not be blank is so, or holds no such thing."""
    cells = list(_cells_of(row, columns))
    return None if None in cells else tuple(cell for cell in cells if cell is not None)


def _cells_of(row: Row, columns: str) -> Iterator[str | None]:
    for column in columns.split():
        cell = row.get(column.removesuffix("?"), "")
        if column.endswith("_date"):
            day = day_of(cell)
            yield day.isoformat() if day else None
        elif column == "kind":
            yield contact_kind(cell) or None
        else:
            yield cell or ("" if column.endswith("?") else None)


def contact_kind(text: str) -> str:
    """Return the kind of contact that a cell means, in lower case, or nothing if it means none."""
    words = " ".join(text.lower().replace("-", " ").replace("–", " ").split())
    if words.removesuffix("s").removesuffix(" review") in MIDWAY or words.removesuffix("s") == "interim review":
        return "midway review"
    return words if words in CONTACTS else ""


def day_of(text: str) -> date | None:
    """Return the day that a text names (dd/mm/yyyy or ISO), or None."""
    try:
        if "/" in text:
            day, month, year = text.split("/")
            return date(int(year), int(month), int(day))
        return date.fromisoformat(text)
    except ValueError:
        return None


def number_of(text: str) -> Decimal | None:
    """Return the number that a text holds, or None."""
    try:
        return Decimal(text)
    except InvalidOperation:
        return None
