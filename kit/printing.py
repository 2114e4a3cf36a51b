"""Tables as CSV: the contract's columns and decimals, and no cell that a spreadsheet would take for a formula."""

from collections.abc import Collection, Iterator

import polars as pl

from kit.results import ORDER

FORMULA = r"^[=+\-@\t\r]"
DECIMALS = 6
AT_A_TIME = 50_000


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
    return _csv(results.sort(ORDER), numbers)


def problems_csv(problems: pl.DataFrame) -> Iterator[str]:
    """Yield the problems table as CSV, in its own order and in pieces: it may have millions of rows."""
    yield _csv(problems.clear())
    for rows in problems.iter_slices(AT_A_TIME):
        yield _csv(rows, include_header=False)


def _number(name: str, whole: pl.Expr) -> pl.Expr:
    value = pl.col(name)
    return (
        pl.when(whole)
        .then(value.round(0).cast(pl.Int64).cast(pl.String))
        .otherwise(pl.format("{}", value.map_elements(lambda v: f"{v:.{DECIMALS}f}", return_dtype=pl.String)))
    )


def _csv(table: pl.DataFrame, numbers: Collection[pl.Expr] = (), include_header: bool = True) -> str:
    """Return the table as CSV, with `numbers` written as they come: a minus before one makes no formula of it."""
    text = pl.col(pl.String)
    guarded = pl.when(text.str.contains(FORMULA)).then(pl.lit("'") + text).when(text != "").then(text)
    written = table.with_columns(guarded.name.keep(), *numbers)
    return written.write_csv(line_terminator="\n", include_header=include_header)
