"""A workbook's parts, looked through before they are read: sizes, the cells' places, and what no reader tells.

The reader of workbooks makes room for every cell between the first and the last, and ends the whole process where
there is not enough; so a sheet's corners are looked up first. XML is parsed by the standard library's expat, which
opens nothing outside the file; a document type declaration, where entities would stand, is refused.
"""

import io
import re
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass, field
from pyexpat import ExpatError, ParserCreate

MOST_UNPACKED = 100 * 1024 * 1024
MOST_CELLS = 6_000_000
MOST_OF_THE_LIST = 4 * 1024 * 1024
MOST_TEXTS = 3_000_000
NOTED = 20
KEPT = re.compile(r"(\[Content_Types\]|_rels/\.rels|xl/[^/]+|xl/_rels/[^/]+|xl/worksheets/[^/]+)(\.xml|\.rels)?")
BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError, KeyError)


class Unreadable(Exception):
    """A workbook that is not read; the text says why, for a message."""


@dataclass
class Sheet:
    """One worksheet: what a reader must know of it beside its cells. Rows and columns count from 1."""

    name: str = ""
    is_hidden: bool = False
    rows: int = 0
    columns: int = 0
    errors: list[tuple[int, int]] = field(default_factory=list)
    uncalculated: list[tuple[int, int]] = field(default_factory=list)
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)


@dataclass(frozen=True)
class Parts:
    """A workbook's worksheets in order, whether it counts days from 1904, and the workbook with no more than these."""

    sheets: tuple[Sheet, ...]
    from_1904: bool
    data: bytes


def look_through(data: bytes) -> Parts:
    """Return the workbook's parts; Unreadable says what is wrong, or too large."""
    parts = _unpacked(data)
    sheets: list[tuple[str, str, bool]] = []
    from_1904 = False
    targets: dict[str, str] = {}

    def in_workbook(tag: str, given: dict[str, str]) -> None:
        nonlocal from_1904
        if tag == "sheet":
            link = next((v for k, v in given.items() if k.rpartition(":")[2] == "id"), "")
            sheets.append((given.get("name", ""), link, given.get("state", "visible") != "visible"))
        elif tag == "workbookPr":
            from_1904 = given.get("date1904", "0").lower() in ("1", "true", "on")

    def in_links(tag: str, given: dict[str, str]) -> None:
        if tag == "Relationship" and given.get("Type", "").endswith("/worksheet"):
            target = given.get("Target", "")
            targets[given.get("Id", "")] = target.lstrip("/") if target.startswith("/") else f"xl/{target}"

    if "xl/workbook.xml" not in parts or "xl/_rels/workbook.xml.rels" not in parts:
        raise Unreadable("is not a workbook.")
    if max(len(parts["xl/workbook.xml"]), len(parts["xl/_rels/workbook.xml.rels"])) > MOST_OF_THE_LIST:
        raise Unreadable("lists more sheets than a workbook of people has.")
    walk(parts["xl/workbook.xml"], in_workbook)
    walk(parts["xl/_rels/workbook.xml.rels"], in_links)
    if any(part.count(b"<si") > MOST_TEXTS for part in parts.values()):
        raise Unreadable("holds too many texts. Save the sheet as CSV.")
    looked = []
    for name, link, is_hidden in sheets:
        if (target := targets.get(link)) in parts:
            sheet = _looked_over(parts[target])
            sheet.name, sheet.is_hidden = name, is_hidden
            looked.append(sheet)
    return Parts(tuple(looked), from_1904, _packed(parts))


def walk(part: bytes, start: Callable[[str, dict[str, str]], None], end: Callable[[str], None] | None = None) -> None:
    """Call `start` with each element's local name and attributes, `end` with its name; Unreadable where no XML."""
    parser = ParserCreate()
    parser.StartElementHandler = lambda tag, given: start(tag.rpartition(":")[2], given)
    if end:
        parser.EndElementHandler = lambda tag: end(tag.rpartition(":")[2])
    parser.StartDoctypeDeclHandler = _refuse
    try:
        parser.Parse(part, True)
    except (ExpatError, LookupError, ValueError):
        raise Unreadable("is damaged: a part of it is not well-formed XML. Save it again as XLSX, or as CSV.") from None


def _refuse(*_: object) -> None:
    raise Unreadable("holds a document type declaration, which no workbook needs. Save it again as XLSX, or as CSV.")


def _unpacked(data: bytes) -> dict[str, bytes]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            entries = {i.filename: i for i in package.infolist() if KEPT.fullmatch(i.filename)}
            if sum(i.file_size for i in entries.values()) > MOST_UNPACKED:
                raise Unreadable(f"unpacks to more than {MOST_UNPACKED >> 20} MB. Save the sheet as CSV.")
            # zipfile reads no more than the size it was told, and fails where the part does not agree with it.
            return {name: package.read(entry) for name, entry in entries.items()}
    except BROKEN:
        raise Unreadable(
            "is not a workbook, is damaged, or has a password. Save it again as XLSX, or as CSV."
        ) from None


def _packed(parts: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as package:
        for name, part in parts.items():
            package.writestr(name, part)
    return out.getvalue()


def _looked_over(part: bytes) -> Sheet:
    """Return a worksheet's corners, and where it holds errors, formulas without a result and merged cells."""
    sheet = Sheet()
    row = column = 0
    is_error = has_formula = has_value = False

    def start(tag: str, given: dict[str, str]) -> None:
        nonlocal row, column, is_error, has_formula, has_value
        if tag == "c":
            column = _column(given["r"], row) if "r" in given else column + 1
            sheet.columns = max(sheet.columns, column)
            is_error, has_formula, has_value = given.get("t") == "e", False, False
        elif tag == "v":
            has_value = True
        elif tag == "f":
            has_formula = True
        elif tag == "row":
            number = int(given["r"]) if "r" in given else row + 1
            if number <= row:
                raise Unreadable("is damaged: its rows are out of order. Save it again as XLSX, or as CSV.")
            row, column = number, 0
            sheet.rows = row
        elif tag == "mergeCell":
            sheet.merged.append(_range(given.get("ref", "")))
        if sheet.rows * sheet.columns > MOST_CELLS:
            raise Unreadable(
                f"has cells in row {sheet.rows:,} or column {sheet.columns:,}: more than {MOST_CELLS:,} cells between "
                "the first and the last. Delete what lies outside the table, or save the sheet as CSV."
            )

    def end(tag: str) -> None:
        if tag == "c" and is_error and len(sheet.errors) < NOTED:
            sheet.errors.append((row, column))
        elif tag == "c" and has_formula and not has_value and len(sheet.uncalculated) < NOTED:
            sheet.uncalculated.append((row, column))

    walk(part, start, end)
    return sheet


def _column(place: str, row: int) -> int:
    letters = place.rstrip("0123456789")
    if place[len(letters) :] != str(row) or not re.fullmatch("[A-Z]{1,3}", letters):
        raise Unreadable("is damaged: a cell is not in its row. Save it again as XLSX, or as CSV.")
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


def _range(ref: str) -> tuple[int, int, int, int]:
    """Return (first row, first column, last row, last column) of A1:B2."""
    found = re.fullmatch(r"([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})", ref)
    if not found:
        return 0, 0, 0, 0
    first, top, last, bottom = found.groups()
    return int(top), _column(first + top, int(top)), int(bottom), _column(last + bottom, int(bottom))
