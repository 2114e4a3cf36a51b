"""`make check` of a council's files: what is wrong, how it moves the figures, and the list for whoever corrects it.

A check reads, types and looks at every row as a report would. Problems that stop a report do not stop it: it works on
extracts of its own then, and leaves the last good ones.
"""

import shutil
from dataclasses import dataclass
from pathlib import Path

import polars as pl

from kit.counting.problem_rows import find_problems
from kit.extracts import EXTRACTS
from kit.extracts.notes import Note
from kit.extracts.stored import FileAccount, Intake
from kit.files.parquet import scan_table
from kit.files.permissions import private
from kit.files.swap import replacing
from kit.intake.identifiers.strangers_told import told_together
from kit.intake.read import read_files
from kit.intake.store import CHILDREN, LEFT_OUT, store
from kit.intake.survey import survey
from kit.intake.take_in import ready_intake, using_extracts
from kit.measures.headers import load_measures_of
from kit.paths import Places
from kit.problems.known import stopping
from kit.problems.table import in_order
from kit.protection.looked import note_look
from kit.settings.settings import Settings
from kit.warehouse.warehouse import Warehouse
from kit.worklists.problem_lists import write_lists
from kit.years import reporting_year


@dataclass(frozen=True)
class Check:
    """What a check found; `faults` are the sentences for which no report is made, and `folder` holds the lists."""

    years: tuple[int, ...]
    problems: pl.DataFrame
    accounts: tuple[FileAccount, ...]
    notes: tuple[Note, ...]
    faults: tuple[str, ...]
    settings: Settings
    folder: Path


def check_files(places: Places, year: int) -> Check:
    """Check the loaded years that end at `year`, and write `data/<council>/problems/<Y>/`; it is swapped in whole.

    KitError if the files cannot be looked at at all: no such year, or settings that cannot be read.
    """
    found = survey(places, year)
    settings = found.settings[year]
    with using_extracts(places, found.pseudonym_key), replacing(places.problems / str(year)) as folder:
        private(places.problems)
        scratch = folder / "extracts"
        faults: list[str] = []
        intake = ready_intake(places, found)
        if intake is None:
            read = read_files(places, found)
            faults += read.faults
            if faults or stopping(read.problems, settings.known_problems, settings.known_in, reading=True):
                scratch.mkdir()
                intake = store(read, scratch)
            else:
                with replacing(places.extracts) as extracts:
                    store(read, extracts)
                intake = ready_intake(places, found)
                assert intake
        problems = intake.problems
        # Rows are compared with others only if every file could be read: otherwise each would seem to lack the rest.
        if not faults:
            own = [m.name for m in load_measures_of(places.own_measures).values() if m.own and m.shown]
            given = (intake, map(reporting_year, intake.years), settings.timescales)
            with Warehouse(*given, own_measures=own) as warehouse:
                problems = in_order([problems, find_problems(warehouse)])
        problems = told_together(problems, intake.strangers)
        faults += stopping(problems, settings.known_problems, settings.known_in, reading=bool(faults))
        write_lists(with_children(problems, intake), folder)
        note_look(places, "check", year, "lists of problems", problems.height)
        shutil.rmtree(scratch, ignore_errors=True)
    return Check(
        intake.years, problems, intake.accounts, intake.notes, tuple(faults), settings, places.problems / str(year)
    )


def with_children(problems: pl.DataFrame, intake: Intake) -> pl.DataFrame:
    """Return the problems with a column `child_id`, null if a row has no child."""
    tables = [scan_table(intake.folder / LEFT_OUT)]
    for name, year in problems.select("extract", "year").unique().sort("extract", "year").iter_rows():
        path = intake.folder / name / f"year={year}" / f"{name}.parquet"
        if path.is_file() and "child_id" in EXTRACTS[name].schema:
            rows = scan_table(path).with_columns(extract=pl.lit(name))
            tables.append(rows.select(*CHILDREN))
    keys = ["extract", "year", "row"]
    children = pl.concat(tables).join(problems.lazy().select(keys).unique(), on=keys, how="semi")
    return problems.lazy().join(children, on=keys, how="left", maintain_order="left").collect()
