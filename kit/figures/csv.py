"""`figures.csv`: the table of results with whole counts, shares and rates to six decimals, and no formulas."""

from collections.abc import Collection

import polars as pl

from kit.figures.table import ORDER
from kit.files.csv import csv_text

DECIMALS = 6


def chosen_results(
    results: pl.DataFrame, first: int | None = None, measures: Collection[str] = (), breakdowns: Collection[str] = ()
) -> pl.DataFrame:
    """Return the results, sorted: from the year `first` on, and of `measures` and `breakdowns` alone, if given."""
    if first is not None:
        results = results.filter(pl.col("year") >= first)
    for name, chosen in (("measure", measures), ("breakdown", breakdowns)):
        if chosen:
            results = results.filter(pl.col(name).is_in(list(chosen)))
    return results.sort(ORDER, maintain_order=True)


def results_csv(results: pl.DataFrame) -> str:
    """Return the results as CSV, sorted; shares, rates and ratios with six decimals, counts and days whole."""
    whole = pl.col("denominator").is_null() & (pl.col("value") % 1 == 0) | (pl.col("unit") == "days")
    numbers = [_number(name, whole) for name in ("value", "lower", "upper")]
    return csv_text(results.sort(ORDER), numbers)


def _number(name: str, whole: pl.Expr) -> pl.Expr:
    value = pl.col(name)
    return (
        pl.when(whole)
        .then(value.round(0).cast(pl.Int64).cast(pl.String))
        .otherwise(pl.format("{}", value.map_elements(lambda v: f"{v:.{DECIMALS}f}", return_dtype=pl.String)))
    )
