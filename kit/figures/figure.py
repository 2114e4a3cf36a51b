"""The rows of a table of results as figures: a chapter asks for those of a few measures of the thousands there are."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from kit.content import Figure
from kit.text import day_of_year
from kit.years import ReportingYear

if TYPE_CHECKING:
    import polars as pl


class FigureRows:
    """A table of results, of which a measure's rows become figures when one of them is first asked for."""

    def __init__(self, table: "pl.DataFrame", years: Sequence[ReportingYear] = ()) -> None:
        self._table = table
        self._years = years
        self._found: dict[str, dict[tuple[int, str], list[Figure]]] = {}

    def find(self, measure: str, year: int, breakdown: str) -> Sequence[Figure]:
        """Return the figures of a measure for a year and breakdown, in the order of the table; none where none are."""
        if measure not in self._found:
            found = self._found[measure] = {}
            for figure in figures_of(self._table.filter(measure=measure), self._years):
                found.setdefault((figure.year, figure.breakdown), []).append(figure)
        return self._found[measure].get((year, breakdown), ())


def figures_of(table: "pl.DataFrame", years: Sequence[ReportingYear] = ()) -> list[Figure]:
    """Return the rows of a table of results as figures, each with the day up to which its year is counted."""
    up_to = {y.year: day_of_year(y.as_at) for y in years if not y.is_whole}
    return [Figure(**row, up_to=up_to.get(row["year"], "")) for row in table.iter_rows(named=True)]
