"""Which of a table's first rows holds its headings, and which columns they head."""

from collections.abc import Sequence
from dataclasses import dataclass

from kit.errors import KitError
from kit.extracts.columns import Extract
from kit.intake.reading.raw_file import NoTableError, RawFile, UnnamedError
from kit.intake.reading.recognition import ANYTHING, FIRST_ROWS, closest, contract_headings, recognise
from kit.text import plain, printable, readable


@dataclass(frozen=True)
class HeadingRow:
    """The row that holds a table's headings: its cells, its number as Excel shows it, and the extract they are of.

    `exact` says that the headings are exactly the extract's; `mended` are the positions of cells that held control
    characters.
    """

    extract: Extract
    exact: bool
    number: int
    cells: tuple[str, ...]
    mended: tuple[int, ...] = ()

    @property
    def width(self) -> int:
        """How many of the cells hold something."""
        return sum(1 for cell in self.cells if cell.strip())


def not_recognised(file: RawFile, tried: Sequence[Sequence[str]], wanted: Extract | None) -> KitError:
    """Return the error for a file none of whose first rows (`tried`) has the headings of an extract."""
    near = closest(tried, file.kind_in_name, wanted)
    said = f"{file.where}: {near.words}"
    if near.by_another_name:
        return UnnamedError(said, file, near.extract)
    return KitError(said) if near.extract or wanted else NoTableError(said)


def find_heading_row(rows: Sequence[Sequence[str]], file: RawFile, wanted: Extract | None = None) -> HeadingRow | None:
    """Return the first of the rows that holds exactly an extract's headings, otherwise the first that nearly does.

    `wanted` stands for the contract's extracts if it is given; of `ANYTHING` it is the row with the most cells.
    """
    nearly = None
    for number, given in enumerate(rows[:FIRST_ROWS], start=1):
        cells = tuple(map(readable, given))
        if found := recognise(cells, file.kind_in_name, wanted):
            mended = tuple(n for n, cell in enumerate(given) if cell != cells[n])
            row = HeadingRow(found[0], found[1], number, cells, mended)
            if row.exact:
                return row
            if nearly is None or (wanted is ANYTHING and row.width > nearly.width):
                nearly = row
    return nearly


def headed_columns(row: HeadingRow, blank: Sequence[bool], where: str) -> tuple[dict[int, str], list[str]]:
    """Return (position of each of the extract's columns and its heading in the contract, headings of other columns).

    `blank` says of each column whether all its cells are. A column without heading and cells is left out; one without
    heading but with cells, and a heading that is there twice, are refused with KitError.
    """
    names = contract_headings(row.extract)
    ours: dict[int, str] = {}
    others: list[str] = []
    faults = []
    for n, cell in enumerate(row.cells):
        heading = names.get(plain(cell))
        if heading and heading in ours.values():
            said = f"the heading {printable(heading)} is there twice. Give each column one heading of its own."
            faults.append(f"{where}: {said}")
        elif heading:
            ours[n] = heading
        elif cell.strip() and printable(cell.strip(), 0) in others:
            faults.append(f"{where}: column {letters(n)} has the heading of another column. Give it one of its own.")
        elif cell.strip():
            others.append(printable(cell.strip(), 0))
        elif not blank[n]:
            faults.append(f"{where}: column {letters(n)} holds values but has no heading. Give it one, or remove it.")
    if faults:
        raise KitError(faults)
    return ours, others


def letters(n: int) -> str:
    """Return how a spreadsheet names the column at position n, counted from 0: A, B, …, Z, AA."""
    name = ""
    n += 1
    while n:
        n, rest = divmod(n - 1, 26)
        name = chr(65 + rest) + name
    return name
