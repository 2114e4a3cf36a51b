"""The figures of a council for a report: taken in, counted, and kept until something that they depend on changes."""

import hashlib
from collections.abc import Callable, Collection
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

import polars as pl

from kit import __version__
from kit.accounts import FileAccount, Intake, read_intake, write_intake
from kit.audits import Drawn, read_records
from kit.disclosure import protect, protect_earlier
from kit.errors import KitError
from kit.establishment import posts_by_year
from kit.extracts import EXTRACTS
from kit.intake import changed_meanwhile, take_in, using_extracts
from kit.known import refuse_unknown
from kit.measures import load_measures
from kit.notes import for_readers
from kit.older_exports import differences, earlier_figures
from kit.own_code import code_hash
from kit.params import Settings, load_settings
from kit.places import Places
from kit.private import private
from kit.problems import Rule, in_order, load_rules
from kit.quality import file_results, find_problems, rule_results
from kit.replacing import replacing, write_table
from kit.results import SCHEMA, compute_results
from kit.source_changes import with_source_changes
from kit.statements import SCHEMAS, Statements, read_statements
from kit.survey import survey
from kit.warehouse import Warehouse
from kit.years import ReportingYear, named, reporting_year

MOVED = ("earlier", "differences")

Counted = tuple[pl.DataFrame, Intake, Statements, dict[str, pl.DataFrame]]


@dataclass(frozen=True)
class Figures:
    """Everything that a report says of a council up to a reporting year; no row about a child.

    `results`, `quality` and `files` have the contract's shape (measure, year, breakdown, category, …). In `quality` the
    measure is a problem rule and the count its rows; in `files` it is an extract and the count its rows, with the
    breakdown `became` (kept, superseded, listed). `sources` has each file by its extract and year, with its hash and
    export date: not its name, as people name files after children. `statements` are what staff wrote for readers, and
    `drawn` says how samples for audits were drawn.

    `earlier` holds whole figures of years as an older export would give them, and `differences` how many rows differ
    between it and the newest (see `kit.older_exports`).
    """

    council: str
    year: int
    years: tuple[ReportingYear, ...]
    results: pl.DataFrame
    quality: pl.DataFrame
    files: pl.DataFrame
    rules: dict[str, Rule]
    sources: pl.DataFrame
    notes: tuple[str, ...]
    settings: Settings
    statements: Statements
    key: str
    kit_version: str
    drawn: tuple[Drawn, ...] = ()
    earlier: pl.DataFrame = field(default_factory=lambda: pl.DataFrame(schema=SCHEMA))
    differences: pl.DataFrame = field(default_factory=lambda: pl.DataFrame(schema=SCHEMA))


def load_figures(
    places: Places, year: int, as_at: date | None = None, counting: Callable[[], None] = lambda: None
) -> Figures:
    """Return what may be shown to readers: the figures after `protect`. KitError says what stops them.

    With `as_at`, a day of the year, every year's figures know of it to that same day alone. `counting` is called first
    where they must be counted.
    """
    figures = load_unprotected_figures(places, year, as_at, counting)
    limit = figures.settings.hide_up_to
    return replace(
        figures,
        results=protect(figures.results, limit, figures.settings.not_about_people),
        quality=protect(figures.quality, limit),
        files=protect(figures.files, limit),
        earlier=protect_earlier(figures.earlier, figures.results, limit),
        differences=protect(figures.differences, limit),
    )


def load_unprotected_figures(
    places: Places, year: int, as_at: date | None = None, counting: Callable[[], None] = lambda: None
) -> Figures:
    """Return the figures as counted, for internal use only."""
    settings = load_settings(places, year)
    found = survey(places, year)
    key = hashlib.sha256(
        f"{found.key}\n{settings!r}\n{year}\n{as_at}\n{code_hash('measures', 'problems', 'views')}".encode()
    ).hexdigest()
    kept = places.results / named(year, as_at)
    if (ready := _read_kept(kept, key)) is None:
        counting()
        ready = _count(places, year, as_at, settings, found.key, kept, key)
    results, intake, statements, moved = ready
    years = tuple(reporting_year(y, as_at) for y in intake.years)
    return Figures(
        council=places.council,
        year=year,
        years=years,
        results=results,
        quality=rule_results(intake.problems, years),
        files=file_results(intake.accounts),
        rules=load_rules(),
        sources=pl.DataFrame(
            [(a.extract, a.year, a.sha256, a.export_date) for a in intake.accounts],
            schema=["extract", "year", "sha256", "export_date"],
            orient="row",
        ),
        notes=for_readers(intake.notes),
        settings=settings,
        statements=statements,
        key=key,
        kit_version=__version__,
        drawn=read_records(places.audits),
        **moved,
    )


def load_problems(places: Places, year: int) -> pl.DataFrame:
    """Return every listed row of the loaded years, for internal use only."""
    load_unprotected_figures(places, year)
    return pl.read_parquet(places.results / str(year) / "problems.parquet")


def _read_kept(folder: Path, key: str) -> Counted | None:
    """Return the results and accounts kept under `key`, or None where there are none that can be read."""
    try:
        if (folder / "key.txt").read_text(encoding="utf-8") != key:
            return None
        results, intake = pl.read_parquet(folder / "results.parquet"), read_intake(folder)
        moved = {name: pl.read_parquet(folder / f"{name}.parquet") for name in MOVED}
        statements = {name: pl.read_parquet(folder / f"{name}.parquet") for name in SCHEMAS}
        # Another run may have put other figures there between two readings.
        whole = intake is not None and (folder / "key.txt").read_text(encoding="utf-8") == key
    except (OSError, ValueError, pl.exceptions.PolarsError):
        return None
    return (results, intake, statements, moved) if intake and whole else None


def _count(
    places: Places, year: int, as_at: date | None, settings: Settings, files: str, kept: Path, key: str
) -> Counted:
    """Take in, count, and keep the results, beside the accounts that they rest on, under the `key` of these `files`."""
    # Another run may build the extracts for other years meanwhile: one at a time works with them.
    with using_extracts(places):
        intake = take_in(places, year, settings.known_problems, settings.known_in)
        if intake.key != files:
            raise KitError(changed_meanwhile(places))
        measures = with_source_changes(load_measures(), settings.sources_changed.values())
        supplied_in = _supplied(intake.accounts) | {
            (year, "council.establishment") for year in posts_by_year(settings.establishment, intake.years)
        }
        years = [reporting_year(y, as_at) for y in intake.years]
        own = (settings.audits.benchmark, settings.establishment)
        with Warehouse(intake, years, settings.timescales, *own) as warehouse:
            results = compute_results(warehouse, measures, lambda y, need: (y, need) in supplied_in)
            statements = read_statements(warehouse)
            problems = in_order([intake.problems, find_problems(warehouse)])
            earlier = earlier_figures(warehouse, intake, measures, _supplied)
        moved = dict(zip(MOVED, (earlier, differences(intake)), strict=True))
    refuse_unknown(problems, settings.known_problems, settings.known_in, reading=False)
    with replacing(kept) as folder:
        private(kept.parent)
        write_table(results, folder / "results.parquet")
        for name, table in moved.items():
            write_table(table, folder / f"{name}.parquet")
        for name, statement in statements.items():
            write_table(statement, folder / f"{name}.parquet")
        write_intake(replace(intake, problems=problems), folder)
        (folder / "key.txt").write_text(key, encoding="utf-8")
    return results, replace(intake, problems=problems), statements, moved


def _supplied(accounts: Collection[FileAccount]) -> set[tuple[int, str]]:
    """Return (year, extract) and (year, "extract.column") for everything that a year's newest files hold."""
    there: dict[tuple[int, str], tuple[str, ...]] = {}
    for account in sorted(accounts, key=lambda a: (a.export_date, a.file)):
        there[account.year, account.extract] = account.columns_not_supplied
    return set(there) | {
        (year, f"{name}.{column.name}")
        for (year, name), absent in there.items()
        for column in EXTRACTS[name].columns
        if column.heading not in absent
    }
