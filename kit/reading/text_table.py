"""A table as text, with the contract's headings and the row numbers of the file."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import polars as pl

from kit.reading.headings import HeadingRow, headed_columns

DAY_0 = date(1899, 12, 30)
DAYS_TO_1970 = (date(1970, 1, 1) - DAY_0).days
EARLIEST, LATEST = (date(1990, 1, 1) - DAY_0).days, (date(2100, 1, 1) - DAY_0).days
TIME_OF_DAY = r"[ T]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?$"
MIDNIGHT = r"[ T]0?0:00(:00(\.0+)?)?$"
ROWS_AT_ONCE = 500_000
TOTALS = re.compile(
    r"(grand |sub)?-?totals?( (rows?|records?|count|number))?( of \w+)?\s*[:=]?\s*[\d,.]*"
    r"|((row|record) )?count( of \w+)?\s*[:=]?\s*[\d,.]*"
    r"|(number of )?(rows|records)( returned)?\s*[:=]\s*[\d,.]*"
    r"|\(?[\d,]+ (rows?|records?)( affected| selected| returned)?\)?\.?"
    r"|end of (report|file|extract|data)\.?",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class TextTable:
    """A table as text: `rows` has `row`, the row number as Excel shows it, and the extract's columns that are there.

    `headings` are those of all columns, the extract's as in the contract, and stand in row `heading_row`. `blank_rows`
    and `totals_rows` count what is no row of data, and `dates_from_serials` the dates that were a spreadsheet's number
    of days. `assumed` says how the file was read.
    """

    rows: pl.DataFrame
    headings: tuple[str, ...]
    heading_row: int
    blank_rows: int
    totals_rows: int
    dates_from_serials: int
    assumed: str


def is_totals(cells: Sequence[str | None]) -> bool:
    """Return whether a last row is a line of totals or of the number of rows, by its first cell that is not blank."""
    first = next((c.strip() for c in cells if c and c.strip()), "")
    return len(first) < 60 and TOTALS.fullmatch(first) is not None


def text_table(
    frame: pl.DataFrame,
    heading: HeadingRow,
    where: str,
    assumed: Sequence[str],
    *,
    blank_rows: int = 0,
    totals_rows: int = 0,
    is_trimmed: bool = False,
    is_workbook: bool = False,
    days_ahead: int = 0,
) -> TextTable:
    """Return the rows below the headings as a TextTable: `frame` has one column of text for each cell of that row.

    Cells are trimmed (a caller that knows of no outer spaces and empty texts says `is_trimmed`), rows and columns
    without any value dropped and counted. `days_ahead` is what a workbook that
    counts days from 1904 lacks in its serial numbers. KitError as in `headed_columns`.
    """
    frame = frame if is_trimmed else _trimmed(frame)
    blank = [frame[:, n].null_count() == frame.height for n in range(frame.width)]
    ours, others = headed_columns(heading, blank, where)
    there = frame.with_row_index("row", offset=heading.number + 1)
    full = there.filter(pl.any_horizontal(pl.exclude("row").is_not_null())) if _has_blank_rows(frame) else there
    columns = [pl.col(frame.columns[n]).alias(heading) for n, heading in ours.items()]
    rows = full.select(pl.col("row").cast(pl.Int64), *columns)
    dates = [c.heading for c in heading.extract.columns if c.kind == "date" and c.heading in rows.columns]
    rows, serials, times = _with_dates(rows, dates, is_workbook=is_workbook, days_ahead=days_ahead)
    empty = sum(1 for n, cell in enumerate(heading.cells) if not cell.strip())
    notes = [
        *assumed,
        f"headings in row {heading.number}",
        *([_many(empty, "empty column") + " left out"] if empty else []),
        *([_many(totals_rows, "totals line") + " at the end left out"] if totals_rows else []),
        *([_many(serials, "date") + " from serial numbers"] if serials else []),
        *([_many(times, "time") + " of day left off dates"] if times else []),
    ]
    return TextTable(
        rows=rows,
        headings=(*ours.values(), *others),
        heading_row=heading.number,
        blank_rows=blank_rows + there.height - full.height,
        totals_rows=totals_rows,
        dates_from_serials=serials,
        assumed=", ".join(notes),
    )


def _trimmed(frame: pl.DataFrame) -> pl.DataFrame:
    columns = []
    # One column after another, and only where there is something to trim: a copy of all takes as much memory again.
    for cells in frame.iter_columns():
        stripped = cells.str.strip_chars()
        if (stripped == "").any():
            columns.append(stripped.set(stripped == "", None))
        else:
            columns.append(cells if stripped.str.len_bytes().sum() == cells.str.len_bytes().sum() else stripped)
    return pl.DataFrame(columns)


def _has_blank_rows(frame: pl.DataFrame) -> bool:
    return not any(s.null_count() == 0 for s in frame.iter_columns())


def _with_dates(
    rows: pl.DataFrame, columns: list[str], *, is_workbook: bool, days_ahead: int
) -> tuple[pl.DataFrame, int, int]:
    """Return (rows, dates that were serial numbers, dates that had a time of day), each as dd/mm/yyyy or as it was."""
    serials = times = 0
    for name in columns:
        if not is_workbook and (rows[name].str.len_bytes() == 10).all():
            continue
        parts = []
        for at in range(0, rows.height, ROWS_AT_ONCE):
            cells, serial, time = _dates(rows[name].slice(at, ROWS_AT_ONCE), is_workbook, days_ahead)
            parts.append(cells)
            serials += serial
            times += time
        rows = rows.with_columns(pl.concat(parts)) if parts else rows
    return rows, serials, times


def _dates(cells: pl.Series, is_workbook: bool, days_ahead: int) -> tuple[pl.Series, int, int]:
    clock = cells.str.contains(TIME_OF_DAY) & ~cells.str.contains(MIDNIGHT)
    cells = cells.str.replace(TIME_OF_DAY, "")
    days = cells.str.extract(r"^(\d{5})(?:\.\d+)?$").cast(pl.Int64) + days_ahead
    is_serial = days.is_between(EARLIEST, LATEST, closed="left").fill_null(False)
    if is_serial.any():
        made = (days - DAYS_TO_1970).cast(pl.Int32).cast(pl.Date).dt.to_string("%d/%m/%Y")
        cells = made.zip_with(is_serial, cells).alias(cells.name)
    if is_workbook:
        cells = cells.str.replace(r"^(\d{4})-(\d{2})-(\d{2})$", "$3/$2/$1")
    return cells, int(is_serial.sum()), int(clock.sum())


def _many(count: int, noun: str) -> str:
    return f"{count:,} {noun}{'' if count == 1 else 's'}"
