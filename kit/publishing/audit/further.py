"""A further table, such as the answer to a question: whether it could be given out beside all publications.

What was given out is remembered as public, like a publication: later reports are protected beside it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import polars as pl

from kit.errors import KitError
from kit.figures.csv import results_csv
from kit.figures.table import ORDER
from kit.files.code_hash import VERSION
from kit.files.kept import key_of
from kit.files.parquet import write_table
from kit.files.swap import replacing
from kit.measures.measure import Measure
from kit.paths import Places, shown
from kit.protection.exact.declared import NumberOf
from kit.protection.publications import FIGURES, FURTHER, RECORD, Publication, Record, record_text
from kit.protection.small_numbers import small_parts
from kit.publishing.audit.known import HIDDEN, SeenTable, Unknown, unknown_of
from kit.publishing.audit.possible import possible
from kit.publishing.audit.readers import read_results
from kit.publishing.audit.verdict import judge, of_people, truths

Row = tuple[str, int, str, str]


@dataclass(frozen=True)
class Further:
    """The rows of a further table, and of which it must not be given out: why, by row."""

    table: pl.DataFrame
    refused: Mapping[Row, str]
    known: int


def further(
    path: Path,
    publications: Sequence[Publication],
    measures: Mapping[str, Measure],
    hide_up_to: int,
    not_about_people: Sequence[str] = (),
) -> Further:
    """Return which rows of a table in `path`, of whole years, could not be given out beside all `publications`.

    Rows are taken in their order: one is refused if it would give away a hidden number together with those before it.
    """
    table = read_results(path)
    faults = [
        f"{shown(path)}: there is no measure {name}."
        for name in table["measure"].unique().sort()
        if name not in measures
    ]
    if faults:
        raise KitError(faults)
    given = table.filter(pl.col("note") != HIDDEN)
    asking = _Asking(given, publications, measures, hide_up_to, not_about_people)
    refused: dict[Row, str] = {}
    texts = small_parts(given, hide_up_to, not_about_people, measures)
    rows = given.select(ORDER).rows()
    had = asking.known(rows)
    for row, text in zip(rows, texts, strict=True):
        if asking.differs(row):
            refused[row] = "readers have another number for it, and the difference would tell of somebody's record"
        elif text and row not in had:
            refused[row] = "it has a small number itself"
    left = [row for row in rows if row not in refused and row not in had]
    refused |= dict.fromkeys(asking.refused([], left), "a hidden number could be worked out or narrowed down with it")
    return Further(table, {row: refused[row] for row in rows if row in refused}, len(had))


def remember(places: Places, found: Further, title: str, stamp: datetime, hide_up_to: int) -> str:
    """Remember a further table as public, under a `title`; return the name of its folder."""
    others = [path.name for path in places.publications.glob(f"{FURTHER}-*")]
    number = 1 + max((int(name.rsplit("-", 1)[1]) for name in others), default=0)
    given = found.table.filter(pl.col("note") != HIDDEN)
    record = Record(
        year=0,
        as_at="",
        number=number,
        published=stamp.isoformat(timespec="seconds"),
        by="",
        approved_by="",
        reason="",
        content=key_of(results_csv(given)),
        key="",
        kit_version=VERSION,
        hide_up_to=hide_up_to,
        files={},
        exports={},
        hiding={},
        audit={"audited": stamp.isoformat(timespec="seconds"), "refused": len(found.refused)},
        further=title,
    )
    name = f"{FURTHER}-{number}"
    # All of it is known, so that what was counted is what was given.
    with replacing(places.ledger / name) as new:
        write_table(given, new / FIGURES)
    with replacing(places.publications / name) as new:
        write_table(given, new / FIGURES)
        (new / "figures.csv").write_text(results_csv(given), encoding="utf-8", newline="\n")
        (new / RECORD).write_text(record_text(record), encoding="utf-8", newline="\n")
    return name


class _Asking:
    """What a further table's numbers would tell, beside what is known."""

    def __init__(
        self,
        given: pl.DataFrame,
        publications: Sequence[Publication],
        measures: Mapping[str, Measure],
        hide_up_to: int,
        not_about_people: Sequence[str],
    ) -> None:
        seen = [SeenTable(one.shown, one.part, one.counted) for one in publications]
        # As if it were hidden, so that its numbers are among the unknown ones.
        seen.append(SeenTable(given.with_columns(note=pl.lit(HIDDEN), numerator=None, denominator=None), None, given))
        self.given = {row[:4]: row[4:] for row in given.select(*ORDER, "numerator", "denominator").rows()}
        self.unknown: Unknown = unknown_of(seen, measures)
        self.people = of_people(self.unknown, measures, not_about_people)
        self.small, nothing = truths(seen, self.unknown, hide_up_to, self.people)
        self.zero = {self.unknown.at[key] for key in nothing if key in self.unknown.at}
        self.alike = {self.unknown.at[key] for key in self.unknown.whole_tables if key in self.unknown.at}
        self.largest = hide_up_to
        self.before = set(self._faults({}))

    def known(self, rows: Sequence[Row]) -> set[Row]:
        """Return the rows of which readers have every number."""
        return {row for row in rows if all(key in self.unknown.printed for key in self._numbers(row))}

    def differs(self, row: Row) -> bool:
        """Return whether readers have another number than a row's."""
        printed = self.unknown.printed
        return any(printed.get(key, value) != value for key, value in self._numbers(row).items())

    def refused(self, accepted: list[Row], rows: Sequence[Row]) -> list[Row]:
        """Return the rows that give something away beside the `accepted` ones, to which the others are added."""
        if not rows:
            return []
        numbers = {key: value for row in (*accepted, *rows) for key, value in self._numbers(row).items()}
        told = {self.unknown.at[key]: value for key, value in numbers.items() if key in self.unknown.at}
        if set(self._faults(told)) <= self.before:
            accepted += rows
            return []
        if len(rows) == 1:
            return list(rows)
        half = len(rows) // 2
        return [*self.refused(accepted, rows[:half]), *self.refused(accepted, rows[half:])]

    def _numbers(self, row: Row) -> dict[NumberOf, int]:
        above, below = self.given[row]
        return {(*row, part): value for part, value in (("N", above), ("D", below)) if value is not None}

    def _faults(self, told: Mapping[int, int]) -> list[str]:
        unknown = self.unknown
        places = dict.fromkeys(unknown.at[key] for key in unknown.hidden if key in self.people and key in unknown.at)
        asked = [n for n in places if n not in told]
        found = possible(unknown, asked, self.zero, self.alike, self.largest, told)
        there = {key for key in self.people if unknown.at.get(key, -1) in found.ends}
        faults = judge(unknown, found, there, self.small, self.largest).faults
        return [*faults, *(f"{said}: it is not so" for said in found.dropped)]
