"""Reporting years: 1 April to 31 March, known by the calendar year in which they end."""

import re
from calendar import isleap, monthrange
from dataclasses import dataclass
from datetime import date

from kit.errors import KitError
from kit.text import day_of_year, printable

FIRST, LAST = 2005, 2099


@dataclass(frozen=True, order=True)
class ReportingYear:
    """One reporting year and the last day that its figures may know."""

    year: int
    as_at: date

    @property
    def first_day(self) -> date:
        return date(self.year - 1, 4, 1)

    @property
    def label(self) -> str:
        """As people read it: 2021 is 2020-21, and its half 2020-21 up to 30 September."""
        return label(self.year) if self.is_whole else f"{label(self.year)} up to {day_of_year(self.as_at)}"

    @property
    def is_whole(self) -> bool:
        """Whether its figures know the year to its last day."""
        return self.as_at == date(self.year, 3, 31)

    @property
    def months(self) -> int:
        """How many calendar months of the year have begun by the as-at day."""
        return (self.as_at.month - 4) % 12 + 1


def label(year: int) -> str:
    """Return the reporting year as people read it: 2021 becomes 2020-21."""
    return f"{year - 1}-{year % 100:02d}"


def reporting_year(year: int, like: date | None = None) -> ReportingYear:
    """Return the whole reporting year that ends on 31 March `year`, or the year to the same day as `like`.

    If a year has no 29 February, the same day is the 28th.
    """
    if like is None:
        return ReportingYear(year, date(year, 3, 31))
    calendar_year = year if like.month < 4 else year - 1
    leap = (like.month, like.day) == (2, 29) and not isleap(calendar_year)
    return ReportingYear(year, date(calendar_year, like.month, 28 if leap else like.day))


def named(year: int, as_at: date | None = None) -> str:
    """Return how folders call the report of a year (2021), or of a year up to a day (2021-at-2020-09-30)."""
    return f"{year}-at-{as_at}" if as_at else str(year)


def parse_as_at(text: str, year: int) -> date | None:
    """Return the as-at day that `text` names (2020-09-30), or None if that is the whole year or nothing is given.

    KitError if it is not a day of reporting year `year`.
    """
    if not (word := text.strip()):
        return None
    whole = reporting_year(year)
    try:
        day = date.fromisoformat(word) if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", word) else None
    except ValueError:
        day = None
    if day is None or not whole.first_day <= day <= whole.as_at:
        why = "not a day" if day is None else f"not in the reporting year {label(year)}"
        raise KitError(
            f'"{printable(word)}" is {why}. Give the last day that the report is to know, from {whole.first_day} to '
            f"{whole.as_at}: AS_AT={year - 1}-09-30 (or --as-at {year - 1}-09-30) is the half-year.",
            wrong_use=True,
        )
    return None if day == whole.as_at else day


def parse_day(text: str) -> date:
    """Return the day that `text` names as yyyy-mm-dd; KitError for anything else, and for years that nothing knows."""
    word = text.strip()
    try:
        found = date.fromisoformat(word) if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", word) else None
    except ValueError:
        found = None
    if found is None or not FIRST <= reporting_year_of(found) <= LAST:
        raise KitError(
            f'"{printable(word)}" is not a day. Write it as year, month and day: AS_AT=2021-03-31 (or --as-at '
            "2021-03-31).",
            wrong_use=True,
        )
    return found


def months_after(day: date, months: int) -> date:
    """Return the same day so many calendar months on, or the last day of that month if it has no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def reporting_year_of(day: date) -> int:
    """Return the reporting year in which a day is, by the calendar year in which it ends."""
    return day.year + (day >= date(day.year, 4, 1))


def parse_year(text: str | int) -> int:
    """Return the reporting year that `text` names; refuse anything but four digits in range (KitError)."""
    word = str(text).strip()
    if not word:
        raise KitError("Say which reporting year: make report YEAR=2021 (or --year 2021).", wrong_use=True)
    if not re.fullmatch(r"[0-9]{4}", word) or not FIRST <= int(word) <= LAST:
        raise KitError(
            f'"{printable(word)}" is not a reporting year. Give the year in which it ends, as four digits '
            f"from {FIRST} to {LAST}: YEAR=2021 (or --year 2021) is April 2020 to March 2021.",
            wrong_use=True,
        )
    return int(word)
