"""A workbook as a package of parts: unpacked within limits, each part's XML walked through.

XML is parsed by the standard library's expat, which opens nothing outside the file; a document type declaration,
which can hold entities, is refused.
"""

import io
import posixpath
import re
import zipfile
import zlib
from collections.abc import Callable
from pyexpat import ExpatError, ParserCreate

MOST_UNPACKED = 100 * 1024 * 1024
SAVE_AGAIN = "Open it in Excel and save it again as XLSX, or as CSV."
KEPT = re.compile(r"(\[content_types\]|_rels/\.rels|xl/[^/]+|xl/_rels/[^/]+|xl/worksheets/[^/]+)(\.xml|\.rels)?")
BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError, KeyError)


class Unreadable(Exception):
    """A workbook that is not read; the text says why, for a message."""


def unpacked(data: bytes) -> dict[str, bytes]:
    """Return the parts that are read by their names in plain form; Unreadable if that cannot be done."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            named = ((part_name(i.filename), i) for i in package.infolist())
            entries = {name: i for name, i in named if KEPT.fullmatch(name)}
            if sum(i.file_size for i in entries.values()) > MOST_UNPACKED:
                raise Unreadable(f"unpacks to more than {MOST_UNPACKED >> 20} MB. Save the sheet as CSV.")
            # zipfile reads no more than the size it was told, and fails if the part does not agree with it.
            return {name: package.read(entry) for name, entry in entries.items()}
    except BROKEN:
        raise Unreadable(f"is not a workbook, is damaged, or has a password. {SAVE_AGAIN}") from None


def part_name(name: str) -> str:
    """Return a part's name as Excel takes it: some programs write backslashes, and letters' case does not count."""
    return posixpath.normpath(name.replace("\\", "/").lower()).lstrip("/")


def packed(parts: dict[str, bytes]) -> bytes:
    """Return a workbook of these parts alone."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as package:
        for name, part in parts.items():
            package.writestr(name, part)
    return out.getvalue()


def walk(
    part: bytes,
    start: Callable[[str, dict[str, str]], object],
    end: Callable[[str], None] | None = None,
    text: Callable[[str], None] | None = None,
) -> None:
    """Call `start` with each element's local name and attributes, `end` with its name; Unreadable if it is not XML.

    `text` gets the text of the elements for which `start` returns something true.
    """
    parser = ParserCreate()
    wanted: object = False

    def started(tag: str, given: dict[str, str]) -> None:
        nonlocal wanted
        before, wanted = wanted, start(tag.rpartition(":")[2], given)
        if wanted or before:
            parser.CharacterDataHandler = text if wanted else None

    parser.StartElementHandler = started
    if end:
        parser.EndElementHandler = lambda tag: end(tag.rpartition(":")[2])
    parser.StartDoctypeDeclHandler = _refuse
    try:
        parser.Parse(part, True)
    except (ExpatError, LookupError, ValueError):
        raise Unreadable(f"is damaged: a part of it is not well-formed XML. {SAVE_AGAIN}") from None


def _refuse(*_: object) -> None:
    raise Unreadable(f"holds a document type declaration, which no workbook needs. {SAVE_AGAIN}")
