"""The figures of a council for a report: taken in, counted, and kept until something that they depend on changes."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache

import polars as pl

from kit.ahead.said import WEEKS_SAID, WORK_SAID, protect_work, work_said
from kit.counting.asked import Asked, ask, supplied, supplied_to
from kit.counting.comparisons import compare
from kit.counting.data_quality import file_results, rule_results
from kit.counting.kept_figures import Counted, Tables, forget_oldest, keep, keep_shown, read_counted, read_shown
from kit.counting.older_exports import differences, earlier_figures
from kit.counting.problem_rows import find_problems
from kit.counting.results import count
from kit.counting.statements import SCHEMAS, Statements, read_statements
from kit.errors import KitError
from kit.extracts.notes import for_readers
from kit.extracts.stored import read_notes
from kit.figures.audit_records import Drawn, read_records
from kit.figures.comparison_table import RANGES
from kit.figures.comparison_table import SCHEMA as COMPARISONS
from kit.figures.table import ORDER, SCHEMA
from kit.files.code_hash import VERSION
from kit.files.parquet import read_table
from kit.intake.identifiers.strangers_told import told_together
from kit.intake.take_in import changed_meanwhile, take_in, using_extracts
from kit.measures.headers import load_measures
from kit.measures.measure import Measure
from kit.paths import Places
from kit.problems.catalogue import load_rules
from kit.problems.known import refuse_unknown
from kit.problems.rule import Rule
from kit.problems.table import in_order
from kit.protection.comparisons import protect_comparisons, protect_ranges
from kit.protection.exact.hiding import HOW_HIDDEN
from kit.protection.publications import load_publications
from kit.protection.published import bind, day_number
from kit.protection.small_numbers import protect, protect_earlier, protected
from kit.settings.settings import Settings
from kit.warehouse.kept_answers import AnsweringWarehouse, KeptAnswers
from kit.years import ReportingYear, named


@dataclass(frozen=True)
class Figures:
    """Everything that a report says of a council up to a reporting year; no row about a child.

    `results`, `quality` and `files` have the contract's shape (measure, year, breakdown, category, …). In `quality` the
    measure is a problem rule and the count its rows; in `files` it is an extract and the count its rows, with the
    breakdown `became` (kept, superseded, listed). `sources` has each file by its extract and year, with its hash and
    export date: not its name, as people name files after children. `statements` are what staff wrote for readers, and
    `drawn` says how samples for audits were drawn. `measures` are the kit's and the council's own.

    `comparisons` say what each figure is compared with and what is called a change, `ranges` how far chance could have
    moved each share (`kit.figures.comparison`).

    `earlier` holds whole figures of years as an older export would give them, and `differences` how many rows differ
    between it and the newest (see `kit.counting.older_exports`). `hiding` says how the rows to
    hide were found. `ahead` has sentences on the work after the last day, none of them if they rest on small numbers,
    and `weeks_ahead` what is expected in which of its weeks.
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
    comparisons: pl.DataFrame = field(default_factory=lambda: pl.DataFrame(schema=COMPARISONS))
    ranges: pl.DataFrame = field(default_factory=lambda: pl.DataFrame(schema=RANGES))
    measures: Mapping[str, Measure] = field(default_factory=load_measures, repr=False)
    earlier: pl.DataFrame = field(default_factory=lambda: pl.DataFrame(schema=SCHEMA))
    differences: pl.DataFrame = field(default_factory=lambda: pl.DataFrame(schema=SCHEMA))
    hiding: pl.DataFrame = field(default_factory=lambda: pl.DataFrame(schema=HOW_HIDDEN))
    ahead: pl.DataFrame = field(default_factory=lambda: pl.DataFrame(schema=WORK_SAID))
    weeks_ahead: pl.DataFrame = field(default_factory=lambda: pl.DataFrame(schema=WEEKS_SAID))


def load_figures(
    places: Places,
    year: int,
    as_at: date | None = None,
    counting: Callable[[], None] = lambda: None,
    *,
    again: bool = False,
) -> Figures:
    """Return what may be shown to readers: the figures after `protect`. KitError says what stops them.

    With `as_at`, a day of the year, every year's figures know of it to that same day alone. `counting` is called first
    if they must be counted. If they are kept, no row about a child is read; with `again` nothing that is kept is
    used, and every file is read and every figure counted again.
    """
    asked = ask(places, year, as_at)
    tables = None if again else read_shown(asked.kept, asked.key)
    if tables is None:
        tables = _shown(_counted(asked, counting, again=again), asked)
        keep_shown(tables, asked.kept, asked.key)
    return _figures(asked, tables)


@lru_cache(maxsize=1)
def load_figures_of_run(run: str, places: Places, year: int, as_at: date | None) -> Figures:
    """Return the figures for chapters that a run makes in this process: loaded once, under the key of the `run`.

    Its words are the key of its figures, the key of all that it is made of, and the folder of its report, as in
    small/2021. KitError if that report's figures are others, as a file has changed. After its chapters the run looks
    at all files again.
    """
    figures = load_figures(places, year, as_at)
    key, _, report = run.split(" ", 2)
    if report == f"{places.council}/{named(year, as_at)}" and key != figures.key:
        raise KitError(changed_meanwhile(places))
    return figures


def load_unprotected_figures(
    places: Places, year: int, as_at: date | None = None, counting: Callable[[], None] = lambda: None
) -> Figures:
    """Return the figures as counted, for internal use only."""
    asked = ask(places, year, as_at)
    return _figures(asked, _as_counted(_counted(asked, counting), asked))


def _counted(asked: Asked, counting: Callable[[], None], *, again: bool = False) -> Counted:
    """Return what was counted: as it is kept, otherwise counted now, after a call of `counting`."""
    counted = None if again else read_counted(asked.kept, asked.key)
    if counted is None:
        counting()
        counted = _count(asked, again)
    return counted


def _as_counted(counted: Counted, asked: Asked) -> Tables:
    """Return the tables of `Figures` by name, nothing in them hidden."""
    accounts = [(a.extract, a.year, a.sha256, a.export_date) for a in counted.intake.accounts]
    return {
        "results": counted.results,
        "comparisons": counted.comparisons,
        "ranges": counted.ranges,
        "quality": rule_results(counted.intake.problems, asked.years),
        "files": file_results(counted.intake.accounts),
        "sources": pl.DataFrame(accounts, schema=["extract", "year", "sha256", "export_date"], orient="row"),
        "earlier": counted.earlier,
        "differences": counted.differences,
        "hiding": pl.DataFrame(schema=HOW_HIDDEN),
        "ahead": counted.ahead,
        "weeks_ahead": counted.weeks_ahead,
        "notes": pl.DataFrame({"words": for_readers(counted.intake.notes)}, schema={"words": pl.String()}),
        **counted.statements,
    }


def _shown(counted: Counted, asked: Asked) -> Tables:
    """Return the tables of `Figures` by name, after `protect`."""
    tables = _as_counted(counted, asked)
    limit = asked.settings.hide_up_to
    part = (asked.as_at.month, asked.as_at.day) if asked.as_at else None
    bound = bind(tables["results"], asked.measures, load_publications(asked.places), part, limit)
    settings, day = asked.settings, day_number(part)
    decided = settings.must_publish, settings.hide_not_recorded
    results, hiding = protected(bound, limit, settings.not_about_people, asked.measures, day, *decided)
    ahead = protect_work(tables["ahead"], limit)
    # What is shown as it was published has comparisons that were made of other numbers.
    counts = tables["results"].select(*ORDER, "numerator", "denominator")
    printed = results.filter(pl.col("note") != "suppressed")
    replaced = printed.join(counts, on=counts.columns, how="anti", nulls_equal=True)
    alike = results.join(replaced, on=ORDER, how="anti", maintain_order="left")
    return tables | {
        "results": results,
        "hiding": pl.DataFrame([hiding.told()], schema=HOW_HIDDEN),
        "comparisons": protect_comparisons(tables["comparisons"], results, replaced),
        "ranges": protect_ranges(tables["ranges"], alike),
        "quality": protect(tables["quality"], limit),
        "files": protect(tables["files"], limit),
        "earlier": protect_earlier(tables["earlier"], tables["results"], limit, asked.measures),
        "differences": protect(tables["differences"], limit),
        "ahead": ahead,
        "weeks_ahead": tables["weeks_ahead"].clear() if ahead.is_empty() else tables["weeks_ahead"],
    }


def _figures(asked: Asked, tables: Tables) -> Figures:
    return Figures(
        council=asked.places.council,
        year=asked.year,
        years=asked.years,
        rules=load_rules(),
        notes=tuple(tables["notes"]["words"]),
        settings=asked.settings,
        measures=asked.measures,
        statements={name: tables[name] for name in SCHEMAS},
        key=asked.key,
        kit_version=VERSION,
        drawn=read_records(asked.places.audits),
        **{name: table for name, table in tables.items() if name not in (*SCHEMAS, "notes")},
    )


def load_notes(places: Places, year: int, as_at: date | None = None) -> list[str]:
    """Return what the person at the keyboard is told of the files that the kept figures were counted from."""
    return [note.said for note in read_notes(places.results / named(year, as_at))]


def load_problems(places: Places, year: int) -> pl.DataFrame:
    """Return every listed row of the loaded years, for internal use only."""
    load_unprotected_figures(places, year)
    return read_table(places.results / str(year) / "problems.parquet")


def _count(asked: Asked, again: bool = False) -> Counted:
    """Take in and count, all of it `again` or what has changed; keep and return it."""
    places, settings = asked.places, asked.settings
    # Another run may build the extracts for other years meanwhile: one at a time works with them.
    with using_extracts(places, asked.found.pseudonym_key):
        intake = take_in(places, asked.year, settings.known_problems, settings.known_in, found=asked.found, again=again)
        measures = asked.measures
        supplied_in = supplied_to(intake, settings)
        own = (settings.audits.benchmark, settings.establishment)
        answers, given = KeptAnswers(None if again else asked.kept), (intake, asked.years, settings.timescales, *own)
        names = asked.own_measures
        with AnsweringWarehouse(answers, asked.depends_on, *given, own_measures=names) as warehouse:
            results, counts = count(warehouse, measures, lambda y, need: (y, need) in supplied_in)
            comparisons, ranges = compare(results, counts, measures, settings, asked.years)
            statements = read_statements(warehouse)
            problems = told_together(in_order([intake.problems, find_problems(warehouse)]), intake.strangers)
            ahead = work_said(warehouse)
            earlier = earlier_figures(warehouse, intake, measures, supplied)
        differing = differences(intake)
    refuse_unknown(problems, settings.known_problems, settings.known_in, reading=False)
    counted = Counted(
        results, comparisons, ranges, replace(intake, problems=problems), statements, earlier, differing, *ahead
    )
    keep(counted, asked.kept, asked.key, answers)
    forget_oldest(places, asked.kept.name)
    return counted
