"""Reading rows that polars would correct in silence: row by row, each fault with its row number."""

import csv
import io

import polars as pl

from kit.errors import KitError
from kit.intake.reading.headings import HeadingRow
from kit.intake.reading.raw_file import RawFile

AT_ONCE = 20_000
MOST_FAULTS = 20


def irregular_rows(file: RawFile, body: bytes, delimiter: str, heading: HeadingRow) -> tuple[pl.DataFrame, int]:
    """Return (the rows below the heading row, how many had empty cells beyond the last heading).

    KitError names each row with too many or too few cells, and one with a quotation mark out of place.
    """
    width = len(heading.cells)
    schema = {str(n): pl.String() for n in range(width)}
    frames = [pl.DataFrame(schema=schema)]
    rows: list[list[str | None]] = []
    faults: list[str] = []
    surplus = 0
    blank: list[str | None] = [None] * width
    number = heading.number - 1
    stream = io.TextIOWrapper(io.BytesIO(body), encoding="utf-8", newline="")
    reader = csv.reader(stream, delimiter=delimiter, strict=True)
    try:
        for number, cells in enumerate(reader, start=heading.number):
            if number == heading.number:
                continue
            if len(cells) == width:
                rows.append([*cells])
            elif not any(c.strip() for c in cells):
                rows.append(blank)
            elif len(cells) > width and not any(c.strip() for c in cells[width:]):
                rows.append([*cells[:width]])
                surplus += 1
            else:
                rows.append(blank)
                faults.append(
                    f"{file.where}, row {number}: has {len(cells)} cells, but there are {width} headings. "
                    "Put a cell that holds a delimiter or a line break in quotation marks, or export it again."
                )
            if len(rows) == AT_ONCE:
                frames.append(pl.DataFrame(rows, schema=schema, orient="row"))
                rows = []
    except csv.Error as error:
        faults.append(f"{file.where}, row {number + 1}: {_what(error)}")
    if faults:
        more = len(faults) - MOST_FAULTS
        raise KitError(
            [*faults[:MOST_FAULTS], *([f"{file.where}: {more:,} more rows like these."] if more > 0 else [])]
        )
    frames.append(pl.DataFrame(rows, schema=schema, orient="row"))
    return pl.concat(frames), surplus


def _what(error: csv.Error) -> str:
    # The csv module has one exception for all; only its text tells them apart.
    if "end of data" in str(error):
        return "opens a quotation mark that is never closed. Close it, or export the file again."
    if "field limit" in str(error):
        return "holds a cell of more than 131,072 characters; a quotation mark before it is probably not closed."
    return (
        "has a quotation mark in the middle of a cell in quotation marks. "
        "Write it twice, or export the file again as CSV."
    )
