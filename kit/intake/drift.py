"""Drift between one year's files and the last: columns, codes, counts. All is listed, and none stops a run."""

from collections.abc import Iterable
from dataclasses import dataclass

import polars as pl

from kit.extracts.columns import Extract
from kit.problems.table import LISTED

# Below so many rows a move is what chance gives.
SMALLEST_MOVE = 10


@dataclass(frozen=True)
class FileShape:
    """What a year's newest file of an extract looks like: its headings, those with any value in them, and its rows."""

    extract: str
    year: int
    headings: tuple[str, ...]
    filled: frozenset[str]
    rows: int


def shape(extract: Extract, year: int, rows: pl.DataFrame, headings: Iterable[str], rows_in: int) -> FileShape:
    """Return the shape of a file from its rows as text."""
    there = tuple(headings)
    filled = frozenset(h for h in there if h in rows.columns and rows[h].null_count() < rows.height)
    return FileShape(extract.name, year, there, filled, rows_in)


def drift(now: FileShape, before: FileShape, moved_by: float) -> pl.DataFrame:
    """Return what is listed of a file against that of the year before, all at row 1; a row count has no column."""
    cells: list[tuple[str, str, str | None]] = [
        (h, "column_gone", None) for h in before.headings if h not in now.headings
    ]
    cells += [(h, "column_added", None) for h in now.headings if h not in before.headings]
    if now.rows:
        cells += [(h, "column_all_empty", None) for h in now.headings if h in before.filled and h not in now.filled]
    moved = abs(now.rows - before.rows)
    if moved >= SMALLEST_MOVE and moved > before.rows * moved_by / 100:
        cells.append(("", "count_moved", f"{before.rows} to {now.rows}"))
    return pl.DataFrame(
        [{"row": 1, "column": c, "rule": r, "value": v, "left_out": False} for c, r, v in cells], schema=LISTED
    )


def codes_of_other_years(rows: pl.DataFrame, extract: Extract, year: int) -> pl.DataFrame:
    """Return the cells whose code exists, but not in the return of that year."""
    tables = [pl.DataFrame(schema=LISTED)]
    for column in extract.columns:
        if column.codes is None or column.heading not in rows.columns or column.kind != "code":
            continue
        if others := column.codes.of_other_years(year):
            tables.append(
                rows.filter(pl.col(column.heading).is_in(others)).select(
                    "row",
                    column=pl.lit(column.heading),
                    rule=pl.lit("code_not_of_the_year"),
                    value=pl.col(column.heading),
                    left_out=pl.lit(False),
                )
            )
    return pl.concat(tables)


def unknown_codes(text: pl.DataFrame, listed: pl.DataFrame, extract: Extract) -> tuple[tuple[str, int, int], ...]:
    """Return (heading, cells that are no code, cells that are not blank) of each column in which a cell is no code."""
    unknown = listed.filter(pl.col("rule") == "unknown_code")
    counted = dict(unknown.group_by("column").agg(pl.col("row").n_unique()).iter_rows())
    return tuple(
        (c.heading, counted[c.heading], text.height - text[c.heading].null_count())
        for c in extract.columns
        if c.heading in counted
    )
