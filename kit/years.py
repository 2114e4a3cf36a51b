"""Reporting years: 1 April to 31 March, known by the calendar year in which they end."""

import re
from dataclasses import dataclass
from datetime import date

from kit.errors import KitError

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
        """As people read it: 2021 is 2020-21."""
        return label(self.year)


def label(year: int) -> str:
    """Return the reporting year as people read it: 2021 becomes 2020-21."""
    return f"{year - 1}-{year % 100:02d}"


def reporting_year(year: int) -> ReportingYear:
    """Return the whole reporting year that ends on 31 March `year`."""
    return ReportingYear(year, date(year, 3, 31))


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


def printable(text: str, limit: int = 40) -> str:
    """Return an argument fit for a message: one line, no control characters, at most `limit` long."""
    clean = "".join(c if c.isprintable() else "?" for c in text)
    return clean if len(clean) <= limit else clean[:limit] + "…"
