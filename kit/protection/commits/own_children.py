"""Which identifiers in a text are those of children, officers or concerns in a council's raw files on this computer.

For git's hook and JupyterLab's saving, with the standard library only. Nothing is kept: raw files (CSV, text, XML) are
looked through only for what a text has that may be an identifier. Workbooks are not looked into.
"""

import csv
import os
import re
from collections.abc import Collection, Iterator
from contextlib import suppress
from pathlib import Path

from kit.protection.commits.child_rows import DELIMITERS, IDENTIFIER, IDENTIFYING, MEANS_A_CHILD, column_name

SAMPLE = "sample"
# Letters and digits together, as officers and concerns are often numbered; and what is called so in every notebook.
MIXED = re.compile(r"(?<![\w.-])(?=[A-Za-z_-]*\d)(?=[\d_-]*[A-Za-z])[A-Za-z0-9][A-Za-z0-9_-]{2,19}(?![\w-])")
IN_CODE = frozenset({"utf-8", "utf8", "cp1252", "sha256"})
MEANS_ANOTHER = re.compile(
    r"(?:allocated_|named_)?(?:iro|reviewing_officer|officer|worker|escalation|concern|dispute)\w*"
)
ENDINGS = {".csv", ".txt", ".tsv", ".xml"}
# Bytes: a larger file is no council's, and of more together the newest are looked through.
LARGEST, ENOUGH = 60_000_000, 120_000_000
# Lines above the headings that an export may have: titles, a date, blanks.
ABOVE = 10


def children_named(text: str, root: Path, typed: str = "") -> set[str]:
    """Return the names of the councils, below `root`/data or KIT_DATA, of whose people a text has an identifier.

    In what was `typed` into cells, or as a file's name, identifiers of officers and concerns are looked for too.
    """
    return set(people_named(text, root, typed))


def people_named(text: str, root: Path, typed: str = "") -> dict[str, set[str]]:
    """Return, by council, which identifiers in a text are those of its people, as `children_named` looks for them."""
    maybe = {identifier.removesuffix(".0") for identifier in IDENTIFIER.findall(f"{text}\n{typed}")}
    maybe |= {found for found in MIXED.findall(typed) if found not in IN_CODE}
    found: dict[str, set[str]] = {}
    for council, file in _raw_files(root) if maybe else ():
        # A file that Excel holds open is for the next commit to look through.
        with suppress(OSError):
            content = file.read_bytes()
            there = {each for each in maybe - found.get(council, set()) if each.encode() in content}
            if there and (people := _of_people(content.decode("cp1252", "replace"), there)):
                found.setdefault(council, set()).update(people)
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


def _of_people(text: str, maybe: Collection[str]) -> set[str]:
    """Return which of the identifiers are in a column, or an element of XML, that means a child, officer or concern."""
    if text.lstrip("ï»¿ \r\n\t").startswith("<"):
        return {each for each in maybe if re.search(rf"(?i)<(?:child|upn)\w*>\s*{re.escape(each)}\s*<", text)}
    lines = text.splitlines()
    for number, line in enumerate(lines[:ABOVE]):
        delimiter = max(DELIMITERS, key=line.count)
        cells = [column_name(cell) for cell in line.split(delimiter)]
        means = (MEANS_A_CHILD, MEANS_ANOTHER)
        places = [n for n, c in enumerate(cells) if c in IDENTIFYING or any(each.fullmatch(c) for each in means)]
        if places and len(cells) > 1:
            rows = csv.reader(lines[number + 1 :], delimiter=delimiter)
            cells_of_people = {row[n].strip().removesuffix(".0") for row in rows for n in places if len(row) > n}
            return cells_of_people & set(maybe)
    return set()
