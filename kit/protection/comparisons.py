"""Comparisons on their way to a reader: shown only if both of the figures that they compare are."""

import polars as pl

from kit.figures.comparison import BACK
from kit.figures.comparison_table import IN_ORDER, NUMBERS, RANGES
from kit.figures.table import ORDER

FIGURE = list(ORDER)


def protect_comparisons(
    comparisons: pl.DataFrame, results: pl.DataFrame, replaced: pl.DataFrame | None = None
) -> pl.DataFrame:
    """Return the comparisons of figures that are in `results`, which are protected; hidden if either figure is, or is
    one of those `replaced`, which are shown as they were published and were not compared.

    A hidden comparison has no numbers, no verdict and the note `suppressed`. One of a category that the protected
    results do not name is left out.
    """
    shown = results.select(*FIGURE, hidden=pl.col("note") == "suppressed")
    if replaced is not None and not replaced.is_empty():
        other = shown.join(replaced, on=FIGURE, how="semi").with_columns(hidden=pl.lit(True))
        shown = pl.concat([shown.join(other, on=FIGURE, how="anti"), other])
    back = pl.col("compared_with").replace_strict(BACK, default=0, return_dtype=pl.Int64)
    both = (
        comparisons.with_columns(earlier=pl.col("year") - back)
        .join(shown, on=FIGURE, how="inner", maintain_order="left")
        .join(
            shown.rename({"year": "earlier", "hidden": "hidden_then"}),
            on=["measure", "earlier", "breakdown", "category"],
            how="inner",
            maintain_order="left",
        )
    )
    hide = pl.col("hidden") | pl.col("hidden_then")
    return (
        both.with_columns(
            *(pl.when(~hide).then(pl.col(name)).alias(name) for name in NUMBERS),
            pl.when(hide).then(pl.lit("")).otherwise(pl.col("verdict")).alias("verdict"),
            pl.when(hide).then(pl.lit("suppressed")).otherwise(pl.col("note")).alias("note"),
        )
        .drop("earlier", "hidden", "hidden_then")
        .sort(IN_ORDER)
    )


def protect_ranges(ranges: pl.DataFrame, results: pl.DataFrame) -> pl.DataFrame:
    """Return the ranges of the shares that are shown in `results`, which are protected; no others."""
    shown = results.filter(pl.col("note") != "suppressed").select(FIGURE)
    return ranges.join(shown, on=FIGURE, how="semi", maintain_order="left").select(list(RANGES))
