"""Intake: a council's raw files become typed extracts, and every row is kept, superseded or listed.

Extracts lie in `data/<council>/extracts/<extract>/year=<Y>/` as Parquet beside a `manifest.json`. They are written
aside and swapped in whole, so that a run that fails leaves the last good ones as they were.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, replace
from itertools import pairwise

import polars as pl

from kit.accounts import FileAccount, Intake, read_intake, write_intake, write_json
from kit.checking import Given, check_returns, listed_once
from kit.errors import KitError
from kit.extracts import CORE, EXTRACTS
from kit.folders import only_run, writing
from kit.mapped import tables_of
from kit.parts import Part, list_drift, part_of, without_stand_ins
from kit.personal import masked
from kit.places import Places, shown
from kit.problems import in_order, load_rules
from kit.replacing import replacing, write_table
from kit.survey import Survey, survey


@contextmanager
def using_extracts(places: Places) -> Iterator[None]:
    """Hold the council's extracts while the block builds and reads them: no other run changes them meanwhile."""
    folder = places.data / places.council
    with writing(folder, otherwise=""), only_run(folder / ".lock", lambda _: None):
        yield


def take_in(places: Places, year: int) -> Intake:
    """Build the extracts of the loaded years that end at `year`, or return those that are there and up to date.

    KitError holds everything that stops it, in all files at once: files that cannot be read or match nothing, two of
    one kind and export date, a year without its statutory files, and problems whose rule stops the run.
    """
    found = survey(places, year)
    ready = read_intake(places.extracts)
    if ready and ready.key == found.key and _is_whole(ready):
        return ready
    parts, unread, more = _read_all(found)
    parts, notes = without_stand_ins(parts)
    faults = [*more, *_mark_older_exports(parts), *_faults_of_years(places, list(found.years), parts, unread)]
    list_drift(parts, found)
    flagged = check_returns({(p.file.year, p.extract.name): Given(p.file.name, p.text) for p in _returned(parts)})
    flagged = masked(flagged)
    problems = in_order([*(listed_once(_problem_rows(p), flagged) for p in parts), flagged])
    faults += _stops(problems)
    if faults:
        raise KitError(faults)
    return _write(places, replace(found, notes=(*found.notes, *notes)), parts, problems)


def _is_whole(intake: Intake) -> bool:
    parts = {(a.extract, a.year) for a in intake.accounts}
    return all((intake.folder / name / f"year={year}" / f"{name}.parquet").is_file() for name, year in parts)


def _read_all(found: Survey) -> tuple[list[Part], set[int], list[str]]:
    """Return the parts, the years in which a file could not be read, and what is wrong."""
    parts: list[Part] = []
    unread: set[int] = set()
    faults: list[str] = []
    for file in found.files:
        try:
            tables = tables_of(file, found.settings[file.year].mappings)
        except KitError as error:
            faults += error.messages
            unread.add(file.year)
            continue
        parts += [part_of(file, table, found) for table in tables]
    return parts, unread, faults


def _mark_older_exports(parts: list[Part]) -> list[str]:
    """Mark all but the newest export of each kind and year; return what is wrong where none is the newest."""
    faults = []
    kinds: dict[tuple[str, int], list[Part]] = {}
    for part in parts:
        kinds.setdefault((part.extract.name, part.file.year), []).append(part)
    for (kind, year), same in kinds.items():
        same.sort(key=lambda p: (p.file.export_date, p.file.name))
        for one, other in pairwise(same):
            one.older = True
            if one.file.export_date == other.file.export_date:
                faults.append(
                    f"{one.file.name} and {other.file.name} ({year}) are both {kind} with the same export date. "
                    f"Keep one, or name them by their export dates: {kind}@2021-04-19.csv."
                )
    return faults


def _returned(parts: list[Part]) -> list[Part]:
    """Return the newest file of each kind and year of the statutory return."""
    return [part for part in parts if part.is_return and not part.older]


def _faults_of_years(places: Places, years: list[int], parts: list[Part], unread: set[int]) -> list[str]:
    faults = []
    for year in years:
        rows = {p.extract.name: p.rows_in for p in parts if p.file.year == year and not p.older}
        for name in CORE:
            where = shown(places.raw / str(year))
            # Where a file could not be read, it may be the one that is missing.
            if name not in rows and year not in unread:
                faults.append(f"{where}: there is no {name} file. Every year needs {', '.join(CORE)}.")
            elif rows.get(name) == 0:
                faults.append(f"{where}: the {name} file has a heading and no rows. Export it again.")
    return faults


def _problem_rows(part: Part) -> pl.DataFrame:
    # An older export is kept only to explain figures that moved; the newest one is where its faults are mended.
    listed = part.listed.clear() if part.older else part.listed
    return listed.drop("left_out").with_columns(
        extract=pl.lit(part.extract.name),
        year=pl.lit(part.file.year),
        file=pl.lit(part.file.name),
        message=pl.lit(None, dtype=pl.String),
    )


def _stops(problems: pl.DataFrame) -> list[str]:
    rules = load_rules()
    stopping = problems.filter(pl.col("rule").is_in([r.name for r in rules.values() if r.stops]))
    said = [
        f"{p['file']} ({p['year']}), row {p['row']}, {p['column']}: "
        f"{rules[p['rule']].title.lower()}. {rules[p['rule']].what_to_do}"
        for p in stopping.head(50).iter_rows(named=True)
    ]
    if stopping.height > len(said):
        said.append(f"… and {stopping.height - len(said)} more like these.")
    return said


def _write(places: Places, found: Survey, parts: list[Part], problems: pl.DataFrame) -> Intake:
    held = _held_in_newer_years(parts)
    accounts = []
    with replacing(places.extracts) as folder:
        for name in EXTRACTS:
            for year in found.years:
                same = [p for p in parts if p.extract.name == name and p.file.year == year]
                if not same:
                    continue
                target = folder / name / f"year={year}"
                target.mkdir(parents=True)
                here = [_account(p, held) for p in same]
                newest = next(p for p in same if not p.older)
                write_table(_stored(newest, held), target / f"{name}.parquet")
                write_json(target / "manifest.json", {"loaded_years": found.years, "files": [asdict(a) for a in here]})
                accounts += here
        intake = Intake(places.extracts, found.years, tuple(accounts), problems, found.notes, found.key)
        write_intake(intake, folder)
    return intake


def _held_in_newer_years(parts: list[Part]) -> dict[int, pl.DataFrame]:
    """Return, by the part's identity, the rows of it that a newer loaded year's file holds as well."""
    held = {}
    for part in parts:
        newer = [
            p.rows.select(part.extract.key)
            for p in parts
            if p.extract.name == part.extract.name and p.file.year > part.file.year and not p.older
        ]
        keys = list(part.extract.key)
        held[id(part)] = (
            part.rows.join(pl.concat(newer).unique(), on=keys, how="semi").select("row")
            if newer
            else part.rows.select("row").clear()
        )
    return held


def _stored(part: Part, held: dict[int, pl.DataFrame]) -> pl.DataFrame:
    rows = part.rows.with_columns(
        file=pl.lit(part.file.name), superseded=pl.col("row").is_in(held[id(part)]["row"].implode())
    )
    return rows.select(pl.col(n).cast(t) for n, t in part.extract.schema.items())


def _account(part: Part, held: dict[int, pl.DataFrame]) -> FileAccount:
    listed = 0 if part.older else part.listed.filter("left_out")["row"].n_unique()
    superseded = part.rows_in if part.older else held[id(part)].height
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
    )
