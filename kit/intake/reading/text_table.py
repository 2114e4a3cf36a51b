"""`TextTable`: a table as text, with the contract's headings and the row numbers of the file."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import polars as pl

from kit.intake.reading.cells import Source, listed_rows, read_cells, without_control
from kit.intake.reading.headings import HeadingRow, headed_columns

CONTROL = "control_character"
# No export ends with more lines of totals.
MOST_TOTALS = 1_000
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

    `headings` are those of all columns, the extract's as in the contract, and are in row `heading_row`. `blank_rows`
    and `totals_rows` count what is no row of data, and `dates_from_serials` the dates that were a spreadsheet's number
    of days. `listed` has row, column, rule and value of each cell that did not say what it holds. `assumed` says how
    the file was read, `sheet` of which sheet it is if the file has several.
    """

    rows: pl.DataFrame
    headings: tuple[str, ...]
    heading_row: int
    blank_rows: int
    totals_rows: int
    dates_from_serials: int
    assumed: str
    listed: pl.DataFrame
    sheet: str = ""


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
    has_control: bool = False,
    is_workbook: bool = False,
    days_ahead: int = 0,
    not_available: Mapping[int, int] | None = None,
) -> TextTable:
    """Return the rows below the headings as a TextTable: `frame` has one column of text for each cell of that row.

    Cells are trimmed (a caller that knows of no outer spaces and empty texts says `is_trimmed`), rows and columns
    without any value dropped and counted, and cells read (`read_cells`). `has_control` says that some may hold control
    characters. `days_ahead` is what a workbook that counts days from 1904 lacks in its serial numbers, `not_available`
    how many cells held the error #N/A by the position of their column. KitError as in `headed_columns`.
    """
    frame, control = without_control(frame) if has_control else (frame, {})
    frame = frame if is_trimmed and not control else _trimmed(frame)
    blank = [frame[:, n].null_count() == frame.height for n in range(frame.width)]
    ours, others = headed_columns(heading, blank, where)
    there = frame.with_row_index("row", offset=heading.number + 1)
    full = there.filter(pl.any_horizontal(pl.exclude("row").is_not_null())) if _has_blank_rows(frame) else there
    columns = [pl.col(frame.columns[n]).alias(heading) for n, heading in ours.items()]
    rows = full.select(pl.col("row").cast(pl.Int64), *columns)
    errors = {ours[n]: count for n, count in (not_available or {}).items() if n in ours}
    read = read_cells(rows, heading.extract.columns, Source(heading.number, is_workbook, days_ahead, errors))
    listed = [read.listed]
    listed += [listed_rows([heading.number], ours[n], CONTROL, None) for n in heading.mended if n in ours]
    for n, name in enumerate(frame.columns):
        if name in control and n in ours:
            listed.append(listed_rows(there["row"].filter(control[name]), ours[n], CONTROL, None))
    empty = sum(1 for n, cell in enumerate(heading.cells) if not cell.strip())
    notes = [
        *assumed,
        f"headings in row {heading.number}",
        *([_many(empty, "empty column") + " left out"] if empty else []),
        *([_many(totals_rows, "totals line") + " at the end left out"] if totals_rows else []),
        *([_many(read.serials, "date") + " from serial numbers"] if read.serials else []),
        *([_many(read.times, "time") + " of day left off dates"] if read.times else []),
        *([_many(read.wrapped, "text") + " written as formulas"] if read.wrapped else []),
    ]
    return TextTable(
        rows=read.rows,
        headings=(*ours.values(), *others),
        heading_row=heading.number,
        blank_rows=blank_rows + there.height - full.height,
        totals_rows=totals_rows,
        dates_from_serials=read.serials,
        assumed=", ".join(notes),
        listed=pl.concat(listed),
    )


def _trimmed(frame: pl.DataFrame) -> pl.DataFrame:
    columns = []
    # One column after another, and only if there is something to trim: a copy of all takes as much memory again.
    for cells in frame.iter_columns():
        stripped = cells.str.strip_chars()
        if (stripped == "").any():
            columns.append(stripped.set(stripped == "", None))
        else:
            columns.append(cells if stripped.str.len_bytes().sum() == cells.str.len_bytes().sum() else stripped)
    return pl.DataFrame(columns)


def _has_blank_rows(frame: pl.DataFrame) -> bool:
    return not any(s.null_count() == 0 for s in frame.iter_columns())


def _many(count: int, noun: str) -> str:
    return f"{count:,} {noun}{'' if count == 1 else 's'}"
