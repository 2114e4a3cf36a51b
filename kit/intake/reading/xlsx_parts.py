"""A workbook's parts, looked through before they are read: sizes, the cells' places, and what no reader tells.

The reader of workbooks makes room for every cell between the first and the last, and ends the whole process if
there is not enough; so a sheet's corners are looked up first.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from kit.intake.reading.xlsx_package import SAVE_AGAIN, Unreadable, packed, part_name, unpacked, walk

MOST_CELLS = 6_000_000
MOST_OF_THE_LIST = 4 * 1024 * 1024
MOST_TEXTS = 3_000_000
MOST_COLUMNS = 1_000
NOTED = 1_000
NOT_AVAILABLE = "#N/A"
TARGET = re.compile(rb"""Target\s*=\s*("[^"]*"|'[^']*')""")
ESCAPE = re.compile(rb"_x[0-9A-Fa-f]{4}_")
WORKBOOK, LINKS = "xl/workbook.xml", "xl/_rels/workbook.xml.rels"


@dataclass
class RowRuns:
    """Rows of a column, in ascending order: the first and last of each run, no more than `NOTED` runs."""

    runs: list[tuple[int, int]] = field(default_factory=list)

    def add(self, first: int, last: int = 0) -> None:
        """Add a row, or all from `first` to `last`."""
        last = last or first
        if self.runs and first <= self.runs[-1][1] + 1:
            before = self.runs.pop()
            self.runs.append((min(first, before[0]), max(last, before[1])))
        elif len(self.runs) < NOTED:
            self.runs.append((first, last))

    def within(self, above: int, last: int) -> "RowRuns":
        """Return those below row `above` and up to row `last`."""
        return RowRuns([(max(a, above + 1), min(b, last)) for a, b in self.runs if b > above and a <= last])

    def joined(self, other: "RowRuns") -> "RowRuns":
        """Return the rows of both."""
        both = RowRuns()
        for first, last in sorted([*self.runs, *other.runs]):
            both.add(first, last)
        return both

    @property
    def count(self) -> int:
        """How many rows they are."""
        return sum(last - first + 1 for first, last in self.runs)


@dataclass
class RawSheet:
    """One worksheet: what a reader must know of it beside its cells. Rows and columns count from 1.

    By column: `errors` are the cells that hold one other than #N/A, which are `not_available`; `uncalculated` those
    that hold a formula without a result. `empty_texts` are formulas whose result is an empty text: it is one only if
    the workbook was ever calculated, as `is_calculated` says.
    """

    name: str = ""
    is_hidden: bool = False
    rows: int = 0
    columns: int = 0
    is_calculated: bool = False
    errors: dict[int, RowRuns] = field(default_factory=dict)
    not_available: dict[int, RowRuns] = field(default_factory=dict)
    uncalculated: dict[int, RowRuns] = field(default_factory=dict)
    empty_texts: dict[int, RowRuns] = field(default_factory=dict)
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)


@dataclass(frozen=True)
class Parts:
    """A workbook's worksheets in order, whether it counts days from 1904, and the workbook with no more than these.

    `has_escapes` says that some text may hold a character which XML forbids, written _x000B_.
    """

    sheets: tuple[RawSheet, ...]
    from_1904: bool
    has_escapes: bool
    data: bytes


def look_through(data: bytes) -> Parts:
    """Return the workbook's parts; Unreadable says what is wrong, or too large."""
    parts = unpacked(data)
    sheets: list[tuple[str, str, bool]] = []
    from_1904 = never_calculated = False
    targets: dict[str, str] = {}

    def in_workbook(tag: str, given: dict[str, str]) -> None:
        nonlocal from_1904, never_calculated
        if tag == "sheet":
            link = next((v for k, v in given.items() if k.rpartition(":")[2] == "id"), "")
            sheets.append((given.get("name", ""), link, given.get("state", "visible") != "visible"))
        elif tag == "workbookPr":
            from_1904 = given.get("date1904", "0").lower() in ("1", "true", "on")
        elif tag == "calcPr":
            # Programs that write formulas and calculate none ask for it so.
            never_calculated = given.get("fullCalcOnLoad", "0").lower() in ("1", "true", "on")

    def in_links(tag: str, given: dict[str, str]) -> None:
        if tag == "Relationship" and given.get("Type", "").endswith("/worksheet"):
            written = given.get("Target", "").replace("\\", "/")
            targets[given.get("Id", "")] = part_name(written if written.startswith("/") else f"xl/{written}")

    if WORKBOOK not in parts or LINKS not in parts:
        raise Unreadable(f"is not a workbook that can be read. {SAVE_AGAIN}")
    if max(len(parts[WORKBOOK]), len(parts[LINKS])) > MOST_OF_THE_LIST:
        raise Unreadable("lists more sheets than a workbook of people has.")
    walk(parts[WORKBOOK], in_workbook)
    walk(parts[LINKS], in_links)
    parts[LINKS] = TARGET.sub(lambda found: found[0].replace(b"\\", b"/"), parts[LINKS])
    if any(part.count(b"<si") > MOST_TEXTS for part in parts.values()):
        raise Unreadable("holds too many texts. Save the sheet as CSV.")
    looked = []
    for name, link, is_hidden in sheets:
        if (target := targets.get(link)) is not None:
            if target not in parts:
                raise Unreadable(f"is damaged: a sheet that it lists is not in it. {SAVE_AGAIN}")
            sheet = _looked_over(parts[target], never_calculated)
            sheet.name, sheet.is_hidden = name, is_hidden
            looked.append(sheet)
    # Excel keeps the order in which it calculated.
    if "xl/calcchain.xml" not in parts and not any(sheet.is_calculated for sheet in looked):
        for sheet in looked:
            for column, rows in sheet.empty_texts.items():
                sheet.uncalculated[column] = rows.joined(sheet.uncalculated.get(column, RowRuns()))
    has_escapes = any(ESCAPE.search(part) for part in parts.values())
    return Parts(tuple(looked), from_1904, has_escapes, packed(parts))


def _looked_over(part: bytes, never_calculated: bool) -> RawSheet:
    """Return a worksheet's corners, and the places of errors, formulas without a result and merged cells."""
    sheet = RawSheet()
    row = column = 0
    kind, array, formula = "", "", False
    result: list[str] = []

    def start(tag: str, given: dict[str, str]) -> bool:
        nonlocal row, column, kind, array, formula
        if tag == "c":
            column = _column(given["r"], row) if "r" in given else column + 1
            sheet.columns = max(sheet.columns, column)
            kind, array, formula = given.get("t", "n"), "", False
            result.clear()
        elif tag in ("v", "t"):
            return formula or kind == "e"
        elif tag == "f":
            formula = True
            array = given.get("ref", "") if given.get("t") in ("array", "dataTable") else ""
        elif tag == "row":
            number = int(given["r"]) if "r" in given else row + 1
            if number <= row:
                raise Unreadable(f"is damaged: its rows are out of order. {SAVE_AGAIN}")
            row, column = number, 0
            sheet.rows = row
        elif tag == "mergeCell":
            sheet.merged.append(_range(given.get("ref", "")))
        if sheet.rows * sheet.columns > MOST_CELLS:
            raise Unreadable(
                f"has cells in row {sheet.rows:,} or column {sheet.columns:,}: more than {MOST_CELLS:,} cells between "
                "the first and the last. Delete what is outside the table, or save the sheet as CSV."
            )
        return False

    def end(tag: str) -> None:
        if tag != "c" or not (formula or kind == "e"):
            return
        value = "".join(result).strip()
        if formula and (not value or (never_calculated and value == "0")):
            place = sheet.empty_texts if kind == "str" and not never_calculated else sheet.uncalculated
            for one, (first, last) in _of_array(array, row, column):
                place.setdefault(one, RowRuns()).add(first, last)
            return
        sheet.is_calculated |= formula and not never_calculated
        if kind == "e":
            place = sheet.not_available if value.upper() == NOT_AVAILABLE else sheet.errors
            place.setdefault(column, RowRuns()).add(row)

    walk(part, start, end, result.append)
    return sheet


def _of_array(ref: str, row: int, column: int) -> Iterable[tuple[int, tuple[int, int]]]:
    """Return each column and its rows into which a formula gives its results: those of an array, or its own cell."""
    top, first, bottom, last = _range(ref)
    if not (top == row and first == column and bottom - top < MOST_CELLS and last - first < MOST_COLUMNS):
        return [(column, (row, row))]
    return [(one, (top, bottom)) for one in range(first, last + 1)]


def _column(place: str, row: int) -> int:
    letters = place.rstrip("0123456789")
    if place[len(letters) :] != str(row) or not re.fullmatch("[A-Z]{1,3}", letters):
        raise Unreadable(f"is damaged: a cell is not in its row. {SAVE_AGAIN}")
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
