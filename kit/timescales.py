"""Timescales: dated values with their source, which of them are in force, and the day on which each runs out."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from pathlib import Path

import polars as pl

from kit.files.yaml import read_yaml
from kit.paths import STATUTORY

UNITS = ("working days", "calendar days", "calendar months")


@dataclass(frozen=True)
class Note:
    """What must be said of a timescale in every reporting year that has a day from `first` to `last`, inclusive."""

    first: date
    last: date
    text: str


@dataclass(frozen=True)
class Timescale:
    """An amount of time that holds for what starts on or after `start` (None: always).

    `what` names the event that it limits and `after` the one from which it runs, both for readers. A council's own is
    marked; it stands in the place of the statutory one, and its source is who set it.
    """

    amount: int
    unit: str
    source: str
    start: date | None = None
    what: str = ""
    after: str = ""
    notes: tuple[Note, ...] = ()
    own: bool = False


@cache
def statutory_timescales(path: Path = STATUTORY) -> dict[str, tuple[Timescale, ...]]:
    """Return the timescales of law and guidance by name; each entry holds from its own day on."""
    content = read_yaml(path.read_text(encoding="utf-8"))
    # A mapping is a band (`kit.bands`), and no timescale.
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
    notes = tuple(Note(n["from"], n["to"], " ".join(n["text"].split())) for n in entry.get("notes", ()))
    what = entry.get("what") or name.replace("_", " ")
    source, after = entry["source"], entry.get("after", "")
    return Timescale(entry["amount"], entry["unit"], source, entry.get("from"), what, after, notes)


@cache
def bank_holidays(first: int, last: int) -> tuple[date, ...]:
    """Return the bank holidays in England of the calendar years `first` to `last`, in order."""
    # Half a second of a short run, where no compiled copy of its 250 countries lies ready.
    import holidays

    return tuple(sorted(holidays.country_holidays("GB", subdiv="ENG", years=range(first, last + 1))))


def in_force_from(values: tuple[Timescale, ...]) -> date:
    """Return the first day on which a timescale holds; `date.min` where it always does."""
    return min(value.start or date.min for value in values)


def due_days(timescales: dict[str, tuple[Timescale, ...]], first: date, last: date) -> pl.DataFrame:
    """Return one row per day from `first` to `last`: `from_day`, and per timescale the day on which it runs out.

    A timescale that does not hold yet on a day is null there.
    """
    return _due_days(tuple(timescales.items()), first, last)


# Many councils of the same years and timescales are counted one after another.
@lru_cache(maxsize=8)
def _due_days(timescales: tuple[tuple[str, tuple[Timescale, ...]], ...], first: date, last: date) -> pl.DataFrame:
    days = pl.DataFrame({"from_day": pl.date_range(first, last, eager=True)})
    # Months and working days run past the last day; two years hold any timescale of this contract.
    free = list(bank_holidays(first.year - 1, last.year + 2))
    return days.with_columns(_runs_out(values, free).alias(name) for name, values in timescales)


def _runs_out(values: tuple[Timescale, ...], free: list[date]) -> pl.Expr:
    day, due = pl.col("from_day"), pl.lit(None, dtype=pl.Date)
    for value in sorted(values, key=lambda v: v.start or date.min):
        holds = pl.lit(True) if value.start is None else day >= value.start
        due = pl.when(holds).then(_after(day, value, free)).otherwise(due)
    return due


def _after(day: pl.Expr, value: Timescale, free: list[date]) -> pl.Expr:
    if value.unit == "working days":
        # Rolling back first makes the next working day day 1, also from a weekend or a bank holiday.
        return day.dt.add_business_days(value.amount, holidays=free, roll="backward")
    if value.unit == "calendar months":
        return day.dt.offset_by(f"{value.amount}mo")
    return day.dt.offset_by(f"{value.amount}d")
