"""Tables as CSV: the contract's columns and decimals, and no cell that a spreadsheet would take for a formula."""

from collections.abc import Collection

import polars as pl

from kit.results import ORDER

FORMULA = r"^[=+\-@\t\r]"
DECIMALS = 6


def results_csv(results: pl.DataFrame, first: int | None = None, measures: Collection[str] = ()) -> str:
    """Return the results as CSV, sorted; shares, rates and ratios with six decimals, counts and days whole.

    From the year `first` on, and of `measures` alone, where these are given.
    """
    if first is not None:
        results = results.filter(pl.col("year") >= first)
    if measures:
        results = results.filter(pl.col("measure").is_in(list(measures)))
    whole = pl.col("denominator").is_null() & (pl.col("value") % 1 == 0) | (pl.col("unit") == "days")
    numbers = [_number(name, whole) for name in ("value", "lower", "upper")]
    return _csv(results.sort(ORDER).with_columns(numbers))


def problems_csv(problems: pl.DataFrame) -> str:
    """Return the problems table as CSV, in its own order."""
    return _csv(problems)


def _number(name: str, whole: pl.Expr) -> pl.Expr:
    value = pl.col(name)
    return (
        pl.when(whole)
        .then(value.round(0).cast(pl.Int64).cast(pl.String))
        .otherwise(pl.format("{}", value.map_elements(lambda v: f"{v:.{DECIMALS}f}", return_dtype=pl.String)))
    )


def _csv(table: pl.DataFrame) -> str:
    text = pl.col(pl.String)
    guarded = pl.when(text.str.contains(FORMULA)).then(pl.lit("'") + text).when(text != "").then(text)
    return table.with_columns(guarded.name.keep()).write_csv(line_terminator="\n")
