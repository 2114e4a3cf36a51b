"""Timescales and bands of the law, dated, with their source, and which of them are in force."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from kit.files.yaml import read_yaml
from kit.paths import STATUTORY


@dataclass(frozen=True)
class Band:
    """Between which values, both included, a measure should be, and who says so."""

    least: float
    most: float
    source: str


@cache
def statutory_bands(path: Path = STATUTORY) -> dict[str, Band]:
    """Return the bands of law and guidance by name."""
    content = read_yaml(path.read_text(encoding="utf-8"))
    return {name: Band(**entry) for name, entry in content.items() if isinstance(entry, dict)}


UNITS = ("working days", "calendar days", "calendar months")


@dataclass(frozen=True)
class TimescaleNote:
    """What must be said of a timescale in every reporting year that has a day from `first` to `last`, inclusive."""

    first: date
    last: date
    text: str


@dataclass(frozen=True)
class Timescale:
    """An amount of time that holds for what starts on or after `start` (None: always).

    `what` names the event that it limits and `after` the one from which it runs, both for readers. A council's own is
    marked; it takes the place of the statutory one, and its source is who set it.
    """

    amount: int
    unit: str
    source: str
    start: date | None = None
    what: str = ""
    after: str = ""
    notes: tuple[TimescaleNote, ...] = ()
    own: bool = False


@cache
def statutory_timescales(path: Path = STATUTORY) -> dict[str, tuple[Timescale, ...]]:
    """Return the timescales of law and guidance by name; each entry holds from its own day on."""
    content = read_yaml(path.read_text(encoding="utf-8"))
    # A mapping is a band (`kit.measures.law`), and no timescale.
    dated = {name: entries for name, entries in content.items() if isinstance(entries, list)}
    return {name: tuple(_entry(name, entry) for entry in entries) for name, entries in dated.items()}


def in_force(values: Sequence[Timescale], first: date, last: date) -> tuple[Timescale, ...]:
    """Return those of a timescale's values that hold on any day from `first` to `last`, the earliest first."""
    ordered = sorted(values, key=lambda value: value.start or date.min)
    begun = [value for value in ordered if value.start is None or value.start <= last]
    # The last that had begun by the first day holds on it; those before it were superseded.
    superseded = sum(value.start is None or value.start <= first for value in begun) - 1
    return tuple(begun[max(superseded, 0) :])


def _entry(name: str, entry: dict) -> Timescale:
    notes = tuple(TimescaleNote(n["from"], n["to"], " ".join(n["text"].split())) for n in entry.get("notes", ()))
    what = entry.get("what") or name.replace("_", " ")
    source, after = entry["source"], entry.get("after", "")
    return Timescale(entry["amount"], entry["unit"], source, entry.get("from"), what, after, notes)


def rule_words(value: Timescale) -> str:
    """Return a timescale in a line: "later reviews: 6 calendar months after the one before was held"."""
    return f"{value.what}: {value.amount} {value.unit}" + (f" after {value.after}" if value.after else "")


def in_force_from(values: tuple[Timescale, ...]) -> date:
    """Return the first day on which a timescale holds; `date.min` if it always does."""
    return min(value.start or date.min for value in values)
