"""Identifiers that a file writes in another way than the return: 700001.0, ="700001", a700001, 0700001.

An identifier that is not itself known is read as the one of the return (for officers, of their posts) that is the same
without its wrapping, if no two of its file become one. That happens before pseudonyms are made.
"""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby

import polars as pl

from kit.extracts import CORE
from kit.extracts.columns import Extract
from kit.intake.identifiers.forms import bare_forms, form_of
from kit.problems.table import LISTED
from kit.protection.pseudonyms import IDENTIFIED, SecretKey

# By the column's name: what it identifies, so that files of one kind or another are about the same.
LINKED = {**IDENTIFIED, "audit_id": "audit"}
COLUMNS = {kind: name for name, kind in LINKED.items()}
# The extracts whose spelling holds, the first before the others; of another kind, each extract's own first file.
AUTHORITIES: dict[str, tuple[str, ...]] = {"child": CORE, "iro": ("iros",)}
WHOSE = {"child": "those of the return", "iro": "those of iros"}
# How many rows show what most identifiers look like, and how long that is at most.
SOME, LONGEST_LOOK = 500, 24
GIVEN = {
    "column": pl.String(),
    "kind": pl.String(),
    "given": pl.String(),
    "bare": pl.String(),
    "lost": pl.Boolean(),
}


@dataclass(frozen=True)
class Seen:
    """The identifiers of one extract in one file, as `identifiers_of` gives them; `older` if a newer export holds."""

    extract: str
    year: int
    older: bool
    given: pl.DataFrame


@dataclass(frozen=True)
class Reading:
    """How a file's identifiers are read, by column: those to be read as others, and those that would become one.

    `said` tells by column as whose they are read, how many there are, and in which form.
    """

    read_as: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    alike: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    said: tuple[tuple[str, str], ...] = ()

    def __bool__(self) -> bool:
        return bool(self.read_as or self.alike)

    def digest(self, key: SecretKey | None) -> str:
        """Return a hash of what is read as what, under the key if there is one; an empty string if nothing is."""
        pairs = [(column, sorted(table.items())) for column, table in sorted(self.read_as.items())]
        if not pairs:
            return ""
        return key.pseudonym("reading", repr(pairs)) if key else hashlib.sha256(repr(pairs).encode()).hexdigest()


AS_GIVEN = Reading()


def identifiers_of(rows: pl.DataFrame, extract: Extract) -> pl.DataFrame:
    """Return the different identifiers of a file's text: `column`, `kind`, `given`, `bare` (`bare_forms`), `lost`.

    `kind` is what is identified, or null if nothing else refers to it. `lost` are those in scientific notation
    whose digits are not all there.
    """
    tables = [no_identifiers()]
    for column in extract.columns:
        if column.kind != "id" or column.heading not in rows.columns:
            continue
        cells = rows[column.heading]
        # Rows that follow each other are mostly of one child, and in most files in order: both are told fast.
        given = cells.filter((cells != cells.shift(1)).fill_null(True)).drop_nulls().alias("given")
        given = given if (given.slice(1) > given.head(max(given.len() - 1, 0))).all() else given.unique()
        bare, lost = bare_forms(given)
        about = [pl.lit(column.heading).alias("column"), pl.lit(LINKED.get(column.name), pl.String).alias("kind")]
        tables.append(pl.DataFrame([given, bare, lost]).select(*about, "given", "bare", "lost"))
    return pl.concat(tables)


def looks_of(rows: pl.DataFrame, extract: Extract) -> tuple[tuple[str, str], ...]:
    """Return (kind, what most of the first look like: 9 for a digit, A for a letter) if most look alike."""
    looks = []
    for column in extract.columns:
        kind = LINKED.get(column.name)
        if kind not in AUTHORITIES or column.heading not in rows.columns:
            continue
        some = rows[column.heading].head(SOME).drop_nulls().alias("look")
        forms = some.str.replace_all(r"\p{L}", "A").str.replace_all(r"\p{N}", "9").value_counts(name="times")
        most = forms.sort("times", "look", descending=[True, False]).head(1).rows()
        if most and most[0][1] * 2 > some.len() and len(most[0][0]) <= LONGEST_LOOK:
            looks.append((kind, most[0][0]))
    return tuple(looks)


def no_identifiers() -> pl.DataFrame:
    """Return an empty table of identifiers."""
    return pl.DataFrame(schema=GIVEN)


def as_read(identifiers: pl.DataFrame, reading: Reading) -> pl.DataFrame:
    """Return a file's identifiers with `given` as they are read, each once."""
    new = pl.col("given")
    for column, table in reading.read_as.items():
        new = pl.when(pl.col("column") == column).then(pl.col("given").replace(dict(table))).otherwise(new)
    return identifiers.with_columns(new).unique(["column", "given"]) if reading.read_as else identifiers


def as_seen(extract: str, year: int, identifiers: pl.Series) -> Seen:
    """Return the identifiers that an extract of `AUTHORITIES` holds in a year, as those of one file."""
    kind = next(kind for kind, extracts in AUTHORITIES.items() if extract in extracts)
    given = identifiers.unique().alias("given")
    bare, lost = bare_forms(given)
    about = [pl.lit(COLUMNS[kind]).alias("column"), pl.lit(kind).alias("kind")]
    return Seen(extract, year, False, pl.DataFrame([given, bare, lost]).select(*about, "given", "bare", "lost"))


def are_alike(identifiers: pl.Series) -> bool:
    """Return whether two of these different identifiers have the same bare form."""
    return bare_forms(identifiers)[0].n_unique() < identifiers.len()


def settle(seen: Sequence[Seen]) -> list[Reading]:
    """Return how the identifiers of each of these files are read.

    The spelling that holds is that of the newest exports of the first extract of `AUTHORITIES` that has the
    identifier, and in it of the earliest year, so that it does not change as years are added. Two spellings in one of
    these files are two identifiers. So they are in any file, if it would have to give up one of them.
    """
    every = pl.concat(
        [
            pl.DataFrame(schema={**GIVEN, "at": pl.Int64()}),
            *(s.given.with_columns(at=pl.lit(at, pl.Int64)) for at, s in enumerate(seen)),
        ]
    ).filter(pl.col("kind").is_not_null() & ~pl.col("lost"))
    found = [_Found() for _ in seen]
    for (kind, _), rows in _in_several_forms(every):
        _settle_one(kind, rows, seen, found)
    return [one.reading() if one else AS_GIVEN for one in found]


def _in_several_forms(every: pl.DataFrame) -> Iterable[tuple[tuple[str, str], list[tuple[int, str, str]]]]:
    """Yield each kind and bare form that is given in several ways, with (file, column, given) wherever it is."""
    # If there are as many identifiers as bare forms, none is given in two ways.
    if every["given"].hash().n_unique() == every["bare"].hash().n_unique():
        return
    distinct = every.select("kind", "bare", "given").unique()
    several = distinct.group_by("kind", "bare").len().filter(pl.col("len") > 1)
    order = ["kind", "bare", "at", "column", "given"]
    rows = every.join(several, on=["kind", "bare"], how="semi").select(order).sort(order).iter_rows()
    for key, same in groupby(rows, key=lambda row: row[:2]):
        yield key, [row[2:] for row in same]


class _Found:
    """What is found out of one file's identifiers."""

    def __init__(self) -> None:
        self.read_as: dict[str, dict[str, str]] = {}
        self.whose: dict[str, str] = {}
        self.alike: dict[str, list[str]] = {}

    def __bool__(self) -> bool:
        return bool(self.read_as or self.alike)

    def reading(self) -> Reading:
        said = tuple((c, f"{self.whose[c]}: {_said(table)}") for c, table in sorted(self.read_as.items()))
        return Reading(self.read_as, {column: tuple(given) for column, given in self.alike.items()}, said)


def _settle_one(kind: str, rows: Sequence[tuple[int, str, str]], seen: Sequence[Seen], found: list[_Found]) -> None:
    """Settle how one identifier that is given in several ways is read in every file."""
    authorities = AUTHORITIES.get(kind, ())
    in_files: dict[int, dict[str, list[str]]] = {}
    for at, column, one in rows:
        in_files.setdefault(at, {}).setdefault(column, []).append(one)

    def held_by(extract: str) -> list[str]:
        """Return how the newest exports of the extract write it: one way, unless one of them has several."""
        files = [
            at
            for at in sorted(in_files, key=lambda at: (seen[at].year, at))
            if seen[at].extract == extract and not seen[at].older
        ]
        several = any(len(given) > 1 for at in files for given in in_files[at].values())
        every = [form for at in files for given in in_files[at].values() for form in given]
        return list(dict.fromkeys(every)) if several else every[:1]

    known = next((held for extract in authorities if (held := held_by(extract))), [])
    for at, columns in in_files.items():
        holds = known or held_by(seen[at].extract)
        for column, given in columns.items():
            if len(holds) != 1 or given == holds:
                continue
            if len(given) == 1:
                found[at].read_as.setdefault(column, {})[given[0]] = holds[0]
                found[at].whose[column] = WHOSE.get(kind, "those of other files")
            elif known:
                found[at].alike.setdefault(column, []).extend(given)


def _said(read_as: Mapping[str, str]) -> str:
    """Return how many identifiers are in which form, without any of them: "6 with a decimal point"."""
    counts: dict[str, int] = {}
    for given, held in read_as.items():
        form = form_of(given, held)
        counts[form] = counts.get(form, 0) + 1
    return ", ".join(f"{n:,} {form}" for form, n in sorted(counts.items(), key=lambda c: (-c[1], c[0])))


def in_place(rows: pl.DataFrame, reading: Reading) -> pl.DataFrame:
    """Return a file's text with each identifier as it is read."""
    return rows.with_columns(pl.col(column).replace(dict(table)) for column, table in reading.read_as.items())


def refused(given: pl.DataFrame, text: pl.DataFrame, identifiers: pl.DataFrame, reading: Reading) -> pl.DataFrame:
    """Return the listed cells of identifiers that stop the run, of a file as `given`; `text` is what is made of it."""
    tables = [pl.DataFrame(schema=LISTED)]
    lost = identifiers.filter("lost")
    wrong = [(c, lost.filter(column=c)["given"].to_list(), True) for c in lost["column"].unique().sort()]
    wrong += [(column, list(alike), False) for column, alike in sorted(reading.alike.items())]
    for column, those, digits in wrong:
        rule = "identifier_digits_lost" if digits else "identifiers_alike"
        rows = text.filter(given[column].is_in(those))
        # A row of which nobody knows whose it is would be told to be another's duplicate.
        about = [pl.lit(column).alias("column"), pl.lit(rule).alias("rule"), pl.col(column).alias("value")]
        tables.append(rows.select("row", *about, left_out=pl.lit(digits)))
    return pl.concat(tables)
