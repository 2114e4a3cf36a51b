"""Data-entry slips: the words in which they are planted and listed.

Every slip is drawn by seed, on a child of its own, and changes none of the figures in `targets`.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from random import Random

from kit.sample.days import age_on, reporting_year_of
from kit.sample.draws import shuffled, stream
from kit.sample.lives.council import Council
from kit.sample.targets import YEARS

Row = dict[str, str]
Tables = dict[tuple[str, int], list[Row]]
UNKNOWN_CHILDREN = 3_100_000
UNUSABLE_CODES = (
    ("PN0 on a child of 4 or over", "PN0", {2016: 1, 2017: 2, 2019: 1, 2020: 1, 2021: 2}),
    ("participation code blank", "", {2016: 1, 2018: 2, 2020: 1, 2021: 1}),
    ("participation code unknown", "PN9", {2018: 1, 2021: 1}),
)


@dataclass(frozen=True)
class Slip:
    """A slip that was planted: its kind, the file, the child, and the date in the row's key, if any.

    `year` is that of the file: the report of that year or of a later one can show it. `column` is the heading
    of the cell that is wrong, or empty if the whole row is.
    """

    kind: str
    extract: str
    year: int
    child_id: str
    day: date | None
    column: str


@dataclass(frozen=True)
class Desk:
    """What a slip works on: the exports so far, and the children who already have one."""

    council: Council
    tables: Tables
    used: set[str]
    rng: Random

    def draw(self, extract: str, year: int, fits: Callable[[Row], object]) -> Row:
        """Return a row that fits, drawn at random, of a child without a slip so far."""
        for row in shuffled(self.rng, self.tables[extract, year]):
            child = row.get("CHILD") or row.get("child_id") or ""
            if child not in self.used and fits(row):
                self.used.add(child)
                return row
        raise AssertionError(f"no row of {extract} {year} fits")

    def same(self, extract: str, row: Row, *keys: str) -> list[Row]:
        """Return the rows of all years that are the same thing as `row`."""
        return [
            each for year in YEARS for each in self.tables[extract, year] if all(each[key] == row[key] for key in keys)
        ]

    def episodes(self, row: Row, year: int) -> list[Row]:
        """Return the episodes in a year's file of the child of `row`."""
        return [each for each in self.tables["episodes", year] if each["CHILD"] == row["CHILD"]]

    def insert_after(self, extract: str, year: int, row: Row, new: Row) -> None:
        rows = self.tables[extract, year]
        rows.insert(next(n for n, each in enumerate(rows) if each is row) + 1, new)


def parsed(text: str) -> date:
    """Return the date that dd/mm/yyyy stands for."""
    return date(int(text[6:]), int(text[3:5]), int(text[:2]))


def unusable_codes(council: Council) -> dict[tuple[str, date], str]:
    """Return the reviews whose participation code someone mistyped, with what was typed."""
    codes: dict[tuple[str, date], str] = {}
    for kind, code, years in UNUSABLE_CODES:
        for year, number in years.items():
            fitting = [
                review
                for review in council.reviews
                if reporting_year_of(review.day) == year
                and (
                    age_on(review.child.dob, review.day) == 5
                    if code == "PN0"
                    else age_on(review.child.dob, review.day) > 5
                )
                and review.key not in codes
            ]
            codes |= {review.key: code for review in shuffled(stream("slip", kind, year), fitting)[:number]}
    return codes
