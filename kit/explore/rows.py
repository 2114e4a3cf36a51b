"""Rows about children as an analyst sees them: on the screen by message, in no output that a notebook would save."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, overload

import polars as pl

from kit.errors import KitError
from kit.explore.where_shown import SAMPLE, in_lab, in_notebook
from kit.files.permissions import refuse_if_others_read
from kit.files.saving import refuse_place, save_workbook
from kit.files.xlsx import as_sheet, as_texts
from kit.paths import Places


@dataclass(frozen=True)
class Showing:
    """Of which council rows are, whether they may be a cell's output here, what gives a child's timeline, and whether
    identifiers are the case system's own in place of pseudonyms."""

    places: Places
    unsafe_here: bool
    timeline: Callable[[str], "Rows"]
    real_ids: bool = False


class Rows:
    """Rows about children. `frame` is the polars table; a row of them, `rows[3]`, has `timeline()` of its child."""

    def __init__(self, frame: pl.DataFrame, about: str, showing: Showing) -> None:
        self.frame, self.about = frame, about
        self._showing = showing

    def __len__(self) -> int:
        return self.frame.height

    def __iter__(self) -> Iterator["Row"]:
        return (Row(values, self._showing) for values in self.frame.iter_rows(named=True))

    @overload
    def __getitem__(self, which: int) -> "Row": ...
    @overload
    def __getitem__(self, which: slice) -> "Rows": ...
    def __getitem__(self, which: int | slice) -> "Row | Rows":
        if isinstance(which, slice):
            return Rows(self.frame[which], self.about, self._showing)
        if not -len(self) <= which < len(self):
            raise KitError(f"There is no row {which}: there are {len(self)} rows, from 0.", wrong_use=True)
        return Row(self.frame.row(which, named=True), self._showing)

    def __repr__(self) -> str:
        rows = "1 row" if len(self) == 1 else f"{len(self)} rows"
        return f"INTERNAL: {rows}. {self.about}. rows.frame gives them as a polars table."

    def to_excel(self, path: str | Path) -> None:
        """Write the rows as a workbook that only you can read; KitError for a place that git would take, or raw files.

        Text stays text: an identifier keeps its zeros.
        """
        to = Path(path)
        refuse_place(to, self._showing.places, internal=True, ending=".xlsx", option="to_excel")
        if self._showing.real_ids:
            refuse_if_others_read(to.absolute().parent)
        save_workbook([as_sheet("rows", self.frame)], to, internal=True)

    def _ipython_display_(self) -> None:
        from IPython.display import display

        if in_lab():
            from kit.explore.told import RowsTable

            display(RowsTable(table_of(self), lambda row: table_of(self[row].timeline())))
        elif in_notebook() and (self._showing.unsafe_here or self._showing.places.council == SAMPLE):
            display(self.frame)
        else:
            print_rows(self)


class Row:
    """One row: its values by name, and the timeline of its child."""

    def __init__(self, values: dict[str, Any], showing: Showing) -> None:
        self.values = values
        self._showing = showing

    def __repr__(self) -> str:
        return "INTERNAL: one row. row.timeline() shows its child by day; row.values has its values."

    def __getitem__(self, name: str) -> Any:
        return self.values[name]

    def timeline(self) -> Rows:
        """Return what is known of the row's child by day; KitError if the row is about no child."""
        if not self.values.get("child_id"):
            raise KitError("This row names no child.")
        return self._showing.timeline(self.values["child_id"])


def print_rows(rows: Rows) -> None:
    """Show rows at a terminal, all of them and every column."""
    import sys

    with pl.Config(tbl_rows=-1, tbl_cols=-1, tbl_width_chars=200):
        sys.stdout.write(f"{rows!r}\n{rows.frame}\n")


def table_of(rows: Rows) -> dict[str, Any]:
    """Return rows as a message: what they are, their columns, and every cell as text."""
    texts = as_texts(rows.frame)
    return {
        "about": rows.about,
        "columns": texts.columns,
        "rows": [list(row) for row in texts.iter_rows()],
        "children": "child_id" in texts.columns and "event" not in texts.columns,
    }
