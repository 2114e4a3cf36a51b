"""The rules of the Government Analysis Function for spreadsheets, as far as a program can look."""

import io
import re
import zipfile
from collections.abc import Iterator
from xml.etree import ElementTree

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
LINKED = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
CELL = re.compile(r"([A-Z]+)(\d+)")
NO_MORE = ("vbaProject", "externalLinks", "comments", "drawings", "customXml", "pivot", "connections")


def column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


class Book:
    """A workbook as its XML says it."""

    def __init__(self, content: bytes) -> None:
        with zipfile.ZipFile(io.BytesIO(content)) as book:
            self.parts = {name: book.read(name) for name in book.namelist()}
            self.dates = {entry.date_time for entry in book.infolist()}
        texts = self.parts.get("xl/sharedStrings.xml", b"<sst/>")
        self.texts = ["".join(t.text or "" for t in si.iter(f"{MAIN}t")) for si in ElementTree.fromstring(texts)]
        book_xml = ElementTree.fromstring(self.parts["xl/workbook.xml"])
        self.sheets = [str(sheet.get("name")) for sheet in book_xml.iter(f"{MAIN}sheet")]
        self.hidden = [sheet.get("name") for sheet in book_xml.iter(f"{MAIN}sheet") if sheet.get("state")]
        self.names = {str(one.get("name")) for one in book_xml.iter(f"{MAIN}definedName")}

    def sheet(self, name: str) -> ElementTree.Element:
        return ElementTree.fromstring(self.parts[f"xl/worksheets/sheet{self.sheets.index(name) + 1}.xml"])

    def cells(self, name: str) -> dict[tuple[int, int], str | float]:
        """Return what is in the cells of a sheet, by row and column from 1."""
        found: dict[tuple[int, int], str | float] = {}
        for cell in self.sheet(name).iter(f"{MAIN}c"):
            letters, row = CELL.fullmatch(str(cell.get("r"))).groups()  # type: ignore[union-attr]
            value = cell.find(f"{MAIN}v")
            if value is not None and value.text is not None:
                text = cell.get("t") == "s"
                found[int(row), column(letters)] = self.texts[int(value.text)] if text else float(value.text)
        return found

    def table(self, name: str) -> tuple[list[str], list[list[str | float]]]:
        """Return the headings and the rows of the only table of a sheet."""
        (top, left), (bottom, right) = self.place(name)
        cells = self.cells(name)
        rows = [[cells[row, at] for at in range(left, right + 1)] for row in range(top, bottom + 1)]
        return [str(one) for one in rows[0]], rows[1:]

    def place(self, name: str) -> tuple[tuple[int, int], tuple[int, int]]:
        first, last = str(self.tables(name)[0].get("ref")).split(":")
        ends = [CELL.fullmatch(end).groups() for end in (first, last)]  # type: ignore[union-attr]
        (top_letters, top), (last_letters, bottom) = ends
        return (int(top), column(top_letters)), (int(bottom), column(last_letters))

    def tables(self, name: str) -> list[ElementTree.Element]:
        number = self.sheets.index(name) + 1
        links = ElementTree.fromstring(self.parts.get(f"xl/worksheets/_rels/sheet{number}.xml.rels", b"<r/>"))
        targets = {str(link.get("Id")): str(link.get("Target")) for link in links}
        parts = [targets[str(part.get(LINKED))] for part in self.sheet(name).iter(f"{MAIN}tablePart")]
        return [ElementTree.fromstring(self.parts[part.replace("..", "xl")]) for part in parts]


def faults(content: bytes) -> Iterator[str]:
    """Yield what is wrong with a workbook."""
    book = Book(content)
    if book.sheets[:2] != ["Cover", "Contents"]:
        yield "no cover and contents first"
    yield from (f"{name} is hidden" for name in book.hidden)
    yield from (f"{name} is defined" for name in book.names - {"_xlnm.Print_Titles", "_xlnm._FilterDatabase"})
    yield from (f"{name} is in it" for name in book.parts if any(part in name for part in NO_MORE))
    for name in book.sheets:
        yield from (f"{name}: {fault}" for fault in _faults_of_sheet(book, name))
    links = {str(link.get("location")) for link in book.sheet("Contents").iter(f"{MAIN}hyperlink")}
    for name in book.sheets[2:]:
        if not any(name.replace("'", "''") in link for link in links):
            yield f"the contents do not lead to {name}"


def _faults_of_sheet(book: Book, name: str) -> Iterator[str]:
    xml, cells = book.sheet(name), book.cells(name)
    for tag, what in (("mergeCell", "merged cells"), ("f", "a formula"), ("pane", "frozen panes")):
        if next(xml.iter(f"{MAIN}{tag}"), None) is not None:
            yield what
    if any(one.get("hidden") == "1" for one in xml.iter()):
        yield "a hidden row or column"
    if not cells.get((1, 1)):
        yield "no title"
    last = max(row for row, _ in cells)
    yield from (f"row {row} is blank" for row in range(1, last + 1) if not any(place[0] == row for place in cells))
    if name == "Cover":
        return
    tables = book.tables(name)
    if len(tables) != 1:
        yield f"{len(tables)} tables"
        return
    (top, left), (bottom, right) = book.place(name)
    if (bottom, right) != (last, max(at for _, at in cells)) or left != 1:
        yield "something is beside or below the table"
    for row in range(top, bottom + 1):
        for at in range(left, right + 1):
            if (row, at) not in cells or cells[row, at] == "":
                yield f"row {row}, column {at} is blank"
    headings = [str(one.get("name")) for one in tables[0].iter(f"{MAIN}tableColumn")]
    if [cells.get((top, at)) for at in range(left, right + 1)] != headings or len(set(headings)) < len(headings):
        yield "headings that are not those of the table"
