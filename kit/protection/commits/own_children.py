"""Which identifiers in a text are those of children in a council's raw files on this computer.

For git's hook, with the standard library only. Nothing is kept: raw files (CSV, text, XML) are looked through only for
what a text has that may be an identifier. Workbooks are not looked into.
"""

import csv
import os
import re
from collections.abc import Collection, Iterator
from contextlib import suppress
from pathlib import Path

from kit.protection.commits.child_rows import DELIMITERS, IDENTIFIER, IDENTIFYING, MEANS_A_CHILD, column_name

SAMPLE = "sample"
ENDINGS = {".csv", ".txt", ".tsv", ".xml"}
# Bytes: a larger file is no council's, and of more together the newest are looked through.
LARGEST, ENOUGH = 60_000_000, 120_000_000
# Lines above the headings that an export may have: titles, a date, blanks.
ABOVE = 10


def children_named(text: str, root: Path) -> set[str]:
    """Return the names of the councils, below `root`/data or KIT_DATA, of whose children a text has an identifier."""
    maybe = {identifier.removesuffix(".0") for identifier in IDENTIFIER.findall(text)}
    if not maybe:
        return set()
    found = set()
    for council, file in _raw_files(root):
        # A file that Excel holds open is for the next commit to look through.
        with suppress(OSError):
            content = file.read_bytes() if council not in found else b""
            there = {identifier for identifier in maybe if identifier.encode() in content}
            if there and _are_children(content.decode("cp1252", "replace"), there):
                found.add(council)
    return found


def _raw_files(root: Path) -> Iterator[tuple[str, Path]]:
    """Yield (council, raw file), the newest years first, as long as they are not too many."""
    folders = [root / "data", *([Path(os.environ["KIT_DATA"])] if os.environ.get("KIT_DATA") else [])]
    raw = [path for folder in folders for path in folder.glob("*/raw") if path.parent.name != SAMPLE]
    left = ENOUGH
    for path in sorted((p for folder in raw for p in folder.glob("*/*")), key=lambda p: p.parent.name, reverse=True):
        if path.suffix.lower() in ENDINGS and path.is_file() and (size := path.stat().st_size) <= min(LARGEST, left):
            left -= size
            yield path.parents[2].name, path


def _are_children(text: str, maybe: Collection[str]) -> bool:
    """Return whether any of the identifiers is in a column, or an element of XML, that means a child."""
    if text.lstrip("ï»¿ \r\n\t").startswith("<"):
        return any(re.search(rf"(?i)<(?:child|upn)\w*>\s*{re.escape(each)}\s*<", text) for each in maybe)
    lines = text.splitlines()
    for number, line in enumerate(lines[:ABOVE]):
        delimiter = max(DELIMITERS, key=line.count)
        cells = [column_name(cell) for cell in line.split(delimiter)]
        places = [n for n, cell in enumerate(cells) if cell in IDENTIFYING or MEANS_A_CHILD.fullmatch(cell)]
        if places and len(cells) > 1:
            rows = csv.reader(lines[number + 1 :], delimiter=delimiter)
            return any(len(row) > n and row[n].strip().removesuffix(".0") in maybe for row in rows for n in places)
    return False
