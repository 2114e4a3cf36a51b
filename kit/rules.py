"""The DfE's validation rules: which rows of a year's return they flag.

A rule is one file, `kit/sql/rules/<extract>/<code>.sql`: a header like that of every problem rule, and after each line
that names extracts (`-- episodes`, `-- header from 2025`, `-- header to 2024`) the condition that flags a row of them.
A later year thus states only what changes. The conditions read the row views of `kit/sql/rule_rows/`; all that hold
for an extract and year are evaluated in one pass.
"""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cache, cached_property

import polars as pl

from kit.extracts import EXTRACTS
from kit.problems import STATUTORY as FOLDER
from kit.problems import Rule, load_rules
from kit.rule_columns import columns_read, lacking
from kit.rule_rows import Return, chained, last_of_each, understood
from kit.warehouse import Tables
from kit.years import reporting_year

ROWS = FOLDER.parent / "rule_rows"
LAST_YEAR = ("header", "episodes")
CHILDREN_READ = ("header", "episodes", "reviews", "oc2", "oc3")
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
    there = _headings(this, last or {})
    wanted = [c for c in conditions_of(year, there, codes) if not lacking(c.needs, there)]
    found = [pl.DataFrame(schema=FLAGGED)]
    with Tables() as tables:
        _load(tables, this, last or {}, year, _used(wanted))
        for name in sorted({c.extract for c in wanted}):
            mine = [c for c in wanted if c.extract == name]
            for condition, rows in zip(mine, _flagged(tables, name, [c.sql for c in mine]), strict=True):
                if rows:
                    found.append(_cells(this[name], condition, rows))
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


def _used(wanted: Collection[Condition]) -> set[str]:
    """Return every word of the SQL to be run: the files and columns of the return that it names are among them."""
    texts = [*(c.sql for c in wanted), *(path.read_text(encoding="utf-8") for path in ROWS.glob("*.sql"))]
    words = {word for text in texts for word in re.findall(r"\w+", text)} | {c.extract for c in wanted}
    return words | {word.split("_", 1)[1] for word in words if word.startswith(("previous_", "next_", "last_"))}


def _load(tables: Tables, this: Return, last: Return, year: int, used: Collection[str]) -> None:
    days = reporting_year(year)
    start = {"year": year, "first_day": days.first_day, "last_day": days.as_at}
    tables.store("this_year", pl.DataFrame([start]))
    for name in [name for name in this if name in used] + [name for name in CHILDREN_READ if name not in this]:
        rows = understood(EXTRACTS[name], this.get(name), year, used)
        tables.store(name, chained(rows, used) if name == "episodes" else rows)
    for name in LAST_YEAR:
        rows = understood(EXTRACTS[name], last.get(name), year - 1, used)
        tables.store(f"last_{name}", last_of_each(rows) if name == "episodes" else rows)
    tables.connection.execute((ROWS / "macros.sql").read_text(encoding="utf-8"))
    tables.connection.execute(f"CREATE TABLE children AS\n{_sql('children')}")


def _flagged(tables: Tables, extract: str, predicates: list[str]) -> list[list[int]]:
    """Return the rows that each predicate flags, from one pass over the extract's rows."""
    view = ROWS / f"{extract}.sql"
    rows = view.read_text(encoding="utf-8") if view.is_file() else _sql("others").replace("$file", extract)
    lists = ",\n".join(f"list(row) FILTER (\n{predicate}\n)" for predicate in predicates)
    answer = tables.connection.sql(f"WITH given AS (\n{rows}\n)\nSELECT {lists}\nFROM given").fetchall()
    return [sorted(found or ()) for found in answer[0]]


def _cells(text: pl.DataFrame, condition: Condition, rows: list[int]) -> pl.DataFrame:
    kept = {c.heading for c in EXTRACTS[condition.extract].kept_columns}
    shown = condition.column in kept and condition.column in text.columns
    value = pl.col(condition.column) if shown else pl.lit(None, dtype=pl.String)
    at = pl.DataFrame({"row": rows}, schema={"row": pl.Int64()})
    return at.join(text.select("row", value=value), on="row", how="left").select(
        extract=pl.lit(condition.extract),
        row="row",
        column=pl.lit(condition.column),
        rule=pl.lit(condition.rule.name),
        value="value",
    )


def _sql(name: str) -> str:
    return (ROWS / f"{name}.sql").read_text(encoding="utf-8")
