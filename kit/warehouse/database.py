"""Databases in memory: connections that hold tables, and what passes between them and polars. The only module that
imports duckdb."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from itertools import count
from pathlib import Path
from threading import Lock
from typing import Any, Self

import duckdb
import polars as pl

from kit.errors import KitError
from kit.files.parquet import read_table

ONE_AT_A_TIME = Lock()
NUMBERS = count(1)
# What the words of a query mean does not depend on the database that is asked.
PARSED: dict[str, duckdb.Statement] = {}
# So many rows of a frame are read by one core at a time.
ROWS_AT_A_TIME = 122_880
# By itself DuckDB would write what memory cannot hold, rows about children, into the folder in which it was started.
IN_MEMORY: dict[str, Any] = {"temp_directory": ""}
WILDCARDS = frozenset("*?[")
# Errors of the words of a query. What others say may quote a value of a row.
OF_WORDS = (duckdb.ParserException, duckdb.BinderException, duckdb.CatalogException)


class QueryError(KitError):
    """A query that cannot be worked out; `line` is that of the SQL which DuckDB names, if it names one."""

    def __init__(self, said: str, line: str = "") -> None:
        self.line = line
        super().__init__(said)


class Tables:
    """One connection that holds tables in memory. Use as a context manager."""

    def __init__(self) -> None:
        self.connection = duckdb.connect(config=IN_MEMORY)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.connection.close()

    # In quotes: what holds this class when a process ends would hold DuckDB's too, which then prints of leaks.
    def execute(self, sql: str) -> "duckdb.DuckDBPyConnection":
        """Do what one statement says, which is parsed once a process, and return what its rows are fetched from.

        QueryError, which quotes no row, if it cannot be done.
        """
        with _quoting_no_row():
            if sql not in PARSED:
                statement, *more = self.connection.extract_statements(sql)
                if more:
                    raise QueryError("There is more than one statement in this SQL, and only one is worked out.")
                PARSED[sql] = statement
            return self.connection.execute(PARSED[sql])

    def query(self, sql: str) -> pl.DataFrame:
        """Return what `sql` selects: counts or listed rows, which pass through Python a part at a time.

        QueryError, which quotes no row, if it cannot be worked out.
        """
        # An Arrow stream into polars would be faster, but makes the process print of leaks when it ends.
        found = self.execute(sql)
        names = [column[0] for column in found.description]
        parts: list[pl.DataFrame] = []
        while (rows := _fetched(found)) or not parts:
            columns = zip(*rows, strict=True) if rows else ((),) * len(names)
            # Two columns of one name are an error of polars.
            parts.append(pl.DataFrame([*map(list, columns)], schema=names, orient="col"))
        return parts[0] if len(parts) == 1 else pl.concat(parts, how="vertical_relaxed")

    def store(self, name: str, frame: pl.DataFrame) -> None:
        """Keep the frame as a table."""
        with self.reading("incoming", frame):
            self.connection.execute(f"CREATE TABLE {name} AS SELECT * FROM incoming")

    def read_files(self, name: str, files: Sequence[Path]) -> None:
        """Let queries read Parquet files of one shape by that name; nothing of their paths reaches a row."""
        paths = [file.absolute().as_posix() for file in files]
        if any(WILDCARDS & set(path) for path in paths):
            # DuckDB would read every file that fits, and cannot be told to take such a path as it is.
            self.store(name, pl.concat(map(read_table, files)))
            return
        # A list in the words of a view takes no parameters.
        listed = ", ".join("'" + path.replace("'", "''") + "'" for path in paths)
        self.connection.execute(
            f"CREATE VIEW {name} AS SELECT * FROM read_parquet([{listed}], hive_partitioning = false)"
        )

    @contextmanager
    def reading(self, name: str, frame: pl.DataFrame) -> Iterator[None]:
        """Let queries of the block read the frame by that name, as it is: nothing is copied."""
        parts = [frame.slice(start, ROWS_AT_A_TIME) for start in range(0, frame.height, ROWS_AT_A_TIME)]
        self.connection.register(name, _Stream(pl.concat(parts, rechunk=False) if parts else frame))
        yield
        self.connection.unregister(name)


class Common(Tables):
    """A DuckDB whose tables every `Own` of it reads besides; one core works at a query of either."""

    def __init__(self) -> None:
        self.connection = duckdb.connect(config={**IN_MEMORY, "threads": 1})


class Own(Tables):
    """A connection to a database of its own, which reads what is in `common` besides.

    If many follow each other, to start a DuckDB for each would take longer, and the memory that the last one needed
    would be given back and asked for again. It is given back when `common` is closed.
    """

    def __init__(self, common: Common) -> None:
        self.name = f"own_{next(NUMBERS)}"
        with ONE_AT_A_TIME:
            self.connection = common.connection.cursor()
        self.connection.execute(f"ATTACH ':memory:' AS {self.name}")
        self.connection.execute(f"SET search_path = '{self.name},memory'")

    def __exit__(self, *_: object) -> None:
        try:
            self.connection.execute("USE memory")
            self.connection.execute(f"DETACH {self.name}")
        finally:
            super().__exit__()


class Beside(Tables):
    """Another connection to a database, for queries at the same time."""

    def __init__(self, own: Own) -> None:
        self.connection = own.connection.cursor()
        self.connection.execute(f"SET search_path = '{own.name},memory'")


class Passing(Tables):
    """A connection for queries over frames as they are: to a database of the process that holds macros and no table.

    To open a database of its own would take longer than many a query.
    """

    def __init__(self, macros: Path) -> None:
        with ONE_AT_A_TIME:
            self.connection = _with_macros(macros).cursor()


@cache
def _with_macros(macros: Path) -> duckdb.DuckDBPyConnection:
    database = duckdb.connect(config=IN_MEMORY)
    database.execute(macros.read_text(encoding="utf-8"))
    # A list of codes would be joined as a table, which takes longer than to compare them.
    database.execute("SET disabled_optimizers = 'in_clause'")
    return database


class _Stream:
    """A frame seen only as an Arrow stream, so that DuckDB reads it without pyarrow."""

    def __init__(self, frame: pl.DataFrame) -> None:
        self._frame = frame

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        return self._frame.__arrow_c_stream__(requested_schema)


def _fetched(found: "duckdb.DuckDBPyConnection") -> list[tuple[Any, ...]]:
    with _quoting_no_row():
        return found.fetchmany(ROWS_AT_A_TIME)


@contextmanager
def _quoting_no_row() -> Iterator[None]:
    """Let an error of DuckDB be a QueryError: of the words of a query in DuckDB's own, of what they found its kind."""
    try:
        yield
    except OF_WORDS as error:
        said, _, place = str(error).partition("\n\nLINE ")
        line = place.partition(": ")[2].partition("\n")[0].strip()
        raise QueryError(f"DuckDB cannot read this SQL. {' '.join(said.split())}", line) from None
    except duckdb.Error as error:
        kind = type(error).__name__
        raise QueryError(
            f"DuckDB stopped while it worked this out ({kind}). What it says may quote a record, and is not shown."
        ) from None


SQL_TYPES = {
    pl.String(): "VARCHAR",
    pl.Date(): "DATE",
    pl.Int64(): "BIGINT",
    pl.Float64(): "DOUBLE",
    pl.Boolean(): "BOOLEAN",
    pl.List(pl.String()): "VARCHAR[]",
}
