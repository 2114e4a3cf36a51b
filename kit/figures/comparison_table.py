"""The tables of comparisons and of ranges: their columns, their order, and the comparisons as CSV."""

import polars as pl

from kit.figures.csv import DECIMALS
from kit.figures.table import ORDER
from kit.files.csv import csv_text

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
# How far chance could have moved each share, when cases that go together are allowed for.
RANGES: dict[str, pl.DataType] = {name: SCHEMA[name] for name in (*ORDER, "lower", "upper")} | {"factor": pl.Float64()}


def comparisons_csv(comparisons: pl.DataFrame) -> str:
    """Return the comparisons as CSV, sorted, numbers with six decimals."""
    written = [pl.col(name).map_elements(_written, return_dtype=pl.String) for name in NUMBERS]
    return csv_text(comparisons.sort(IN_ORDER), written)


def _written(number: float) -> str:
    # A rounding error of nothing has no sign.
    return f"{round(number, DECIMALS) + 0.0:.{DECIMALS}f}"
