"""The DfE's validation rules: which rows of a year's return they flag.

A rule is one file, `kit/sql/rules/<extract>/<code>.sql`: a header like that of every problem rule, and after each line
that names extracts (`-- episodes`, `-- header from 2025`, `-- header to 2024`) the condition that flags a row of them.
A later year thus states only what changes. The conditions read the rows of `kit.rule_views`; all that hold for an
extract and year are evaluated in one pass.
"""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property

import polars as pl

from kit.databases import Passing, Tables
from kit.extracts import EXTRACTS
from kit.problem_rule import Rule
from kit.problems import STATUTORY as FOLDER
from kit.problems import load_rules
from kit.rule_columns import columns_read, files_read, lacking
from kit.rule_rows import Return
from kit.rule_views import views
from kit.warehouse import SQL_TYPES
from kit.years import reporting_year

MACROS = FOLDER / "macros.sql"
FEW_ROWS = 20_000
LAST_YEAR = ("header", "episodes")
FLAGGED = {"extract": pl.String(), "row": pl.Int64(), "column": pl.String(), "rule": pl.String(), "value": pl.String()}
PART = re.compile(r"^-- (?P<extracts>[a-z0-9_]+(?:, [a-z0-9_]+)*)(?: from (?P<first>\d{4}))?(?: to (?P<last>\d{4}))?$")


@dataclass(frozen=True)
class Condition:
    """What makes a rule flag a row of an extract in the returns of the years from `first` to `last`."""

    rule: Rule
    extract: str
    first: int
    last: int
    sql: str

    @property
    def column(self) -> str:
        """The heading to look at in the extract's file."""
        column = self.rule.column
        return column if isinstance(column, str) else column[self.extract]

    @cached_property
    def needs(self) -> frozenset[tuple[str, str]]:
        """The (file, heading) of every column without which it would flag what may be right."""
        return columns_read(self.extract, self.sql)

    @property
    def files(self) -> frozenset[str]:
        """The files beside which it sets the extract's rows, last year's among them as in `needs`."""
        return files_read(self.extract, self.sql)


@cache
def conditions() -> tuple[Condition, ...]:
    """Return every condition of every rule of the DfE, in order of rule."""
    return tuple(condition for rule in load_rules().values() if rule.code for condition in _parts(rule))


def conditions_of(year: int, there: Collection[str], codes: Collection[str] | None = None) -> Iterator[Condition]:
    """Yield the conditions that hold for the year's return where the files in `there` were given.

    Of a rule's conditions for one extract the last that covers the year holds. `there` holds names of extracts, and
    `last_header` and `last_episodes` where last year's are there too. A rule whose other files are not there is not
    checked, as it would flag what may be right.
    """
    holds = {(c.rule.name, c.extract): c for c in conditions() if c.first <= year <= c.last}
    for condition in holds.values():
        if codes is not None and condition.rule.code not in codes:
            continue
        if {condition.extract, *condition.rule.needs} <= set(there):
            yield condition


@cache
def validity_rules() -> tuple[tuple[str, str], ...]:
    """Return (rule, heading) for every rule that says of a column's value that it is none of those allowed."""
    headings = {(name, heading) for name, extract in EXTRACTS.items() for heading in extract.headings}
    pairs = {
        (c.rule.name, heading)
        for c in conditions()
        for name, heading in headings
        if name == c.extract and re.search(rf"\b{heading.lower()}_invalid\b", c.sql)
    }
    return tuple(sorted(pairs))


def check_rules(this: Return, last: Return | None, year: int, codes: Collection[str] | None = None) -> pl.DataFrame:
    """Return the rows of the year's return that a rule flags: extract, row, column, rule and the value given.

    `last` is last year's return, or None where it is not loaded; `codes` limits the rules to those named. The value of
    a column that is not kept (a pupil number, a postcode) is left empty, so that it is stored nowhere.
    """
    last = last or {}
    there = _headings(this, last)
    by_extract: dict[str, list[Condition]] = {}
    for condition in conditions_of(year, there, codes):
        if not lacking(condition.needs, there):
            by_extract.setdefault(condition.extract, []).append(condition)
    named = {name: _words(c.sql for c in mine) for name, mine in by_extract.items()}
    given = {**this, **{f"last_{name}": last[name] for name in LAST_YEAR if name in last}}
    found = [pl.DataFrame(schema=FLAGGED)]
    with Passing(MACROS) as tables:
        for name, rows in views(given, year, named):
            mine = by_extract[name]
            for condition, numbers in zip(mine, _flagged(tables, name, rows, mine, year), strict=True):
                if numbers:
                    found.append(_cells(this[name], condition, numbers))
    return pl.concat(found)


def rules_not_run(this: Return, last: Return | None, year: int) -> dict[tuple[str, str], list[str]]:
    """Return the codes of the rules that are not run, in order, by (file, heading) of a column that they lack.

    `file` is an extract of the year's return, or `last_header` or `last_episodes`.
    """
    there = _headings(this, last or {})
    found: dict[tuple[str, str], list[str]] = {}
    for condition in conditions_of(year, there):
        for column in lacking(condition.needs, there):
            codes = found.setdefault(column, [])
            if condition.rule.code not in codes:
                codes.append(condition.rule.code)
    return found


def _headings(this: Return, last: Return) -> dict[str, list[str]]:
    """Return the headings of each file that is there, last year's as `last_header` and `last_episodes`."""
    earlier = {f"last_{name}": last[name].columns for name in LAST_YEAR if name in last}
    return {name: text.columns for name, text in this.items()} | earlier


def _parts(rule: Rule) -> Iterator[Condition]:
    extracts, first, last, lines = "", 0, 9999, []
    for line in [*rule.sql.splitlines(), None]:
        part = PART.match(line) if line is not None else None
        if line is not None and not part:
            lines.append(line)
            continue
        for name in extracts.split(", ") if extracts else ():
            yield Condition(rule, name, first, last, "\n".join(lines).strip())
        if part:
            extracts, lines = part["extracts"], []
            first, last = int(part["first"] or 0), int(part["last"] or 9999)


def _words(texts: Iterable[str]) -> set[str]:
    return {word for text in texts for word in re.findall(r"\w+", text)}


def _flagged(tables: Tables, name: str, rows: pl.DataFrame, conditions: list[Condition], year: int) -> list[list[int]]:
    """Return the rows that each condition flags, from one pass over the extract's rows."""
    days = reporting_year(year)
    # Nearly all rows are flagged by none, which is told faster than what each condition says of them; where rows are
    # few, to plan that takes longer than it saves.
    first = " OR ".join(f"({c.sql}\n)" for c in conditions) if rows.height > FEW_ROWS else "TRUE"
    lists = ",\n".join(f"list(row) FILTER (\n{c.sql}\n)" for c in conditions)
    with tables.reading(name, rows):
        (answer,) = tables.connection.execute(
            f"""WITH given AS (
                SELECT
                    {", ".join(map(_column, rows.iter_columns()))},
                    {year} AS year, DATE '{days.first_day}' AS first_day, DATE '{days.as_at}' AS last_day
                FROM {name}
            )
            SELECT {lists}
            FROM given
            WHERE {first}"""
        ).fetchall()
    return [sorted(found or ()) for found in answer]


def _column(cells: pl.Series) -> str:
    """Return how a query reads a column: one that is blank or true or false in every row is said, and not looked at."""
    if cells.null_count() == cells.len():
        return f"CAST(NULL AS {SQL_TYPES[cells.dtype]}) AS {cells.name}"
    if cells.dtype == pl.Boolean() and not cells.null_count() and cells.all() == cells.any():
        return f"{cells.all()} AS {cells.name}"
    return cells.name


def _cells(text: pl.DataFrame, condition: Condition, rows: list[int]) -> pl.DataFrame:
    kept = {c.heading for c in EXTRACTS[condition.extract].kept_columns}
    shown = condition.column in kept and condition.column in text.columns
    at = pl.Series(rows, dtype=pl.Int64)
    nothing = pl.lit(None, dtype=pl.String)
    return pl.select(
        extract=pl.lit(condition.extract),
        row=at,
        column=pl.lit(condition.column),
        rule=pl.lit(condition.rule.name),
        # Rows stand in the order of their numbers.
        value=text[condition.column].gather(text["row"].search_sorted(at)) if shown else nothing,
    )
