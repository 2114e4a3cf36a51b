"""The warehouse: extracts and views in DuckDB, in memory.

An extract is loaded, and a view is built, when a query first needs it, after those that it reads itself. It holds rows
about children, which never leave this module but as counts, or as the internal problems table and sheets of audits.
"""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from functools import cache, partial

import polars as pl

from kit.errors import KitError
from kit.extracts import EXTRACTS
from kit.extracts.codes import CODE_SETS
from kit.extracts.columns import Extract
from kit.extracts.stored import Intake
from kit.files.parquet import read_table
from kit.files.walk import files_below
from kit.measures.breakdowns import LABELS
from kit.measures.headers import load_measures
from kit.measures.law import Timescale, in_force_from
from kit.measures.lineage import NOT_STORED, extracts_of_view, named_in, parse, view_texts, views_in_order
from kit.paths import MEASURES, PROBLEMS, SQL, VIEWS, shown
from kit.settings.establishment import hundredths_of, posts_by_year
from kit.warehouse.database import SQL_TYPES, Beside, Common, Own, QueryError, Tables
from kit.warehouse.due_days import due_days
from kit.warehouse.sums import SUMS, Summed, query_sums, store_sums
from kit.warehouse.workers import work_side_by_side
from kit.years import ReportingYear

# Before a query's name among pieces of work, as it may be that of a view.
QUERY = "query "
# More queries at a time would wait for each other: between them Python has its own work.
MOST_AT_A_TIME = 4
# Days from which a timescale may run that starts before the first loaded year.
STARTS = {"episodes": "decom", "reviews": "review_date", "escalations": "raised_date"}
FIRST_DUE_DAY = f"SELECT least({', '.join(f'(SELECT min({day}) FROM {name})' for name, day in STARTS.items())})"


class Warehouse(Own):
    """The loaded years of one council. As many queries are worked at side by side as `cores`, or as there are; one of
    many that the process counts one after another shares a DuckDB with them. With `in_memory` no extract's file is read
    once `have_rows` has looked at it: one that is open for hours must not hold files that others swap. `own_measures`
    are the names of the council's own, which its actions may name.

    Each is worked at by one core: a council's rows are too few to be parted, and to share one query takes longer.
    """

    def __init__(
        self,
        intake: Intake,
        years: Iterable[ReportingYear],
        timescales: dict[str, tuple[Timescale, ...]],
        benchmark: str = "",
        establishment: Mapping[int, float] | None = None,
        cores: int | None = None,
        one_of_many: bool = False,
        in_memory: bool = False,
        own_measures: Iterable[str] = (),
    ) -> None:
        self._common = None if one_of_many else _common()
        super().__init__(self._common or _common_of_many())
        self._built: set[str] = set()
        at_a_time = min(cores or os.cpu_count() or 1, MOST_AT_A_TIME)
        self._workers = [Beside(self) for _ in range(at_a_time)]
        # What is not made before a query names it: most queries name few of them.
        self._made_when_named: dict[str, Callable[[Tables], None]] = {
            **{name: partial(_load_extract, intake, extract, in_memory) for name, extract in EXTRACTS.items()},
            "due_days": self._store_due_days,
            "measure_names": self._store_measure_names,
            **{name: partial(_build, name) for name in views_in_order()},
        }
        self.years = tuple(sorted(years))
        self._timescales = timescales
        # What an action may name: every figure that the report shows.
        shown = [name for name, measure in load_measures().items() if measure.shown]
        self._measure_names = (*shown, *own_measures)
        self._load_years()
        # The wave of audits that the council names as its benchmark, if it names one.
        self.store("audit_benchmark", pl.DataFrame({"wave": [benchmark or None]}, schema={"wave": pl.String()}))
        self._load_posts(establishment or {})

    def __exit__(self, *_: object) -> None:
        for beside in self._workers:
            beside.connection.close()
        # It holds itself by these, and all that it has found, until Python looks for such circles.
        self._workers.clear()
        self._made_when_named.clear()
        try:
            super().__exit__()
        finally:
            if self._common:
                self._common.connection.close()

    def query(self, sql: str) -> pl.DataFrame:
        """Return what `sql` selects, once the views that it reads are built."""
        return self.query_all({"query": sql})["query"]

    def query_all(self, queries: Mapping[str, str], summed: Summed | None = None) -> dict[str, pl.DataFrame]:
        """Return by name what each query selects, and what is found of each that is `summed`, once the views that they
        read are built.

        As many of them are worked at side by side as the warehouse may use cores. KitError names each file whose SQL
        cannot be worked out.
        """
        to_sum = dict(summed.queries) if summed else {}
        parse([*queries.values(), *to_sum.values()])
        made = self._to_be_made([*queries.values(), *to_sum.values()])
        pieces: dict[str, Callable[[Tables], pl.DataFrame | None]] = {name: partial(self._make, name) for name in made}
        parts = {f"{QUERY}{name}": sql for name, sql in to_sum.items()}
        asked = {f"{QUERY}{name}": sql for name, sql in queries.items()} | parts
        pieces |= {name: partial(store_sums, place, sql) for place, (name, sql) in enumerate(parts.items())}
        pieces |= {f"{QUERY}{name}": partial(Tables.query, sql=sql) for name, sql in queries.items()}
        needs: dict[str, set[str]] = {name: self._reads(name) & made.keys() for name in made}
        needs |= {name: named_in(sql, made) for name, sql in asked.items()}
        if summed and parts:
            pieces[SUMS] = partial(query_sums, len(parts), summed.then)
            needs[SUMS] = {*parts}
        tried = {name: partial(_tried, piece) for name, piece in pieces.items()}
        found = work_side_by_side(tried, needs, self._workers)
        faults = {name: fault for name, fault in found.items() if isinstance(fault, QueryError)}
        # What reads a view that is not there cannot be worked out for that reason alone.
        if first := [name for name in faults if not needs[name] & faults.keys()]:
            raise KitError(_message(name, faults[name]) for name in first)
        answers = {name: rows for name in queries if isinstance(rows := found[f"{QUERY}{name}"], pl.DataFrame)}
        if isinstance(rows := found.get(SUMS), pl.DataFrame):
            by_place = rows.partition_by(rows.columns[0], as_dict=True, include_key=False)
            nothing = rows.clear().drop(rows.columns[0])
            answers |= {name: by_place.get((place,), nothing) for place, name in enumerate(to_sum)}
        return answers

    def columns_of(self, sql: str) -> list[str]:
        """Return the names of the columns that `sql` selects."""
        return self.query(f"SELECT * FROM ({sql}\n) LIMIT 0").columns

    def read_no_more_files(self) -> None:
        """Let no query read or write a file from now on: what was loaded with `in_memory` is all there is."""
        self.connection.execute("SET enable_external_access = false")

    def have_rows(self, extracts: Iterable[str]) -> set[str]:
        """Return those of the extracts of which any loaded year has a row."""
        found = self.query_all({name: f"SELECT 1 FROM {name} LIMIT 1" for name in extracts})
        return {name for name, rows in found.items() if rows.height}

    def _to_be_made(self, queries: Iterable[str]) -> dict[str, None]:
        """Return what the queries read, directly or through a view, and is not there yet; each after what it reads."""
        found: set[str] = set()
        more = {name for sql in queries for name in named_in(sql, self._made_when_named)}
        while more := more - self._built - found:
            found |= more
            more = {other for name in more for other in self._reads(name)}
        return dict.fromkeys(name for name in self._made_when_named if name in found)

    def _reads(self, name: str) -> set[str]:
        if name == "due_days":
            return set(STARTS)
        return named_in(view_texts()[name], self._made_when_named) - {name} if name in view_texts() else set()

    def _make(self, name: str, tables: Tables) -> None:
        self._made_when_named[name](tables)
        self._built.add(name)

    @contextmanager
    def with_rows(self, extract: str, rows: pl.DataFrame) -> Iterator[None]:
        """Let `rows` (with `year`) stand for the extract while the block runs, in every view that reads it."""
        if extract not in self._built:
            self._make(extract, self)
        self._forget(extract)
        # Its own name is that of a view of files, or of an empty table.
        self.connection.execute(f"ALTER {self._kind(extract)} {extract} RENAME TO put_aside")
        self.store(extract, rows)
        yield
        self._forget(extract)
        self.connection.execute(f"DROP TABLE {extract}")
        self.connection.execute(f"ALTER {self._kind('put_aside')} put_aside RENAME TO {extract}")

    def _kind(self, name: str) -> str:
        views = self.connection.execute(
            f"SELECT view_name FROM duckdb_views() WHERE database_name = '{self.name}'"
        ).fetchall()
        return "VIEW" if (name,) in views else "TABLE"

    def _forget(self, extract: str) -> None:
        """Drop the views that read the extract, to be built again when a query needs them."""
        for name in reversed(views_in_order()):
            if name in self._built and extract in extracts_of_view(name):
                self.connection.execute(f"DROP {self._kind(name)} {name}")
                self._built.remove(name)

    def _load_years(self) -> None:
        years = [{"year": y.year, "first_day": y.first_day, "as_at": y.as_at} for y in self.years]
        self.store("reporting_years", pl.DataFrame(years))
        starts = [(name, in_force_from(values)) for name, values in self._timescales.items()]
        self.store("timescale_starts", pl.DataFrame(starts, schema=["timescale", "from_day"], orient="row"))

    def _store_due_days(self, tables: Tables) -> None:
        (first,) = tables.query(FIRST_DUE_DAY).row(0)
        # What was done up to three years before the first loaded year may still hold in it.
        start = min(first or date.max, date(self.years[0].year - 3, 4, 1))
        # Timescales that start in the last year run out after it; dates past it are listed, not counted.
        tables.store("due_days", due_days(self._timescales, start, date(self.years[-1].year + 1, 12, 31)))

    def _store_measure_names(self, tables: Tables) -> None:
        tables.store("measure_names", pl.DataFrame({"name": self._measure_names}, schema={"name": pl.String()}))

    def _load_posts(self, establishment: Mapping[int, float]) -> None:
        """Keep the council's full-time posts by loaded year, in hundredths."""
        posts = posts_by_year(establishment, [y.year for y in self.years])
        rows = [{"year": year, "hundredths": hundredths_of(number)} for year, number in posts.items()]
        self.store("establishment", pl.DataFrame(rows, schema={"year": pl.Int64(), "hundredths": pl.Int64()}))


def _common() -> Common:
    """Return what every warehouse reads: labels, the labels of codes, and macros."""
    common = Common()
    # A word that many rows repeat takes a small number's place in them, and is read and compared as a word.
    common.connection.execute(f"CREATE TYPE label AS ENUM ({_quoted(LABELS)})")
    codes = [(s.name, code, label) for s in CODE_SETS for code, label in s.labels.items()]
    common.store("code_labels", pl.DataFrame(codes, schema=["code_set", "code", "label"], orient="row"))
    common.connection.execute("ALTER TABLE code_labels ALTER label TYPE label")
    common.connection.execute((SQL / "macros.sql").read_text(encoding="utf-8"))
    return common


@cache
def _common_of_many() -> Common:
    return _common()


def _tried(piece: Callable[[Tables], pl.DataFrame | None], tables: Tables) -> pl.DataFrame | QueryError | None:
    try:
        return piece(tables)
    except QueryError as fault:
        return fault


def _message(name: str, fault: QueryError) -> str:
    """Return what is wrong with the SQL of a view, or with that from which a query is made, as its author knows it."""
    folders = (MEASURES, PROBLEMS) if name.startswith(QUERY) else (VIEWS,)
    stem = name.removeprefix(QUERY)
    found = [path for folder in folders for path in files_below(folder, ".sql") if path.stem == stem]
    told = f"{shown(found[0]) if found else stem}: {fault}"
    if not fault.line:
        return told
    if found and fault.line not in found[0].read_text(encoding="utf-8"):
        # The line is one of the kit's own, around what the file says.
        return (
            f"{told} The kit puts a query of its own around it, to count its rows: look at how it ends, and whether "
            "each breakdown of its header, the numerator of a share, and iro or child_id as it depends on, is a column."
        )
    return f"{told} It is in: {fault.line}"


def _build(view: str, tables: Tables) -> None:
    kind = "VIEW" if NOT_STORED in view_texts()[view] else "TABLE"
    tables.execute(f"CREATE {kind} {view} AS\n{view_texts()[view]}")


def _load_extract(intake: Intake, extract: Extract, in_memory: bool, tables: Tables) -> None:
    files = [intake.folder / extract.name / f"year={y}" / f"{extract.name}.parquet" for y in intake.years]
    there = [f for f in files if f.is_file()]
    if there and in_memory:
        tables.store(extract.name, pl.concat(map(read_table, there)))
    elif there:
        tables.read_files(extract.name, there)
    else:
        columns = ", ".join(f"{name} {SQL_TYPES[kind]}" for name, kind in extract.schema.items())
        tables.connection.execute(f"CREATE TABLE {extract.name} ({columns})")


def _quoted(words: Iterable[str]) -> str:
    return ", ".join("'" + word.replace("'", "''") + "'" for word in words)
