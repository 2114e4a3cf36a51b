"""`Figure`: one number as readers get it, and the rows of a table of results as figures."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from kit.text import day_of_year
from kit.years import ReportingYear

if TYPE_CHECKING:
    import polars as pl
from dataclasses import dataclass, replace

from kit.figures.comparison import Comparison
from kit.years import label


@dataclass(frozen=True, order=True)
class Key:
    """Which figure: the first four columns of the table of results."""

    measure: str
    year: int
    breakdown: str = "all"
    category: str = "all"

    @property
    def reference(self) -> str:
        """The figure as the council's own words refer to it: `reviews_on_time.2021.occasion.First`."""
        by = "" if self.breakdown == "all" else f".{self.breakdown}.{self.category}"
        return f"{self.measure}.{self.year}{by}"


@dataclass(frozen=True)
class Figure:
    """One row of the protected table of results; None if it holds nothing, and then `note` says why.

    `up_to` is the as-at day of a part-year report, as words (30 September). `compared` holds what it is compared with,
    and what is called a change. In a report `lower` and `upper` are a share's range, which allows for cases that go
    together; so many cases count as one by the `factor`.
    """

    measure: str
    year: int
    breakdown: str
    category: str
    numerator: int | None
    denominator: int | None
    value: float | None
    lower: float | None
    upper: float | None
    unit: str
    note: str = ""
    up_to: str = ""
    compared: tuple[Comparison, ...] = ()
    factor: float = 1.0

    @property
    def when(self) -> str:
        """The reporting year as a sentence names it, and the day up to which it is counted if not its last."""
        return f"{label(self.year)} up to {self.up_to}" if self.up_to else label(self.year)

    @property
    def key(self) -> Key:
        return Key(self.measure, self.year, self.breakdown, self.category)


class FigureRows:
    """A table of results, of which a measure's rows become figures when one of them is first asked for."""

    def __init__(
        self,
        table: "pl.DataFrame",
        years: Sequence[ReportingYear] = (),
        ranges: "pl.DataFrame | None" = None,
        comparisons: "pl.DataFrame | None" = None,
    ) -> None:
        self._table = table
        self._years = years
        self._ranges = ranges
        self._comparisons = comparisons
        self._found: dict[str, dict[tuple[int, str], list[Figure]]] = {}

    def find(self, measure: str, year: int, breakdown: str) -> Sequence[Figure]:
        """Return the figures of a measure for a year and breakdown, in the order of the table, if there are any."""
        if measure not in self._found:
            found = self._found[measure] = {}
            ranges, compared = self._ranges_of(measure), self._compared(measure)
            for figure in figures_of(self._table.filter(measure=measure), self._years):
                key = figure.key
                low, high, factor = ranges.get(key, (figure.lower, figure.upper, 1.0))
                beside = tuple(compared.get(key, ()))
                said = replace(figure, lower=low, upper=high, compared=beside, factor=factor)
                found.setdefault((figure.year, figure.breakdown), []).append(said)
        return self._found[measure].get((year, breakdown), ())

    def _ranges_of(self, measure: str) -> dict[Key, tuple[float | None, float | None, float]]:
        if self._ranges is None:
            return {}
        rows = self._ranges.filter(measure=measure).iter_rows()
        return {Key(*key): (low, high, factor) for *key, low, high, factor in rows}

    def _compared(self, measure: str) -> dict[Key, list[Comparison]]:
        found: dict[Key, list[Comparison]] = {}
        if self._comparisons is not None:
            for row in self._comparisons.filter(measure=measure).iter_rows():
                found.setdefault(Key(*row[:4]), []).append(Comparison(*row))
        return found


def figures_of(table: "pl.DataFrame", years: Sequence[ReportingYear] = ()) -> list[Figure]:
    """Return the rows of a table of results as figures, each with the day up to which its year is counted."""
    up_to = {y.year: day_of_year(y.as_at) for y in years if not y.is_whole}
    return [Figure(**row, up_to=up_to.get(row["year"], "")) for row in table.iter_rows(named=True)]
