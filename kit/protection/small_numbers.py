"""Hiding small numbers: every figure that reaches a reader has gone through `protect`.

What is small is hidden, and as few other figures as will do so that nobody can work it out (`kit.protection.exact`).
"""

from collections.abc import Collection, Mapping

import polars as pl

from kit.measures.breakdowns import ALL, BREAKDOWNS, DATED, LABELS
from kit.measures.headers import load_measures
from kit.measures.measure import Measure
from kit.protection.exact.hiding import Hiding, rows_to_hide
from kit.protection.published import BOUND, NOT_NAMED, WHOLE

GROUP = ["measure", "year", "breakdown"]
# The kit's own words: a review that was missed has "Not held" for a reason.
OWN = (*LABELS, "Not held", NOT_NAMED)
# Breakdowns by words that someone wrote. Months, weeks and stages are the kit's; facts are named by the service, and
# hidden each for itself.
NOT_WRITTEN = (*DATED, "fact", "stage_raised", "stage_resolved", "path")
WRITTEN = [b.name for b in BREAKDOWNS.values() if not b.categories and b.name not in NOT_WRITTEN]
HIDE = "hide"
HIDDEN = ["numerator", "denominator", "value", "lower", "upper"]


def protect(
    results: pl.DataFrame,
    hide_up_to: int = 5,
    not_about_people: Collection[str] = (),
    of: Mapping[str, Measure] | None = None,
) -> pl.DataFrame:
    """Return what `protected` does, without how it was found."""
    return protected(results, hide_up_to, not_about_people, of)[0]


def protected(
    results: pl.DataFrame,
    hide_up_to: int = 5,
    not_about_people: Collection[str] = (),
    of: Mapping[str, Measure] | None = None,
    day: int = WHOLE,
    must_publish: Collection[str] = (),
    hide_not_recorded: bool = False,
) -> tuple[pl.DataFrame, Hiding]:
    """Return the results with every row hidden that holds a count from 1 to `hide_up_to`, whether as numerator,
    denominator or their difference, and the fewest others that keep readers from working any of them out.

    What adds up is what breakdowns and measures declare (`kit.measures.sums`). Readers are taken to know all of it, and
    that a hidden count is not 0. Each small count must still possibly be anything from 1 to `hide_up_to`, and two more
    than it is. A whole is hidden for its own numbers only, unless nothing else protects another.

    Everything is taken to be about people, children or staff, but what says otherwise: a measure in its header, a fact
    by being in `not_about_people`. Facts are single figures, so that each is hidden for itself. Of a ratio what is
    given in hundredths (posts, days) counts nobody, and the difference means nothing; nor does it of a rate. A fact's
    value that is not whole may not be small either.

    Of results that come from `kit.protection.published.bind`, what readers have stays shown, what they must not have
    stays hidden, and no difference from what was published tells of a few; `day` says how far into their years they
    go. The wholes of measures that `must_publish` names are headlines too (`kit.protection.exact.hiding`);
    `hide_not_recorded` protects how many records say nothing, as far as others tell it.

    Hidden figures have no numbers and the note `suppressed`. Breakdowns that name members of staff are left out, and
    what someone wrote (a theme, an answer) is a category only if a number above 0 is shown beside it in any year:
    the others are one together, `NOT_NAMED`. Other rows and their order stay.
    """
    of = load_measures() if of is None else of
    results = results.filter(~pl.col("breakdown").is_in([b.name for b in BREAKDOWNS.values() if b.internal]))
    small = small_parts(results, hide_up_to, not_about_people, of)
    hiding = rows_to_hide(results, of, small, hide_up_to, day, must_publish, hide_not_recorded)
    results = results.with_columns(pl.Series(HIDE, hiding.rows, pl.Boolean()))
    results = results.filter(pl.col("year") >= 0).drop(BOUND, strict=False)
    hide = pl.col(HIDE)
    # A category of which nothing is known (not supplied) has nothing to hide, and keeps its own note.
    said = hide & (pl.col("note") != "not supplied")
    shown = results.with_columns(
        *(pl.when(~hide).then(pl.col(name)).alias(name) for name in HIDDEN),
        pl.when(said).then(pl.lit("suppressed")).otherwise(pl.col("note")).alias("note"),
    )
    return _naming_what_is_shown(shown.drop(HIDE)), hiding


def small_parts(
    results: pl.DataFrame, hide_up_to: int, not_about_people: Collection[str], of: Mapping[str, Measure]
) -> pl.Series:
    """Return of each row which of its numbers are about people, and small: "", "N", "DR", "V" for a fact's value, …"""
    measures = of.values()
    facts = pl.col("measure").is_in([m.name for m in measures if m.kind == "fact"]) & (pl.col("breakdown") != ALL)
    ratios = [m for m in measures if m.kind == "ratio"]
    nobody = pl.col("measure").is_in([m.name for m in measures if not m.people])
    nobody |= pl.col("measure").is_in([m.name for m in measures if m.kind == "fact"]) & (pl.col("breakdown") == ALL)
    nobody |= facts & pl.col("category").is_in(list(not_about_people))
    of_parts = [m.name for m in measures if m.kind in ("ratio", "rate")]
    counts = {
        "N": _unless(pl.col("numerator"), [m.name for m in ratios if "numerator" in m.hundredths]),
        "D": _unless(pl.col("denominator"), [m.name for m in ratios if "denominator" in m.hundredths]),
        "R": _unless(pl.col("denominator") - pl.col("numerator"), of_parts),
        "V": pl.when(facts & (pl.col("unit") != "%")).then(pl.col("value").abs()),
    }
    moved = pl.col("moved") if "moved" in results.columns else pl.lit(False)
    texts = [
        pl.when((((c > 0) & (c <= hide_up_to)).fill_null(False) | moved & c.is_not_null()) & ~nobody)
        .then(pl.lit(part))
        .otherwise(pl.lit(""))
        for part, c in counts.items()
    ]
    return results.select(pl.concat_str(texts)).to_series()


def parts_of_one_whole(of: Mapping[str, Measure]) -> list[list[str]]:
    """Return the names of the measures that are parts of one, for each that has parts."""
    wholes: dict[str, list[str]] = {}
    for measure in of.values():
        if measure.part_of:
            wholes.setdefault(measure.part_of, []).append(measure.name)
    return list(wholes.values())


def _naming_what_is_shown(results: pl.DataFrame) -> pl.DataFrame:
    """Return the results with one category for all that are somebody's words, hidden somewhere and nowhere shown."""
    category = ["measure", "breakdown", "category"]
    hidden = pl.col("note") == "suppressed"
    shown = ((pl.col("numerator") > 0) | (pl.col("denominator") > 0)).fill_null(False)
    written = pl.col("breakdown").is_in(WRITTEN) & ~pl.col("category").is_in(OWN)
    unnamed = written & hidden.any().over(category) & ~shown.any().over(category)
    if not results.select(unnamed.any()).item():
        return results
    together = pl.when(unnamed).then(pl.lit(NOT_NAMED)).otherwise(pl.col("category")).alias("category")
    # Of a year in which some are hidden, all of them are; of another, none has a case.
    one = results.with_columns(together).sort(~hidden, maintain_order=True).unique([*GROUP, "category"], keep="first")
    return one.sort([*GROUP, "category"])


def protect_earlier(
    earlier: pl.DataFrame, results: pl.DataFrame, hide_up_to: int = 5, of: Mapping[str, Measure] | None = None
) -> pl.DataFrame:
    """Return the figures that older exports would give, protected beside those that count (`results`, unprotected).

    Two figures of one measure and year that differ by a few tell something of those few. So all older ones of a measure
    and year are hidden if any of them is small, if the figure that counts is, or if any two of all of these
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
    hidden = hidden.select(which)
    for parts in parts_of_one_whole(load_measures() if of is None else of):
        years = hidden.filter(pl.col("measure").is_in(parts)).select("year").unique()
        hidden = pl.concat([hidden, years.join(pl.DataFrame({"measure": parts}), how="cross").select(which)])
    shown = protect(earlier, hide_up_to)
    hide = pl.struct(which).is_in(hidden.select(pl.struct(which)).to_series().implode())
    return shown.with_columns(
        *(pl.when(~hide).then(pl.col(name)).alias(name) for name in HIDDEN),
        pl.when(hide & (pl.col("note") != "not supplied")).then(pl.lit("suppressed")).otherwise("note").alias("note"),
    )


def _unless(count: pl.Expr, names: list[str]) -> pl.Expr:
    return pl.when(~pl.col("measure").is_in(names)).then(count)
