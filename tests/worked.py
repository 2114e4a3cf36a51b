"""Worked examples: a small council drawn as text tables, counted by the kit, its figures drawn the same way.

A table has `|` between its cells, its headings in the first line, and comments after `#`. What is not drawn is filled
with what changes no figure. A row stands in the files of the years that would show it, or in those that a column
`files` names (`2020 2021`). Rows are written in the order drawn: the first is row 2 of its file.
"""

import csv
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

import polars as pl
import pytest

from kit import results
from kit.extracts import CORE, EXTRACTS
from kit.figures import load_unprotected_figures
from kit.intake import take_in
from kit.measures import load_measures
from kit.places import Places

Row = dict[str, str]

DEFAULTS: dict[str, Row] = {
    "header": {"SEX": "1", "DOB": "01/06/2010", "ETHNIC": "WBRI"},
    "episodes": {"RNE": "S", "LS": "C2", "CIN": "N1", "PLACE": "U6", "PLACE_PROVIDER": "PR1"},
    "reviews": {"REVIEW_CODE": "PN1"},
    "review_details": {"cancelled": "N"},
    "send": {"sen_provision": "N"},
    "escalations": {"raised_stage": "1", "theme": "Drift"},
}
# The day that says which year's file holds a row, and the day (of what lasts) that is blank in files before it.
FROM = {
    "episodes": "DECOM",
    "reviews": "REVIEW",
    "review_details": "review_date",
    "send": "as_at_date",
    "escalations": "raised_date",
}
UNTIL = {"episodes": "DEC", "escalations": "resolved_date"}
# A child on short breaks, who is in no measure: no year's statutory file may be without rows.
NOBODY: dict[str, Row] = {
    "header": {"CHILD": "nobody"},
    "episodes": {"CHILD": "nobody", "DECOM": "01/04/2000", "LS": "V3"},
    "reviews": {"CHILD": "nobody", "REVIEW": "01/05/2000"},
}


@dataclass(frozen=True)
class WorkedCouncil:
    """A council laid out as raw files, and the loaded years that end at the year reported."""

    places: Places
    years: tuple[int, ...]

    def figures(self, measure: str, breakdown: str = "all") -> list[Row]:
        """Return one row a loaded year, a column a category: `3`, `1/2`, a median `30 (2/3)`, or the note.

        Categories without a case in any year are left out.
        """
        with _only(measure):
            table = load_unprotected_figures(self.places, self.years[-1]).results
        assert not table.is_empty(), f"{measure} is no figure"
        table = table.filter(pl.col("breakdown") == breakdown)
        cells = {(r["year"], r["category"]): _cell(r) for r in table.iter_rows(named=True)}
        nothing = ("0", "no cases")
        some = {category for (_, category), cell in cells.items() if breakdown == "all" or cell not in nothing}
        return [{"year": str(y)} | {c: cells.get((y, c), "0") for c in sorted(some)} for y in self.years]

    def listed(self, rule: str) -> list[Row]:
        """Return the rows of the problems table that the rule lists."""
