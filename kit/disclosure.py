"""The one door: every figure that reaches a reader has gone through `protect`.

Until figures are protected exactly, whatever holds a small count is hidden whole, and pages say that they are for
internal use.
"""

import polars as pl

from kit.breakdowns import ALL, BREAKDOWNS

GROUP = ["measure", "year", "breakdown"]
HIDDEN = ["numerator", "denominator", "value", "lower", "upper"]


def protect(results: pl.DataFrame, hide_up_to: int = 5) -> pl.DataFrame:
    """Return the results with every breakdown (of a measure in a year) hidden that holds a count from 1 to
    `hide_up_to`, whether as numerator, denominator or their difference; a whole is a breakdown of one.

    Hidden figures have no numbers and the note `suppressed`. Breakdowns that name members of staff are left out; other
    rows and their order stay.
    """
    internal = [b.name for b in BREAKDOWNS.values() if b.internal]
    results = results.filter(~pl.col("breakdown").is_in(internal))
    counts = [pl.col("numerator"), pl.col("denominator"), pl.col("denominator") - pl.col("numerator")]
    small = pl.any_horizontal((c.is_between(1, hide_up_to)).fill_null(False) for c in counts)
    hide = small.any().over(GROUP)
    # A category of which nothing is known (not supplied) has nothing to hide, and keeps its own note.
    said = hide & (pl.col("note") != "not supplied")
    return results.with_columns(
        *(pl.when(~hide).then(pl.col(name)).alias(name) for name in HIDDEN),
        pl.when(said).then(pl.lit("suppressed")).otherwise(pl.col("note")).alias("note"),
    )


def protect_earlier(earlier: pl.DataFrame, results: pl.DataFrame, hide_up_to: int = 5) -> pl.DataFrame:
    """Return the figures that older exports would give, protected beside those that stand (`results`, unprotected).

    Two figures of one measure and year that differ by a few tell something of those few. So all older ones of a measure
    and year are hidden where any of them is small, where the figure that stands is, or where any two of all of these
    differ by 1 to `hide_up_to`, as numerator, denominator or the rest.
    """
    counts = [pl.col("numerator"), pl.col("denominator"), pl.col("denominator") - pl.col("numerator")]
    which = ["measure", "year"]
    wholes = results.filter(pl.col("breakdown") == ALL).join(earlier, on=which, how="semi")
    beside = pl.concat([earlier, wholes]).select(*which, *(c.alias(f"count_{n}") for n, c in enumerate(counts)))
    pairs = beside.join(beside, on=which, suffix="_other")
    differ = [(pl.col(f"count_{n}") - pl.col(f"count_{n}_other")).abs() for n in range(len(counts))]
    small = [pl.col(f"count_{n}") for n in range(len(counts))]
    hidden = pairs.filter(pl.any_horizontal(c.is_between(1, hide_up_to).fill_null(False) for c in (*differ, *small)))
    shown = protect(earlier, hide_up_to)
    hide = pl.struct(which).is_in(hidden.select(pl.struct(which)).to_series().implode())
    return shown.with_columns(
        *(pl.when(~hide).then(pl.col(name)).alias(name) for name in HIDDEN),
        pl.when(hide & (pl.col("note") != "not supplied")).then(pl.lit("suppressed")).otherwise("note").alias("note"),
    )
