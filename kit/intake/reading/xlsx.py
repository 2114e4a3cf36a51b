"""Reading XLSX as text: the sheets are known by their headings, and each extract is in one sheet."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import polars as pl

from kit.errors import KitError
from kit.extracts.columns import Extract
from kit.extracts.stored import IN_SHEET
from kit.intake.reading.headings import FIRST_ROWS, HeadingRow, find_heading_row, letters, not_recognised
from kit.intake.reading.raw_file import RawFile
from kit.intake.reading.recognition import ANYTHING, contract_headings
from kit.intake.reading.text_table import MOST_TOTALS, TextTable, is_totals, text_table
from kit.intake.reading.xlsx_package import SAVE_AGAIN, Unreadable
from kit.intake.reading.xlsx_parts import Parts, RawSheet, RowRuns, look_through
from kit.text import plain, printable

# From 1 January 1904 back to the day that other workbooks count from.
DAYS_TO_1904 = 1462
MOST_RUNS = 5
MOST_MERGED = 20


@dataclass(frozen=True)
class AnySheet:
    """A sheet of a workbook by its name, or a CSV file without one, and its table; None if none can be read."""

    name: str
    is_hidden: bool
    table: TextTable | None


def read_workbook(file: RawFile, data: bytes, wanted: Extract | None = None) -> list[tuple[Extract, TextTable]]:
    """Return each sheet that holds an extract's headings, with that extract, in order of the sheets.

    Two sheets of one extract are refused, as are cells that hold an error, a formula without a result, or are merged
    below the headings: what they should say is not in the file.
    """
    parts = _looked_through(file, data)
    frames = _frames(file, parts)
    found: list[tuple[RawSheet, pl.DataFrame, HeadingRow]] = []
    tried: list[list[str]] = []
    for sheet, frame in zip(parts.sheets, frames, strict=True):
        begin = [[cell or "" for cell in row] for row in frame.head(FIRST_ROWS).iter_rows()]
        if heading := find_heading_row(begin, file, wanted):
            found.append((sheet, frame, heading))
        tried += begin
    if not found:
        raise not_recognised(file, tried, wanted)
    faults = []
    for kind in dict.fromkeys(heading.extract.name for _, _, heading in found):
        same = [_called(s) for s, _, h in found if h.extract.name == kind]
        if len(same) > 1:
            hold = f"{'both' if len(same) == 2 else 'all'} hold {kind}"
            faults.append(
                f"{file.where}: the sheets {' and '.join(same)} {hold}. Put their rows together in one sheet."
            )
    if faults:
        raise KitError(faults)
    unread = [_called(s) for s in parts.sheets if all(s is not sheet for sheet, _, _ in found)]
    tables = []
    for sheet, frame, heading in found:
        try:
            tables.append((heading.extract, _table(file, parts, sheet, frame, heading, unread)))
        except KitError as error:
            faults += error.messages
    if faults:
        raise KitError(faults)
    return tables


def read_sheets(file: RawFile, data: bytes) -> list[AnySheet]:
    """Return every sheet, whatever its headings are; KitError if none holds a table that can be read."""
    parts = _looked_through(file, data)
    sheets: list[AnySheet] = []
    faults: list[str] = []
    for sheet, frame in zip(parts.sheets, _frames(file, parts), strict=True):
        begin = [[cell or "" for cell in row] for row in frame.head(FIRST_ROWS).iter_rows()]
        table = None
        if heading := find_heading_row(begin, file, ANYTHING):
            try:
                table = _table(file, parts, sheet, frame, heading, [])
            except KitError as error:
                faults += error.messages
        sheets.append(AnySheet(printable(sheet.name), sheet.is_hidden, table))
    if not any(sheet.table for sheet in sheets):
        raise KitError(faults or [f"{file.where}: no sheet of it holds a table."])
    return sheets


def _table(
    file: RawFile,
    parts: Parts,
    sheet: RawSheet,
    frame: pl.DataFrame,
    heading: HeadingRow,
    unread: list[str],
) -> TextTable:
    called = _called(sheet) if len(parts.sheets) > 1 else ""
    where = f"{file.where}{IN_SHEET}{called}" if called else file.where
    below, totals, blank = _without_totals(frame.slice(heading.number))
    last_row = heading.number + below.height
    # Rows at the end whose every cell is a formula without a result come out of the reader as no rows.
    faults = [*_lost_cells(where, sheet, heading, last_row if totals else max(last_row, sheet.rows))]
    if faults:
        raise KitError(faults)
    assumed = [f"XLSX, sheet {_called(sheet)}", *([f"sheets not read: {', '.join(unread)}"] if unread else [])]
    not_available = {n - 1: rows.within(heading.number, last_row).count for n, rows in sheet.not_available.items()}
    table = text_table(
        below,
        heading,
        where,
        assumed,
        blank_rows=blank,
        totals_rows=totals,
        has_control=parts.has_escapes,
        is_workbook=True,
        days_ahead=DAYS_TO_1904 if parts.from_1904 else 0,
        not_available=not_available,
    )
    return replace(table, sheet=called)


def _looked_through(file: RawFile, data: bytes) -> Parts:
    try:
        parts = look_through(data)
    except Unreadable as error:
        raise KitError(f"{file.where}: {error}") from None
    if not parts.sheets:
        raise KitError(f"{file.where}: has no worksheet. {SAVE_AGAIN}")
    return parts


def _frames(file: RawFile, parts: Parts) -> list[pl.DataFrame]:
    """Return each sheet's cells as text from row 1 and column A on."""
    import fastexcel

    try:
        book = fastexcel.read_excel(parts.data)
        return [
            book.load_sheet(s.name, header_row=None, skip_rows=0, dtypes="string").to_polars().cast(pl.String())
            if s.rows and s.columns
            else pl.DataFrame()
            for s in parts.sheets
        ]
    except (KeyboardInterrupt, SystemExit, GeneratorExit):
        raise
    # The reader's exceptions quote cells, and if it panics they are not an Exception.
    except BaseException:
        raise KitError(f"{file.where}: is not a workbook that can be read. {SAVE_AGAIN}") from None


def _without_totals(frame: pl.DataFrame) -> tuple[pl.DataFrame, int, int]:
    """Return (rows up to the totals lines at the end, how many there were, how many blank rows were after them)."""
    totals = blank = 0
    height = frame.height
    given = frame.select(pl.any_horizontal(pl.all().str.strip_chars() != "").fill_null(False)).to_series()
    for last in reversed(given.arg_true().to_list()) if height else ():
        if totals == MOST_TOTALS or not is_totals(frame.row(last)):
            break
        blank += height - last - 1
        totals += 1
        height = last
    return frame.head(height), totals, blank


def _lost_cells(where: str, sheet: RawSheet, heading: HeadingRow, last_row: int) -> Iterable[str]:
    """Yield a sentence for each column that is read and has cells of which the file does not hold what they say."""
    names = contract_headings(heading.extract)
    read = [n for n, cell in enumerate(heading.cells, start=1) if plain(cell) in names]
    for column in read:
        place = f"column {letters(column - 1)}"
        if rows := sheet.errors.get(column, RowRuns()).within(heading.number, last_row).runs:
            what = "holds an Excel error. Put its value" if _is_one(rows) else "hold Excel errors. Put their values"
            yield f"{where}, {_said(rows)}, {place}: {what} there."
        if rows := sheet.uncalculated.get(column, RowRuns()).within(heading.number, last_row).runs:
            what = "holds a formula without a result" if _is_one(rows) else "hold formulas without a result"
            yield (
                f"{where}, {_said(rows)}, {place}: {what}. Open the workbook in Excel, let it calculate, and save it."
            )
    merged = [
        (top, bottom, first)
        for top, first, bottom, last in sheet.merged
        if bottom > heading.number and top <= last_row and any(first <= c <= last for c in read)
    ]
    for top, bottom, first in merged[:MOST_MERGED]:
        yield (
            f"{where}, rows {top} to {bottom}, column {letters(first - 1)}: cells are merged. "
            "Unmerge them, and give each row its own value."
        )
    if len(merged) > MOST_MERGED:
        yield f"{where}: {len(merged) - MOST_MERGED:,} more merged cells like these."


def _said(runs: Sequence[tuple[int, int]]) -> str:
    """Return rows as people say them: row 2; rows 2 to 19; rows 2, 4 to 6 and 3 more."""
    words = [str(first) if first == last else f"{first} to {last}" for first, last in runs[:MOST_RUNS]]
    more = sum(last - first + 1 for first, last in runs[MOST_RUNS:])
    words += [f"{more:,} more"] if more else []
    said = " and ".join([", ".join(words[:-1]), words[-1]]) if len(words) > 1 else words[0]
    return f"row{'' if _is_one(runs) else 's'} {said}"


def _is_one(runs: Sequence[tuple[int, int]]) -> bool:
    return len(runs) == 1 and runs[0][0] == runs[0][1]


def _called(sheet: RawSheet) -> str:
    return printable(sheet.name) + (" (hidden)" if sheet.is_hidden else "")
