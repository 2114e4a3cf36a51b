"""The rows of a workbook (XLSX) as texts, for git's hook, with the standard library only."""

import re
import zipfile
from collections.abc import Collection, Iterator
from html import unescape
from pathlib import Path

# Bytes of one part of a workbook, unpacked.
LARGEST = 60_000_000
SHEET = re.compile(r"xl/worksheets/[^/]+\.xml")
STRINGS = "xl/sharedStrings.xml"
ITEM = re.compile(r"<si\b[^>]*>(.*?)</si>|<si\b[^>]*/>", re.DOTALL)
TEXT = re.compile(r"<t\b[^>]*>(.*?)</t>", re.DOTALL)
ROW = re.compile(r"<row\b[^>]*>(.*?)</row>", re.DOTALL)
CELL = re.compile(r"<c\b([^>]*?)(?:/>|>(.*?)</c>)", re.DOTALL)
VALUE = re.compile(r"<v\b[^>]*>(.*?)</v>", re.DOTALL)
PLACE, KIND = re.compile(r'\br="([A-Z]+)\d+"'), re.compile(r'\bt="(\w+)"')


def sheets_with(file: Path, maybe: Collection[str]) -> Iterator[list[list[str]]]:
    """Yield the rows of each sheet of a workbook if one of the texts looked for is anywhere in it; OSError or
    zipfile.BadZipFile if it cannot be read."""
    with zipfile.ZipFile(file) as book:
        sizes = {part.filename: part.file_size for part in book.infolist()}
        names = [name for name in sizes if (SHEET.fullmatch(name) or name == STRINGS) and sizes[name] <= LARGEST]
        parts = {name: book.read(name) for name in names}
    if not any(each.encode() in part for part in parts.values() for each in maybe):
        return
    shared = parts.pop(STRINGS, b"").decode("utf-8", "replace")
    strings = [_texts(found[1] or "") for found in ITEM.finditer(shared)]
    for part in parts.values():
        yield [_row(found[1], strings) for found in ROW.finditer(part.decode("utf-8", "replace"))]


def _row(inside: str, strings: list[str]) -> list[str]:
    cells: list[str] = []
    for found in CELL.finditer(inside):
        place, kind = PLACE.search(found[1]), KIND.search(found[1])
        column = _number(place[1]) if place else len(cells)
        cells += [""] * (column + 1 - len(cells))
        cells[column] = _value(found[2] or "", kind[1] if kind else "", strings)
    return cells


def _value(inside: str, kind: str, strings: list[str]) -> str:
    if kind == "inlineStr":
        return _texts(inside)
    value = VALUE.search(inside)
    text = unescape(value[1]) if value else ""
    if kind == "s":
        return strings[int(text)] if text.isdecimal() and int(text) < len(strings) else ""
    return text


def _texts(inside: str) -> str:
    return unescape("".join(TEXT.findall(inside)))


def _number(letters: str) -> int:
    """Return the place of a column from its letters: A is 0, AA is 26."""
    number = 0
    for letter in letters:
        number = 26 * number + ord(letter) - ord("A") + 1
    return number - 1
