"""Files of which hardly a child, review or officer is known elsewhere: told in one sentence, not row by row.

Whatever the cause, nothing else shows it: the figures made with such a file look like any others.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import polars as pl

from kit.extracts import EXTRACTS
from kit.extracts.columns import Extract
from kit.extracts.stored import FileAccount, Intake, Strangers, older_exports, stored_at
from kit.files.parquet import scan_table
from kit.intake.identifiers.identifiers import AUTHORITIES, COLUMNS, as_read
from kit.intake.typed_table import TypedTable

# Of fewer nothing can be said; strangers are those of whom fewer than one in ten is known.
ENOUGH, ONE_IN = 5, 10


@dataclass(frozen=True)
class Named:
    """Whom one column of a file names: each identifier once, as the extract has it."""

    extract: str
    year: int
    file: str
    column: str
    kind: str
    given: pl.Series


def find_strangers(
    parts: Sequence[TypedTable], before: Intake | None, kept: Collection[str], *, is_keyed: bool
) -> list[Strangers]:
    """Return the newest files of which fewer than one in ten children, reviews or officers is known elsewhere.

    A child is known in another extract of the return's core, an officer in iros, a review in the return; and of a
    year's episodes, those still looked after at the end of the year before must be known in them. `kept` are the
    extracts taken over from the intake `before`; `is_keyed` if identifiers are pseudonyms.
    """
    newest = [part for part in parts if not part.older]
    older = {id(one) for one, _ in older_exports(before.accounts)} if before else set()
    stored = [
        (account, stored_at(before.folder, account))
        for account in (before.accounts if before else ())
        if before and account.extract in kept and id(account) not in older
    ]
    named = [one for part in newest for one in _of_part(part, is_keyed=is_keyed)]
    named += [one for account, path in stored for one in _of_account(account, path)]
    found = [one for kind, holders in AUTHORITIES.items() for one in _unknown(named, kind, holders)]
    # If its children or those of the reviews are strangers, that is why its meetings are no reviews.
    told = {one.year for one in found if one.kind == "child" and one.extract in ("reviews", "review_details")}
    found += [one for one in _unknown_reviews(newest, stored) if one.year not in told]
    told = {one.year for one in found if one.extract == "episodes"}
    found += [one for one in _gone(newest, stored) if one.year not in told]
    return sorted(found, key=lambda one: (one.extract, one.year, one.file, one.column))


def _judged(extract: Extract) -> Iterator[tuple[str, str, str]]:
    """Yield (kind, name, heading) of each column of children or officers that must be known."""
    for column in extract.columns:
        kind = next((kind for kind in AUTHORITIES if COLUMNS[kind] == column.name), "")
        if kind and column.known:
            yield kind, column.name, column.heading


def _of_part(part: TypedTable, *, is_keyed: bool) -> Iterator[Named]:
    every = as_read(part.identifiers, part.reading)
    is_whole = not is_keyed and part.rows.height == part.rows_in
    for kind, name, heading in _judged(part.extract):
        # What the file gives is what the rows hold, if none was left out: its identifiers are told apart already.
        given = every.filter(column=heading)["given"] if is_whole else part.rows[name].drop_nulls().unique()
        yield Named(part.extract.name, part.file.year, part.file.name, heading, kind, given)


def _of_account(account: FileAccount, path: Path) -> Iterator[Named]:
    for kind, name, heading in _judged(EXTRACTS[account.extract]):
        given = scan_table(path).select(pl.col(name).drop_nulls().unique()).collect().to_series()
        yield Named(account.extract, account.year, account.file, heading, kind, given)


def _unknown(named: Iterable[Named], kind: str, holders: tuple[str, ...]) -> list[Strangers]:
    """Return the files that name hardly anyone whom another of the `holders` holds."""
    asked = [one for one in named if one.kind == kind]
    found = []
    for one in asked:
        others = [o for o in asked if o.extract in holders and o.extract != one.extract]
        if not others or one.given.len() < ENOUGH:
            continue
        others.sort(key=lambda o: (abs(o.year - one.year), holders.index(o.extract)))
        # Mostly a few of them, in the likeliest file, are enough to see that it is not one of strangers.
        few = one.given.head(one.given.len() // 5 + 1).hash()
        if few.is_in(others[0].given.hash().implode()).sum() * ONE_IN >= one.given.len():
            continue
        known = int(one.given.is_in(pl.concat(o.given.rename("") for o in others).unique().implode()).sum())
        found.append((one.extract, one.year, one.file, one.column, one.given.len(), known))
    return _few_known(found, kind)


def _unknown_reviews(newest: Sequence[TypedTable], stored: Sequence[tuple[FileAccount, Path]]) -> list[Strangers]:
    """Return the files of review details whose meetings are hardly ever a review of the return."""
    key = ["child_id", "review_date"]
    details = _rows_of("review_details", [*key, "cancelled"], newest, stored)
    reviews = _rows_of("reviews", key, newest, stored) if details else []
    counts = []
    for year, file, rows in details if reviews else ():
        meetings = rows.filter(pl.col("cancelled").ne_missing("Y")).select(key).unique()
        known = meetings.join(pl.concat(rows for _, _, rows in reviews), on=key, how="semi").height
        counts.append(("review_details", year, file, "review_date", meetings.height, known))
    return _few_known(counts, "review")


def _gone(newest: Sequence[TypedTable], stored: Sequence[tuple[FileAccount, Path]]) -> list[Strangers]:
    """Return the files of episodes in which hardly a child is whom the year before leaves in care."""
    episodes = {year: (file, rows) for year, file, rows in _rows_of("episodes", ["child_id", "dec"], newest, stored)}
    counts = []
    for year, (file, rows) in episodes.items():
        if year - 1 in episodes:
            left = episodes[year - 1][1].filter(pl.col("dec").is_null()).select("child_id").unique()
            known = left.join(rows, on="child_id", how="semi").height
            counts.append(("episodes", year, file, "CHILD", left.height, known))
    return _few_known(counts, "left in care")


def _rows_of(
    extract: str, columns: list[str], newest: Sequence[TypedTable], stored: Sequence[tuple[FileAccount, Path]]
) -> list[tuple[int, str, pl.DataFrame]]:
    there = [(p.file.year, p.file.name, p.rows.select(columns)) for p in newest if p.extract.name == extract]
    paths = [(account, path) for account, path in stored if account.extract == extract]
    return there + [(a.year, a.file, scan_table(path).select(columns).collect()) for a, path in paths]


def _few_known(counts: Iterable[tuple[str, int, str, str, int, int]], kind: str) -> list[Strangers]:
    return [
        Strangers(extract, year, file, column, kind, number, known)
        for extract, year, file, column, number, known in counts
        if number >= ENOUGH and known * ONE_IN < number
    ]
