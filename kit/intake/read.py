"""The reading of a council's files: each becomes parts of extracts, looked at by every rule; nothing is written."""

from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import polars as pl

from kit.errors import KitError
from kit.extracts import EXTRACTS
from kit.extracts.stored import Intake
from kit.intake.dfe_rules.returns import Given, check_returns, listed_once, not_run, with_rules_not_run
from kit.intake.doubts import core_files
from kit.intake.exports import mark_older_exports, unnamed_files
from kit.intake.identifiers.identifiers import Reading, Seen, settle
from kit.intake.map_headings import tables_of
from kit.intake.reading import TEXT, NoTableError, RawFile, UnnamedError
from kit.intake.reread import RETURN, comparable, holds_as_before, identifiers_kept, read_changed
from kit.intake.store import ReadFiles, read_flagged
from kit.intake.survey import Survey
from kit.intake.typed_table import TypedTable, list_drift, needed_dates, part_of, without_stand_ins
from kit.paths import Places
from kit.problems.table import in_order, no_problems
from kit.settings.mappings import mappings_for

FILES_AT_A_TIME = 2
IN_A_MAPPING = (
    "Not a date. Use dd/mm/yyyy, or, if {form} is how they are written, say so in a mapping "
    '(dates: "{form}"), which python -m kit map <file> proposes.'
)
A_WORD = (
    "Not a date. Leave the cell blank if no date is known; or, if the word in it means that, say so in a mapping "
    '(values: {}: {{the word: ""}}).'
)
ROWS_TOGETHER = 100_000


def read_files(places: Places, found: Survey, before: Intake | None = None, *, again: bool = False) -> ReadFiles:
    """Read the files that were found; nothing is raised, and nothing written.

    If `before`, an earlier intake, was made of the same years in the same way, only extracts of which a file has
    changed are read again, and the others are taken over from it (`kit.intake.reread`). With `again` the DfE's rules
    run again on years of which nothing has changed too.
    """
    unread: list[tuple[RawFile, KitError]] = []

    def read(files: Sequence[RawFile]) -> list[TypedTable]:
        return _read_all(files, found, unread)

    before = before if comparable(found, before) else None
    parts, kept = read_changed(found, before, read) if before else (read(found.files), frozenset[str]())
    parts, notes = without_stand_ins(parts)
    texts = [file for file, error in unread if isinstance(error, NoTableError) and _is_any_text(file, found)]
    notes += [file.not_read("it is text without the headings of an extract.") for file in texts]
    unread = [(file, error) for file, error in unread if file not in texts]
    faults = [m for _, error in unread if not isinstance(error, UnnamedError) for m in error.messages]
    faults += unnamed_files([error for _, error in unread if isinstance(error, UnnamedError)], found.files)
    faults += mark_older_exports(parts)
    parts = _with_identifiers_settled(parts, found, identifiers_kept(before, kept) if before else [])
    if before and not holds_as_before(before, parts, kept):
        return read_files(places, found, again=again)
    list_drift(parts, found)
    flagged = {} if again else read_flagged(places.extracts)
    tables: list[pl.DataFrame] = []
    if before and kept & RETURN:
        tables += map(_problem_rows, parts)
        notes += [note for note in before.notes if note.of_return]
    else:
        wrong, doubts = core_files(
            places, found.years, parts, {file.year for file, _ in unread}, [*found.notes, *notes]
        )
        faults, notes = [*faults, *wrong], [*notes, *doubts]
        # If nobody knows which child a row is of, rows of several would be told to be one's.
        unsure = {p.file.year for p in parts if p.identifiers["lost"].any()}
        given = {
            (p.file.year, p.extract.name): Given(p.place, p.text, _made_of(p, found))
            for p in _returned(parts)
            if p.file.year not in unsure
        }
        flagged, without = check_returns(given, flagged), not_run(given)
        rows = pl.concat([no_problems(), *(one.rows for one in flagged.values())])
        listed = (with_rules_not_run(table, without) for table in _together(map(_problem_rows, parts)))
        tables += [*(listed_once(table, rows) for table in listed), rows]
    if before:
        tables.append(before.problems.filter(pl.col("extract").is_in(kept)))
    read_now = replace(found, notes=(*found.notes, *notes))
    return ReadFiles(read_now, tuple(parts), tuple(faults), in_order(tables), flagged, before, kept)


def _made_of(part: TypedTable, found: Survey) -> str:
    """Return all that a part's text depends on but the code: the file, how it and its identifiers are read, the key."""
    key = found.pseudonym_key
    mappings = found.settings[part.file.year].mappings
    return f"{part.digest} {mappings!r} {part.read_as} {key.fingerprint if key else ''}"


def _read_all(files: Sequence[RawFile], found: Survey, unread: list[tuple[RawFile, KitError]]) -> list[TypedTable]:
    """Return the parts of files; add to `unread` those that cannot be read, and why."""
    parts: list[TypedTable] = []
    # Much of the reading of a file is done by one core: two files at a time keep two at work, and memory in bounds.
    with ThreadPoolExecutor(FILES_AT_A_TIME) as readers:
        for file, made in zip(files, readers.map(lambda file: _read_one(file, found), files), strict=True):
            if isinstance(made, KitError):
                unread.append((file, made))
            else:
                parts += made
    return parts


def _is_any_text(file: RawFile, found: Survey) -> bool:
    """Return whether a file that cannot be read may be words about the others: text that no name calls an extract."""
    mappings = found.settings[file.year].mappings
    named = file.kind_in_name in EXTRACTS or mappings_for(file.kind_in_name, mappings)
    return file.path.suffix.lower() == TEXT and not named


def _read_one(file: RawFile, found: Survey) -> list[TypedTable] | KitError:
    """Return what a file becomes, or what is wrong with it."""
    try:
        tables = tables_of(file, found.settings[file.year].mappings)
    except KitError as error:
        return error
    return [part_of(file, table, found, number) for number, table in enumerate(tables)]


def _with_identifiers_settled(parts: list[TypedTable], found: Survey, kept: Sequence[Seen]) -> list[TypedTable]:
    """Return the parts, those again whose identifiers are read as others; `kept` are those of other files."""
    seen = [Seen(p.extract.name, p.file.year, p.older, p.identifiers) for p in parts] + [*kept]

    def one(part: TypedTable, reading: Reading) -> TypedTable:
        if not reading:
            return part
        tables = tables_of(part.file, found.settings[part.file.year].mappings)
        again = part_of(part.file, tables[part.table_number], found, part.table_number, reading)
        again.older = part.older
        return again

    with ThreadPoolExecutor(FILES_AT_A_TIME) as readers:
        return list(readers.map(one, parts, settle(seen)[: len(parts)]))


def _returned(parts: list[TypedTable]) -> list[TypedTable]:
    """Return the newest file of each kind and year of the statutory return."""
    return [part for part in parts if part.is_return and not part.older]


def _together(tables: Iterable[pl.DataFrame]) -> Iterator[pl.DataFrame]:
    """Yield the tables, small ones put together: each is looked through several times, whatever its size."""
    waiting: list[pl.DataFrame] = []
    for table in tables:
        waiting.append(table)
        if sum(t.height for t in waiting) > ROWS_TOGETHER:
            yield pl.concat(waiting)
            waiting = []
    if waiting:
        yield pl.concat(waiting)


def _problem_rows(part: TypedTable) -> pl.DataFrame:
    # An older export is kept only to explain figures that moved; its faults are corrected in the newest one.
    listed = part.listed.clear() if part.older else part.listed
    named = pl.lit(IN_A_MAPPING.format(form=part.dates_written)) if part.dates_written else pl.lit(None, pl.String)
    is_word = ~pl.col("value").str.contains(r"\d") & ~pl.col("column").is_in(needed_dates(part.extract))
    named = pl.when(is_word).then(pl.format(A_WORD, "column")).otherwise(named)
    return listed.drop("left_out").with_columns(
        extract=pl.lit(part.extract.name),
        year=pl.lit(part.file.year),
        file=pl.lit(part.place),
        message=pl.when(pl.col("rule") == "not_a_date").then(named).cast(pl.String),
    )
