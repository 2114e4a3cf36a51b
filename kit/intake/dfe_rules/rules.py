"""The DfE's validation rules: which rows of a year's return they flag.

A rule is one file, `kit/sql/dfe_rules/<extract>/<code>.sql`: a header like that of every rule, and after each line
that names extracts (`-- episodes`, `-- header from 2025`, `-- header to 2024`) the condition that flags a row of them.
A later year thus states only what changes. The conditions read the rows of `views` in this room; all that hold for
an extract and year are evaluated in one pass.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache, cached_property

import polars as pl

from kit.extracts import EXTRACTS
from kit.intake.dfe_rules.columns import columns_read, files_read, missing_columns
from kit.intake.dfe_rules.rows import Return
from kit.intake.dfe_rules.views import views
from kit.paths import DFE_RULES
from kit.problems.catalogue import load_rules
from kit.problems.rule import Rule
from kit.warehouse.database import SQL_TYPES, Passing, Tables

MACROS = DFE_RULES / "macros.sql"
FEW_ROWS = 20_000
# So many rows of years' returns are looked at together, and so many times at once.
MOST_ROWS, AT_A_TIME = 100_000, 2
# More than a file has rows.
NUMBERS = 2**32
LAST_YEAR = ("header", "episodes")
FLAGGED = {
    "year": pl.Int64(), "extract": pl.String(), "row": pl.Int64(), "column": pl.String(), "rule": pl.String(),
    "value": pl.String(),
}  # fmt: skip
PART = re.compile(r"^-- (?P<extracts>[a-z0-9_]+(?:, [a-z0-9_]+)*)(?: from (?P<first>\d{4}))?(?: to (?P<last>\d{4}))?$")


Returns = Mapping[int, tuple[Return, Return | None]]


# There is one of each, which may thus be a key.
@dataclass(frozen=True, eq=False)
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
    """Yield the conditions that hold for the year's return if the files in `there` were given.

    Of a rule's conditions for one extract the last that covers the year holds. `there` holds names of extracts, and
    `last_header` and `last_episodes` if last year's are there too. A rule whose other files are not there is not
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
    """Return (rule, heading) for every rule that says of a column's value that it is not one of those allowed."""
    headings = {(name, heading) for name, extract in EXTRACTS.items() for heading in extract.headings}
    pairs = {
        (c.rule.name, heading)
        for c in conditions()
        for name, heading in headings
        if name == c.extract and re.search(rf"\b{heading.lower()}_invalid\b", c.sql)
    }
    return tuple(sorted(pairs))


def check_rules(returns: Returns, codes: Collection[str] | None = None) -> pl.DataFrame:
    """Return the rows of years' returns that a rule flags: year, extract, row, column, rule and the value given.

    `returns` has by year its return, and last year's or None if that is not loaded; `codes` limits the rules to those
    named. The value of a column that is not kept (a pupil number, a postcode) is left empty, so that it is stored
    nowhere.
    """
    # Some years' rows are prepared while others' are looked at.
    with ThreadPoolExecutor(AT_A_TIME) as checkers:
        found = checkers.map(lambda years: _check({year: returns[year] for year in years}, codes), _together(returns))
    return pl.concat([pl.DataFrame(schema=FLAGGED), *found]).sort("year", maintain_order=True)


def _together(returns: Returns) -> list[list[int]]:
    """Return the years that are checked together: to plan a query takes longer than to run it while rows are few."""
    batches: list[list[int]] = []
    rows = 0
    for year, (this, _) in sorted(returns.items()):
        of_year = sum(text.height for text in this.values())
        if not batches or rows + of_year > MOST_ROWS:
            batches.append([])
            rows = 0
        batches[-1].append(year)
        rows += of_year
    return batches


def _check(returns: Returns, codes: Collection[str] | None) -> pl.DataFrame:
    """Return the rows that a rule flags, extract by extract and condition by condition, from one pass for each extract
    over the rows of all years of which the same conditions hold."""
    given: dict[int, Return] = {}
    by_extract: dict[str, dict[tuple[Condition, ...], list[int]]] = {}
    for year, (this, last) in returns.items():
        given[year] = _files(this, last)
        there = _headings(given[year])
        holding: dict[str, list[Condition]] = {}
        for condition in conditions_of(year, there, codes):
            if not missing_columns(condition.needs, there):
                holding.setdefault(condition.extract, []).append(condition)
        for name, mine in holding.items():
            by_extract.setdefault(name, {}).setdefault(tuple(mine), []).append(year)
    named = {name: _words(c.sql for mine in of_years for c in mine) for name, of_years in by_extract.items()}
    found = [pl.DataFrame(schema=FLAGGED)]
    with Passing(MACROS) as tables:
        for name, rows in views(given, named):
            for asked, years in by_extract[name].items():
                of_these = rows.filter(pl.col("year").is_in(years)) if years != list(returns) else rows
                for condition, flagged in zip(asked, _flagged(tables, name, of_these, asked), strict=True):
                    for year, numbers in flagged.items():
                        found.append(_cells(given[year][name], year, condition, numbers))
    return pl.concat(found)


def rules_not_run(this: Return, last: Return | None, year: int) -> dict[tuple[str, str], list[str]]:
    """Return the codes of the rules that are not run, in order, by (file, heading) of a column that they lack.

    `file` is an extract of the year's return, or `last_header` or `last_episodes`.
    """
    there = _headings(_files(this, last))
    found: dict[tuple[str, str], list[str]] = {}
    for condition in conditions_of(year, there):
        for column in missing_columns(condition.needs, there):
            codes = found.setdefault(column, [])
            if condition.rule.code not in codes:
                codes.append(condition.rule.code)
    return found


def _files(this: Return, last: Return | None) -> dict[str, pl.DataFrame]:
    """Return the files of a year's return, and those that rules read of last year's as `last_<name>`."""
    return {**this, **{f"last_{name}": text for name, text in (last or {}).items() if name in LAST_YEAR}}


def _headings(files: Return) -> dict[str, list[str]]:
    return {name: text.columns for name, text in files.items()}


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


def _flagged(
    tables: Tables, name: str, rows: pl.DataFrame, conditions: Sequence[Condition]
) -> Iterator[dict[int, list[int]]]:
    """Yield for each condition the rows that it flags, by year, from one pass over the extract's rows."""
    # Nearly all rows are flagged by none, which is told faster than what each condition says of them; if rows are
    # few, to plan that takes longer than it saves.
    first = " OR ".join(f"({c.sql}\n)" for c in conditions) if rows.height > FEW_ROWS else "TRUE"
    lists = ",\n".join(f"list(year * {NUMBERS} + row) FILTER (\n{c.sql}\n)" for c in conditions)
    columns = ", ".join(map(_column, rows.iter_columns()))
    with tables.reading(name, rows):
        query = f"WITH given AS (SELECT {columns} FROM {name}) SELECT {lists} FROM given WHERE {first}"
        (answer,) = tables.connection.execute(query).fetchall()
    for found in answer:
        by_year: dict[int, list[int]] = {}
        for number in sorted(found or ()):
            by_year.setdefault(number // NUMBERS, []).append(number % NUMBERS)
        yield by_year


def _column(cells: pl.Series) -> str:
    """Return how a query reads a column: one that is blank or true or false in every row is said, and not looked at."""
    if cells.null_count() == cells.len():
        return f"CAST(NULL AS {SQL_TYPES[cells.dtype]}) AS {cells.name}"
    if cells.dtype == pl.Boolean() and not cells.null_count() and cells.all() == cells.any():
        return f"{cells.all()} AS {cells.name}"
    return cells.name


def _cells(text: pl.DataFrame, year: int, condition: Condition, rows: list[int]) -> pl.DataFrame:
    kept = {c.heading for c in EXTRACTS[condition.extract].kept_columns}
    shown = condition.column in kept and condition.column in text.columns
    at = pl.Series(rows, dtype=pl.Int64)
    nothing = pl.lit(None, dtype=pl.String)
    return pl.select(
        year=pl.lit(year, pl.Int64),
        extract=pl.lit(condition.extract),
        row=at,
        column=pl.lit(condition.column),
        rule=pl.lit(condition.rule.name),
        # Rows are in the order of their numbers.
        value=text[condition.column].gather(text["row"].search_sorted(at)) if shown else nothing,
    )
