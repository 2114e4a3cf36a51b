"""Reading CSV: the heading row decides the delimiter, polars reads regular rows, Python's csv module the others."""

import csv
import io
import re

import polars as pl

from kit.errors import KitError
from kit.extracts.columns import Extract
from kit.intake.reading.decoding import decode, has_control
from kit.intake.reading.delimited_by_row import irregular_rows
from kit.intake.reading.headings import FIRST_ROWS, HeadingRow, find_heading_row, not_recognised
from kit.intake.reading.raw_file import RawFile
from kit.intake.reading.recognition import ANYTHING
from kit.intake.reading.text_table import MOST_TOTALS, TextTable, is_totals, text_table

DELIMITERS = {",": "comma", ";": "semicolon", "\t": "tab", "|": "vertical bar"}
BEGINNING = 256 * 1024
LAST = 64 * 1024
LONGEST_TOTALS = 10_000
MOST_COLUMNS = 1_000
LINES_AT_ONCE = 500_000
# A cell costs 16 bytes however short it is.
MOST_CELLS = 40_000_000


def read_delimited(file: RawFile, data: bytes, wanted: Extract | None = None) -> list[tuple[Extract, TextTable]]:
    """Return the one table of a CSV file with its extract. KitError says what is wrong, with row numbers."""
    text, encoding = decode(file, data)
    # The text in another encoding is of no more use, and may take a quarter of all memory that reading may.
    del data
    delimiter, heading, line = _find_headings(file, text, wanted)
    for _ in range(line):
        text = text[text.find(b"\n") + 1 :]
    body, totals, blank = _without_totals(text, delimiter)
    width = len(heading.cells)
    if width > MOST_COLUMNS:
        raise KitError(f"{file.where}: has more than {MOST_COLUMNS:,} columns. Export the extract's columns only.")
    if len(body) > MOST_CELLS and (body.count(b"\n") + 1) * width > MOST_CELLS:
        raise KitError(f"{file.where}: has more than {MOST_CELLS:,} cells. Export the year's rows only.")
    frame = _regular_rows(body, delimiter, width)
    is_regular, surplus = frame is not None, 0
    if frame is None:
        frame, surplus = irregular_rows(file, body, delimiter, heading)
    assumed = [encoding, DELIMITERS[delimiter]]
    if surplus:
        assumed.append("empty cells beyond the last heading left out")
    table = text_table(
        frame,
        heading,
        file.where,
        assumed,
        blank_rows=blank,
        totals_rows=totals,
        is_trimmed=is_regular and _has_no_outer_spaces(frame, body, delimiter),
        has_control=has_control(body),
    )
    return [(heading.extract, table)]


def _find_headings(file: RawFile, text: bytes, wanted: Extract | None) -> tuple[str, HeadingRow, int]:
    """Return (the delimiter, the heading row, how many lines are above it)."""
    begin = text[:BEGINNING].decode("utf-8", errors="replace")
    nearly = None
    tried: list[list[str]] = []
    for delimiter in DELIMITERS:
        rows, above = _first_rows(begin, delimiter)
        found = find_heading_row(rows, file, wanted)
        if found and found.exact:
            return delimiter, found, above[found.number - 1]
        if found and (nearly is None or (wanted is ANYTHING and found.width > nearly[1].width)):
            nearly = delimiter, found, above[found.number - 1]
        tried += rows
    if nearly is None:
        raise not_recognised(file, tried, wanted)
    return nearly


def _first_rows(begin: str, delimiter: str) -> tuple[list[list[str]], list[int]]:
    """Return the first rows, and for each how many lines of the file are above it: a cell may hold line breaks."""
    reader = csv.reader(io.StringIO(begin, newline=""), delimiter=delimiter)
    rows: list[list[str]] = []
    above = [0]
    try:
        for cells in reader:
            rows.append(cells)
            above.append(reader.line_num)
            if len(rows) == FIRST_ROWS:
                break
    except csv.Error:
        pass
    return rows, above


def _without_totals(text: bytes, delimiter: str) -> tuple[bytes, int, int]:
    """Return (text up to the totals lines at its end, how many there were, how many blank lines were after them)."""
    totals = blank = 0
    outer = b" \t\r\n" + delimiter.encode()
    whole = len(text)
    while totals < MOST_TOTALS:
        begin = max(0, whole - LAST)
        end = begin + len(text[begin:whole].rstrip(outer))
        start = text.rfind(b"\n", 0, end) + 1
        stop = text.find(b"\n", end, whole)
        line = text[start : stop if stop >= 0 else whole]
        if start <= begin or len(line) > LONGEST_TOTALS:
            break
        cells = line.decode("utf-8").replace('"', "").split(delimiter)
        if not is_totals(cells):
            break
        blank += text.count(b"\n", start + len(line) + 1, whole)
        totals += 1
        whole = start
    return (text[:whole] if totals else text), totals, blank


def _regular_rows(body: bytes, delimiter: str, width: int) -> pl.DataFrame | None:
    """Return the rows below the heading row, one column of text for each heading; None if some row is not regular.

    polars fills short rows with nulls, passes over quotation marks out of place, and says so of neither. Short rows
    are told by the number of delimiters if only blank cells have quotation marks; otherwise every line is
    looked at first.
    """
    marks = body.count(b'"')
    if (frame := _rows(body, delimiter, width)) is not None and _has_every_delimiter(frame, body, delimiter):
        if not marks:
            return frame.slice(1)
        heading = sum((cell or "").count('"') for cell in frame.row(0))
        if (rows := _without_blank_marks(frame.slice(1), marks - heading)) is not None:
            return rows
    if not marks or not _each_line_is_a_row(body, delimiter, width):
        return None
    frame = _rows(body, delimiter, width, quote_char='"')
    return None if frame is None else frame.slice(1)


def _rows(body: bytes, delimiter: str, width: int, quote_char: str | None = None) -> pl.DataFrame | None:
    schema = {str(n): pl.String() for n in range(width)}
    try:
        return pl.read_csv(body, has_header=False, schema=schema, separator=delimiter, quote_char=quote_char)
    except (pl.exceptions.PolarsError, ValueError):
        return None


def _without_blank_marks(rows: pl.DataFrame, marks: int) -> pl.DataFrame | None:
    """Return rows with blanks for cells that are a pair of quotation marks; None if these are not all the marks."""
    blanks = [cells == '""' for cells in rows.iter_columns()]
    found = [int(blank.sum()) for blank in blanks]
    if 2 * sum(found) != marks:
        return None
    columns = zip(rows.iter_columns(), blanks, found, strict=True)
    return pl.DataFrame([cells.set(blank, None) if any_ else cells for cells, blank, any_ in columns])


def _has_every_delimiter(frame: pl.DataFrame, body: bytes, delimiter: str) -> bool:
    """Return whether all rows but blank ones have as many cells as there are columns."""
    mark = delimiter.encode()
    given, filled = body.count(mark), frame.height
    full = next((s for s in frame.iter_columns() if s.null_count() == 0), None)
    if full is None or (full.str.strip_chars() == "").any():
        blank = re.findall(rb"(?m)^[ \t\r%s]*$" % mark, body)
        filled = frame.filter(pl.any_horizontal(pl.all().str.strip_chars() != "")).height
        given -= sum(line.count(mark) for line in blank)
    return given == filled * (frame.width - 1)


def _has_no_outer_spaces(frame: pl.DataFrame, body: bytes, delimiter: str) -> bool:
    """Return True only if no cell can be an empty text or begin or end with a space of any kind."""
    if not body.isascii() or any(c.encode() in body for c in ("\t", "\v", "\f") if c != delimiter):
        return False
    doubts = [(pl.all() == "").any().name.prefix("empty ")] if b'"' in body else []
    if b" " in body:
        doubts.append((pl.all().str.starts_with(" ") | pl.all().str.ends_with(" ")).any())
    return not doubts or not any(frame.select(doubts).row(0))


def _each_line_is_a_row(body: bytes, delimiter: str, width: int) -> bool:
    if b"\x1f" in body:
        return False
    lines = pl.read_csv(body, has_header=False, schema={"line": pl.String()}, separator="\x1f", quote_char=None)
    cell = rf'(?:[^"{delimiter}]*|"(?:[^"]|"")*")'
    row = rf"^{cell}(?:[{delimiter}]{cell}){{{width - 1}}}$"
    parts = (lines["line"].slice(at, LINES_AT_ONCE) for at in range(0, lines.height, LINES_AT_ONCE))
    return all(part.str.strip_chars_end("\r").str.contains(row).fill_null(True).all() for part in parts)
