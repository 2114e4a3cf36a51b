"""The table of comparisons: what each figure is compared with, how far chance could have moved it, and the verdict."""

from dataclasses import dataclass

import polars as pl

from kit.figures.csv import DECIMALS
from kit.figures.table import ORDER
from kit.files.csv import csv_text

YEAR_BEFORE, TWO_YEARS_BEFORE, TARGET = "year before", "two years before", "target"
BACK = {YEAR_BEFORE: 1, TWO_YEARS_BEFORE: 2}
BETTER, WORSE, NO_CLEAR_CHANGE, NEITHER, NOT_TESTED, TOO_FEW_OFFICERS = VERDICTS = (
    "better", "worse", "no clear change", "neither", "not tested", "too few officers",
)  # fmt: skip
SCHEMA: dict[str, pl.DataType] = {
    "measure": pl.String(),
    "year": pl.Int64(),
    "breakdown": pl.String(),
    "category": pl.String(),
    "compared_with": pl.String(),
    "other": pl.Float64(),
    "difference": pl.Float64(),
    "lower": pl.Float64(),
    "upper": pl.Float64(),
    "unit": pl.String(),
    "depends_on": pl.String(),
    "verdict": pl.String(),
    "note": pl.String(),
}
NUMBERS = ("other", "difference", "lower", "upper")
IN_ORDER = [*ORDER, "compared_with"]
# How far chance could have moved each share, where cases that go together are allowed for.
RANGES: dict[str, pl.DataType] = {name: SCHEMA[name] for name in (*ORDER, "lower", "upper")}


@dataclass(frozen=True)
class Comparison:
    """A row of the table. `other` is the value compared with; `lower` and `upper` are the 95% interval of the
    difference, in percentage points, where it can be given. The verdict is that of all comparisons of the figure
    together, so that it can be "no clear change" though the interval leaves out 0. `note` says why nothing was tested.
    """

    measure: str
    year: int
    breakdown: str
    category: str
    compared_with: str
    other: float | None
    difference: float | None
    lower: float | None
    upper: float | None
    unit: str
    depends_on: str
    verdict: str
    note: str = ""

    @property
    def beyond_chance(self) -> bool:
        """Whether it is called a change."""
        return self.verdict in (BETTER, WORSE, NEITHER)


def comparisons_csv(comparisons: pl.DataFrame) -> str:
    """Return the comparisons as CSV, sorted, numbers with six decimals."""
    written = [pl.col(name).map_elements(_written, return_dtype=pl.String) for name in NUMBERS]
    return csv_text(comparisons.sort(IN_ORDER), written)


def _written(number: float) -> str:
    # A rounding error of nothing has no sign.
    return f"{round(number, DECIMALS) + 0.0:.{DECIMALS}f}"
