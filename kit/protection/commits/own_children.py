"""Which identifiers in a text are those of children, officers or concerns in a council's raw files on this computer.

For git's hook and JupyterLab's saving, with the standard library only. Nothing is kept: raw files (CSV, text, XML,
workbooks) are looked through only for what a text has that may be an identifier.
"""

import csv
import os
import re
import zipfile
from collections.abc import Collection, Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from kit.protection.commits.child_rows import DELIMITERS, IDENTIFYING, MEANS_A_CHILD, column_name
from kit.protection.commits.workbooks import sheets_with

SAMPLE = "sample"
# Five digits or more, with a few letters or alone, or a pseudonym, whatever is beside them; no decimal's digits.
LONG = re.compile(
    r"(?<![0-9A-Za-z])(?<!\d\.)(?=((?:[A-Za-z]{0,4}[-_/]?)\d{5,14}[A-Za-z]?|[0-9a-f]{32})(?![0-9A-Za-z]))"
)
# Letters and digits together, as officers and concerns are often numbered; and what is called so in every notebook.
MIXED = re.compile(r"(?<![0-9A-Za-z])(?=([A-Za-z0-9]+(?:[-_][A-Za-z0-9]+){0,3})(?![0-9A-Za-z]))")
SHORTEST, LONGEST = 3, 20
IN_CODE = frozenset({"utf-8", "utf8", "cp1252", "sha256"})
MEANS_ANOTHER = re.compile(
    r"(?:allocated_|named_)?(?:iro|reviewing_officer|officer|worker|escalation|concern|dispute)\w*"
)
ENDINGS = {".csv", ".txt", ".tsv", ".xml"}
WORKBOOKS = {".xlsx", ".xlsm"}
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
    maybe = possible(text, typed)
    found: dict[str, set[str]] = {}
    for council, file in _raw_files(root) if maybe else ():
        # A file that Excel holds open is for the next commit to look through.
        with suppress(OSError, zipfile.BadZipFile):
            left = maybe - found.get(council, set())
            if file.suffix.lower() in WORKBOOKS:
                people = {each for rows in sheets_with(file, left) for each in _of_rows(rows)} & left
            else:
                content = file.read_bytes()
                there = {each for each in left if each.encode() in content}
                people = _of_people(content.decode("cp1252", "replace"), there) if there else set()
            if people:
                found.setdefault(council, set()).update(people)
    return found


def possible(text: str, typed: str = "") -> set[str]:
    """Return what in a text may be the identifier of a child, and in what was `typed` of anybody, punctuation aside."""
    maybe = {*LONG.findall(f"{text}\n{typed}")}
    for word in MIXED.findall(typed):
        parts = re.split(r"([-_])", word)
        for end in range(1, len(parts) + 1, 2):
            each = "".join(parts[:end])
            is_mixed = re.search(r"\d", each) and re.search(r"[A-Za-z]", each)
            if is_mixed and SHORTEST <= len(each) <= LONGEST and each not in IN_CODE:
                maybe.add(each)
    return maybe


def _raw_files(root: Path) -> Iterator[tuple[str, Path]]:
    """Yield (council, raw file), the newest years first, as long as they are not too many."""
    folders = [root / "data", *([Path(os.environ["KIT_DATA"])] if os.environ.get("KIT_DATA") else [])]
    raw = [path for folder in folders for path in folder.glob("*/raw") if path.parent.name != SAMPLE]
    left = ENOUGH
    for path in sorted((p for folder in raw for p in folder.glob("*/*")), key=lambda p: p.parent.name, reverse=True):
        if (
            path.suffix.lower() in ENDINGS | WORKBOOKS
            and path.is_file()
            and (size := path.stat().st_size) <= min(LARGEST, left)
        ):
            left -= size
            yield path.parents[2].name, path


def _of_people(text: str, maybe: Collection[str]) -> set[str]:
    """Return which of the identifiers are in a column, or an element of XML, that means a child, officer or concern."""
    if text.lstrip("ï»¿ \r\n\t").startswith("<"):
        return {each for each in maybe if re.search(rf"(?i)<(?:child|upn)\w*>\s*{re.escape(each)}\s*<", text)}
    lines = text.splitlines()
    for number, line in enumerate(lines[:ABOVE]):
        delimiter = max(DELIMITERS, key=line.count)
        if _places(line.split(delimiter)):
            return _of_rows(csv.reader(lines[number:], delimiter=delimiter)) & set(maybe)
    return set()


def _of_rows(rows: Iterable[list[str]]) -> set[str]:
    """Return what is beneath headings, in one of the first rows, that mean a child, officer or concern."""
    left = iter(rows)
    for cells, _ in zip(left, range(ABOVE), strict=False):
        if places := _places(cells):
            return {row[n].strip().removesuffix(".0") for row in left for n in places if len(row) > n}
    return set()


def _places(headings: list[str]) -> list[int]:
    """Return at which places of a row of headings are those that mean a child, officer or concern."""
    cells, means = [column_name(cell) for cell in headings], (MEANS_A_CHILD, MEANS_ANOTHER)
    places = [n for n, c in enumerate(cells) if c in IDENTIFYING or any(each.fullmatch(c) for each in means)]
    return places if len(cells) > 1 else []
