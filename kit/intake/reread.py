"""Which files are read again if some have changed: those of every extract that the changed files belong to.

What a row becomes depends on the other files of its extract (newer exports, other years), with the rules of the DfE on
the return as a whole, and on the identifiers of the return and of iros; on no other file. Extracts of which no file has
changed are taken over as they are, unless such an identifier has come or gone: then all files are read.
"""

from collections.abc import Callable, Iterable, Sequence

import polars as pl

from kit.extracts import EXTRACTS
from kit.extracts.stored import Intake, stored_at
from kit.files.parquet import scan_table
from kit.intake.identifiers.identifiers import AUTHORITIES, COLUMNS, Seen, are_alike, as_read, as_seen, no_identifiers
from kit.intake.reading import RawFile
from kit.intake.store import read_flagged, read_left_out
from kit.intake.survey import Survey
from kit.intake.typed_table import TypedTable

# By extract whose spelling of identifiers holds: the column of these.
HOLDS = {extract: COLUMNS[kind] for kind, extracts in AUTHORITIES.items() for extract in extracts}
RETURN = frozenset(name for name, extract in EXTRACTS.items() if extract.statutory)
Read = Callable[[Sequence[RawFile]], list[TypedTable]]


def comparable(found: Survey, before: Intake | None) -> bool:
    """Return whether what was made before was made of the same years, by the same settings and the same code.

    Not if a file may stand in for one that is missing: it belongs to an extract or not as other files come and go.
    """
    if before is None or before.read_with != found.read_with:
        return False
    if read_left_out(before.folder) is None or not read_flagged(before.folder):
        return False
    return not any(mapping.only_where_missing for s in found.settings.values() for mapping in s.mappings)


def read_changed(found: Survey, before: Intake, read: Read) -> tuple[list[TypedTable], frozenset[str]]:
    """Read what must be read; return its parts in the order of the files, and the extracts that are taken over."""
    there = {(account.year, account.file): account.sha256 for account in before.accounts}
    extracts: dict[tuple[int, str], set[str]] = {place: set() for place in there}
    for account in before.accounts:
        extracts[account.year, account.file].add(account.extract)
    now = {(file.year, file.name): file for file in found.files}
    changed = {place for place, file in now.items() if there.get(place) != found.digests[file.path]}
    touched = {name for place in (*changed, *(there.keys() - now.keys())) for name in extracts.get(place, ())}
    touched |= _not_told_by_extracts(found, before)
    parts: dict[tuple[int, str], list[TypedTable]] = {}
    while more := _belonging(now, extracts, touched, changed) - parts.keys():
        parts |= {place: [] for place in more}
        for part in read([file for place, file in now.items() if place in more]):
            parts[part.file.year, part.file.name].append(part)
            touched.add(part.extract.name)
    kept = frozenset(name for names in extracts.values() for name in names) - _whole(touched)
    return [part for place in now for part in parts.get(place, ())], kept


def _belonging(
    now: dict[tuple[int, str], RawFile],
    extracts: dict[tuple[int, str], set[str]],
    touched: set[str],
    changed: set[tuple[int, str]],
) -> set[tuple[int, str]]:
    return changed | {place for place in now if extracts.get(place, set()) & _whole(touched)}


def _whole(touched: set[str]) -> set[str]:
    """Return the extracts that are touched; of the return all, if one of it is."""
    return touched | RETURN if touched & RETURN else touched


def _not_told_by_extracts(found: Survey, before: Intake) -> set[str]:
    """Return those extracts whose identifiers are wanted, and cannot be told from what is kept of them."""
    if found.pseudonym_key:
        return set(HOLDS)
    # Of a row that was left out only the child is kept.
    return {a.extract for a in before.accounts if a.extract in HOLDS.keys() - RETURN and a.rows_listed}


def identifiers_kept(before: Intake, kept: Iterable[str]) -> list[Seen]:
    """Return the identifiers whose spelling holds, of extracts that are taken over."""
    held = _held(before, set(kept))
    return [as_seen(name, year, held.filter(extract=name, year=year)["identifier"]) for name, year in _places(held)]


def holds_as_before(before: Intake, parts: Iterable[TypedTable], kept: Iterable[str]) -> bool:
    """Return whether the identifiers of the return and of iros are those by which extracts taken over were read."""
    read = set(HOLDS) - set(kept)
    was, tables = _held(before, read), [_held(before, set())]
    for part in parts:
        name = part.extract.name
        if name in read and not part.older:
            left_out = [part.children_left_out["child_id"]] if name in RETURN else []
            tables.append(_rows(name, part.file.year, [part.rows[HOLDS[name]], *left_out]))
    now = pl.concat(tables).unique().sort(pl.all())
    if now.equals(was):
        return True
    # One that is in another file too has not gone. If several are alike, it matters in which.
    given = pl.concat([no_identifiers(), *(as_read(p.identifiers, p.reading) for p in parts if not p.older)])
    return all(
        set(was.filter(of := pl.col("extract").is_in(extracts))["identifier"]) == set(now.filter(of)["identifier"])
        and not are_alike(given.filter(kind=kind)["given"].unique())
        for kind, extracts in AUTHORITIES.items()
    )


def _places(held: pl.DataFrame) -> list[tuple[str, int]]:
    return held.select("extract", "year").unique().sort("extract", "year").rows()


def _held(before: Intake, extracts: set[str]) -> pl.DataFrame:
    """Return (extract, year, identifier) of those of the extracts whose spelling holds, in order."""
    left_out = read_left_out(before.folder)
    tables = [_rows("", 0, [])]
    for account in before.accounts:
        name, year, path = account.extract, account.year, stored_at(before.folder, account)
        if name in extracts and name in HOLDS and path.is_file():
            own = [scan_table(path).select(HOLDS[name]).collect().to_series()]
            if name in RETURN and left_out is not None:
                own.append(left_out.filter(extract=name, year=year)["child_id"])
            tables.append(_rows(name, year, own))
    return pl.concat(tables).unique().sort(pl.all())


def _rows(extract: str, year: int, identifiers: Iterable[pl.Series]) -> pl.DataFrame:
    column = pl.concat([pl.Series("identifier", [], pl.String), *(i.rename("identifier") for i in identifiers)])
    about = [pl.lit(extract).alias("extract"), pl.lit(year, pl.Int64).alias("year")]
    return column.drop_nulls().to_frame().select(*about, "identifier")
