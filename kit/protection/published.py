"""Earlier publications: what was shown to readers once cannot be hidden again, and what was hidden must stay so.

A publication is a table of results as it was published, with hidden figures empty and their note `suppressed`.
"""

from collections.abc import Sequence

import polars as pl

from kit.figures.table import ORDER
from kit.protection.not_named import NOT_NAMED, OWN, WRITTEN

FIGURE = list(ORDER)
KNOWN, THEN = "known", "_then"
SHOWN, WAS_HIDDEN = "shown", "hidden"
NUMBERS = ("numerator", "denominator", "value")


def as_known(results: pl.DataFrame, published: Sequence[pl.DataFrame]) -> pl.DataFrame:
    """Return for each row of `results` what readers know of it from publications, of which the oldest comes first.

    `known` is `shown` if the newest publication that has the row shows it with the numbers that it has now, `hidden` if
    it hides it, and "" otherwise. `numerator_then`, `denominator_then` and `value_then` are what it shows. A category
    that a publication put together with others as `NOT_NAMED` is hidden in it.
    """
    if not published:
        return results.select(
            pl.repeat("", pl.len()).alias(KNOWN),
            *(pl.repeat(None, pl.len(), dtype=pl.Float64()).alias(f"{n}{THEN}") for n in NUMBERS),
        )
    table = ["measure", "year", "breakdown"]
    every = pl.concat([one.select(*FIGURE, *NUMBERS, "note") for one in published], how="vertical_relaxed")
    newest = every.unique(FIGURE, keep="last", maintain_order=True).with_columns(there=True)
    together = (
        newest.filter((pl.col("category") == NOT_NAMED) & (pl.col("note") == "suppressed"))
        .select(table)
        .unique()
        .with_columns(together=True)
    )
    joined = results.select(*FIGURE, *NUMBERS).join(newest, on=FIGURE, how="left", suffix=THEN, maintain_order="left")
    joined = joined.join(together, on=table, how="left", maintain_order="left")
    there = pl.col("there").fill_null(False)
    written = pl.col("breakdown").is_in(WRITTEN) & ~pl.col("category").is_in(OWN)
    hidden = (pl.col("note") == "suppressed").fill_null(False) | (
        ~there & written & pl.col("together").fill_null(False)
    )
    same = there & pl.all_horizontal(pl.col(n).eq_missing(pl.col(f"{n}{THEN}")) for n in NUMBERS[:2])
    known = pl.when(hidden).then(pl.lit(WAS_HIDDEN)).when(same).then(pl.lit(SHOWN)).otherwise(pl.lit(""))
    return joined.select(known.alias(KNOWN), *(f"{n}{THEN}" for n in NUMBERS))
