"""Storing what was read: typed extracts as Parquet, each file's account, and the children of rows left out."""

import shutil
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import polars as pl

from kit.extracts import EXTRACTS
from kit.extracts.stored import FileAccount, Intake, stored_at, write_intake, write_json
from kit.files.kept import KeptFiles
from kit.files.parquet import as_parquet, read_table, write_table
from kit.intake.dfe_rules.returns import Flagged
from kit.intake.doubts import doubts
from kit.intake.identifiers.strangers import find_strangers
from kit.intake.identifiers.strangers_told import notes_of
from kit.intake.survey import Survey
from kit.intake.typed_table import TypedTable
from kit.problems.table import SCHEMA

# The children of rows that were left out, which no extract holds: read by `kit.worklists.check_files` alone.
LEFT_OUT = "left_out.parquet"
# What the DfE's rules flagged, for the next intake: a year of which nothing has changed is not checked again.
FLAGGED = "flagged"
CHILDREN: dict[str, pl.DataType] = {
    "extract": pl.String(),
    "year": pl.Int64(),
    "row": pl.Int64(),
    "child_id": pl.String(),
}


@dataclass(frozen=True)
class ReadFiles:
    """The files of the loaded years as read: what is wrong with files as a whole, and the listed rows of the others.

    `flagged` are those of them that the DfE's rules flag, by year; `kept` are the extracts that are taken over from the
    intake `before`, and of which no file was read.
    """

    found: Survey
    parts: tuple[TypedTable, ...]
    faults: tuple[str, ...]
    problems: pl.DataFrame
    flagged: Mapping[int, Flagged]
    before: Intake | None = None
    kept: frozenset[str] = frozenset()


def read_flagged(folder: Path) -> dict[int, Flagged]:
    """Return by year what rules flagged when the extracts in `folder` were made; nothing if that cannot be read."""
    try:
        kept = KeptFiles(folder / FLAGGED, ".parquet").all()
        return {int(year): Flagged(key, read_table(path).cast(SCHEMA)) for year, key, path in kept}  # type: ignore[arg-type]
    except (OSError, ValueError, pl.exceptions.PolarsError):
        return {}


def store(read: ReadFiles, folder: Path) -> Intake:
    """Write the extracts of the files into `folder`, with their accounts, and the children of rows left out."""
    found, parts = read.found, read.parts
    held = _held_in_newer_years(parts)
    accounts = []
    left_out = [pl.DataFrame(schema=CHILDREN), *(_children_left_out(p) for p in parts if not p.older)]
    if read.before and (rows := read_left_out(read.before.folder)) is not None:
        left_out.append(rows.filter(pl.col("extract").is_in(read.kept)))
    for name in EXTRACTS:
        if read.before and name in read.kept:
            shutil.copytree(read.before.folder / name, folder / name, copy_function=shutil.copyfile)
            accounts += [account for account in read.before.accounts if account.extract == name]
            continue
        for year in found.years:
            same = [p for p in parts if p.extract.name == name and p.file.year == year]
            if not same:
                continue
            target = folder / name / f"year={year}"
            target.mkdir(parents=True)
            here = [_account(p, held) for p in same]
            for part, account in zip(same, here, strict=True):
                path = stored_at(folder, account, older=part.older)
                path.parent.mkdir(exist_ok=True)
                write_table(_stored(part, held[id(part)]), path)
            write_json(target / "manifest.json", {"loaded_years": found.years, "files": [asdict(a) for a in here]})
            accounts += here
    write_table(pl.concat(left_out).sort(list(CHILDREN)), folder / LEFT_OUT)
    for year, flagged in read.flagged.items():
        KeptFiles(folder / FLAGGED, ".parquet").keep(str(year), flagged.key, as_parquet(flagged.rows))
    # If a file could not be read, the others may seem to be of strangers.
    strangers = [] if read.faults else find_strangers(parts, read.before, read.kept, is_keyed=bool(found.pseudonym_key))
    notes = (*notes_of(strangers, accounts), *found.notes, *doubts(accounts))
    about = (read.problems, notes, found.key, found.read_with, tuple(strangers))
    intake = Intake(folder, found.years, tuple(accounts), *about)
    write_intake(intake, folder)
    return intake


def read_left_out(folder: Path) -> pl.DataFrame | None:
    """Return the children of rows left out when the extracts in `folder` were made; None if that cannot be read."""
    try:
        return read_table(folder / LEFT_OUT).cast(CHILDREN)  # type: ignore[arg-type]
    except (OSError, pl.exceptions.PolarsError):
        return None


def _children_left_out(part: TypedTable) -> pl.DataFrame:
    return part.children_left_out.with_columns(
        extract=pl.lit(part.extract.name), year=pl.lit(part.file.year, dtype=pl.Int64)
    ).select(*CHILDREN)


def _held_in_newer_years(parts: Sequence[TypedTable]) -> dict[int, pl.Series]:
    """Return, by the part's identity, which rows of it a newer loaded year's file holds as well."""
    held = {}
    for part in parts:
        extract = part.extract
        columns = [*extract.key, *([extract.or_by] if extract.or_by else [])]
        newer = [
            p.rows[columns]
            for p in parts
            if p.extract.name == extract.name and p.file.year > part.file.year and not p.older
        ]
        held[id(part)] = extract.superseded_by(part.rows, pl.concat([part.rows[columns].clear(), *newer]))
    return held


def _stored(part: TypedTable, superseded: pl.Series) -> pl.DataFrame:
    year, file = pl.lit(part.file.year), pl.lit(part.place)
    rows = part.rows.with_columns(year=year, file=file, superseded=superseded)
    return rows.select(pl.col(n).cast(t) for n, t in part.extract.schema.items())


def _account(part: TypedTable, held: dict[int, pl.Series]) -> FileAccount:
    listed = 0 if part.older else part.listed.filter("left_out")["row"].n_unique()
    superseded = part.rows_in if part.older else int(held[id(part)].sum())
    kept = 0 if part.older else part.rows.height - superseded
    return FileAccount(
        extract=part.extract.name,
        year=part.file.year,
        file=part.file.name,
        sha256=part.digest,
        export_date=part.file.export_date,
        assumed=part.table.assumed,
        rows_in=part.rows_in,
        rows_kept=kept,
        rows_superseded=superseded,
        rows_listed=listed,
        blank_rows=part.table.blank_rows,
        totals_rows=part.table.totals_rows,
        dates_from_serials=part.table.dates_from_serials,
        columns_not_supplied=part.absent,
        identifiers=part.reading.said,
        read_as=part.read_as,
        looks=part.looks,
        sheet=part.table.sheet,
        unknown_codes=part.unknown_codes,
    )
