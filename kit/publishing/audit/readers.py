"""Published files read back as a stranger reads them: a reader for each format, and none for any other.

Whoever adds a format to what is published adds its reader to `READERS`: a file without one is not published.
"""

import csv
import io
import re
import zipfile
import zlib
from base64 import b64decode
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree

import polars as pl

from kit.errors import KitError
from kit.figures.table import SCHEMA
from kit.files.parquet import read_table
from kit.paths import shown

COUNTS = ("numerator", "denominator")
NUMBERS = (*COUNTS, "value", "lower", "upper")
# Before text that a spreadsheet would take for a formula.
GUARD = "'"
# They say which cell of a sheet it is, not what is in it: row 1234 is no child.
PLACES_OF_CELLS = ("r", "ref", "sqref", "spans", "s", "ht")
# Attributes that say something to people.
READ_ALOUD = ("alt", "aria-label", "title", "data-year", "content")


@dataclass(frozen=True)
class SaidInFile:
    """A text in a published file: whether people read it as `words`, and of what table it is a cell, by its caption."""

    text: str
    words: bool = False
    caption: str = ""


class _Page(HTMLParser):
    """Collects what a page says: text, every attribute, and what is in charts, which are pages within the page."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[SaidInFile] = []
        self.inside = ""
        self.caption = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.inside = tag
        if tag == "table":
            self.caption = ""
        for name, value in attrs:
            kind, packed, content = (value or "").partition(";base64,")
            if packed and kind.startswith("data:"):
                text = b64decode(content).decode("utf-8", "replace")
                self.pieces += _pieces(text) if "svg" in kind else [SaidInFile(text)]
            elif value:
                self.pieces.append(SaidInFile(value, name in READ_ALOUD))

    def handle_endtag(self, tag: str) -> None:
        if tag == "table":
            self.caption = ""
        self.inside = ""

    def handle_data(self, data: str) -> None:
        if data.strip():
            if self.inside == "caption":
                self.caption = data.strip()
            caption = self.caption if self.inside == "td" else ""
            self.pieces.append(SaidInFile(data, self.inside not in ("style", "script"), caption))

    def handle_comment(self, data: str) -> None:
        self.pieces.append(SaidInFile(data))


def said_in_page(path: Path) -> list[SaidInFile]:
    """Return every text and attribute of an HTML page, those of its charts too."""
    return _pieces(path.read_text(encoding="utf-8"))


def _pieces(text: str) -> list[SaidInFile]:
    page = _Page()
    page.feed(text)
    page.close()
    return page.pieces


def read_page(path: Path) -> Iterator[str]:
    """Yield every text and attribute of an HTML page, those of its charts too."""
    yield from (piece.text for piece in said_in_page(path))


def read_cells(path: Path) -> Iterator[str]:
    """Yield every cell of a CSV file."""
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.reader(file):
            yield from row


def read_pdf(path: Path) -> Iterator[str]:
    """Yield all that is in a PDF, unpacked: what it says of itself, tags, bookmarks, and how its pages are set."""
    content = path.read_bytes()
    yield content.decode("latin-1")
    for packed in re.findall(rb"stream\r?\n(.*?)\r?\nendstream", content, re.DOTALL):
        # What is not packed so is there as it is.
        with suppress(zlib.error):
            yield zlib.decompressobj().decompress(packed).decode("latin-1")


def read_text(path: Path) -> Iterator[str]:
    """Yield a text as it is."""
    yield path.read_text(encoding="utf-8")


def read_parquet(path: Path) -> Iterator[str]:
    """Yield every cell of a Parquet file, and its columns' names."""
    table = read_table(path)
    yield from table.columns
    for column in table.cast(pl.String).iter_columns():
        yield from column.drop_nulls()


def read_office(path: Path) -> Iterator[str]:
    """Yield all that the parts of an Office file say, shown or not: words, numbers, what it says of itself."""
    yield from _read_parts(path.read_bytes())


def _read_parts(content: bytes) -> Iterator[str]:
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        for name in parts.namelist():
            part = parts.read(name)
            yield name
            if part[:4] == b"PK\x03\x04":
                yield from _read_parts(part)
            elif part.lstrip()[:1] == b"<":
                root = ElementTree.fromstring(part)
                # Words of one line may be in several elements.
                yield "".join(root.itertext())
                for element in root.iter():
                    yield from filter(None, (element.text, element.tail))
                    yield from (value for key, value in element.attrib.items() if key not in PLACES_OF_CELLS)
            else:
                yield part.decode("latin-1")


READERS: dict[str, Callable[[Path], Iterator[str]]] = {
    ".html": read_page, ".csv": read_cells, ".pdf": read_pdf, ".json": read_text, ".parquet": read_parquet,
    ".xlsx": read_office, ".pptx": read_office,
}  # fmt: skip


def read_results(path: Path) -> pl.DataFrame:
    """Return the figures of a `figures.csv` as anybody can read them; KitError if it has others."""
    rows = [*csv.reader(io.StringIO(path.read_text(encoding="utf-8"), newline=""))]
    if not rows or rows[0] != [*SCHEMA]:
        raise KitError(f"{shown(path)}: its columns are not those of figures.csv: {', '.join(SCHEMA)}.")
    try:
        return pl.DataFrame([_typed(row) for row in rows[1:]], schema=SCHEMA, orient="row")
    except (ValueError, TypeError, pl.exceptions.PolarsError):
        raise KitError(f"{shown(path)}: a row is no figure. Each has {len(SCHEMA)} cells, the counts whole.") from None


def _typed(row: list[str]) -> list[str | int | float | None]:
    if len(row) != len(SCHEMA):
        raise ValueError
    cells: list[str | int | float | None] = []
    for (name, _), cell in zip(SCHEMA.items(), row, strict=True):
        if name == "year" or name in COUNTS:
            cells.append(int(cell) if cell else None)
        elif name in NUMBERS:
            cells.append(float(cell) if cell else None)
        else:
            cells.append(cell[1:] if cell[:1] == GUARD and cell[1:2] in "=+-@\t\r" else cell)
    return cells
