"""What readers know already: how figures that were published bind those that are shown now.

A number that was shown stays shown, and one that was hidden stays hidden. A past figure that has moved by a few cases
since would tell of those few: it is shown as it was published, with all that adds up to it, until it has moved by more.
A part of a year and its whole differ by the rest of the year, which is protected like a number of its own.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

import polars as pl

from kit.figures.table import ORDER
from kit.measures.measure import Measure
from kit.measures.sums import sums_of
from kit.protection.publications import Publication

# The parts of a year of which a report may be published, by month and day of their last day.
HALF_YEAR = (9, 30)
# What is printed for words that are hidden with their numbers: they could be about a child, or name one.
NOT_NAMED = "Not named"
COUNTS = ("numerator", "denominator")
Number = tuple[str, int, str, str, str]
BOUND = ("stays_shown", "stays_hidden", "moved")
# Years of appended figures are below 0: the year times this, and the day in it.
OF_DAY, WHOLE = 1000, 999


def why_not_publishable(as_at: date | None) -> str:
    """Return why the report of a part of a year may not be published, or "" if it may."""
    if as_at is None or (as_at.month, as_at.day) == HALF_YEAR:
        return ""
    return (
        f"The part of a year up to {as_at} cannot be published: two reports whose last days are near each other differ "
        "by few children, and tell of them. Publish the half year (AS_AT up to 30 September) or the whole year."
    )


def bind(
    results: pl.DataFrame,
    measures: Mapping[str, Measure],
    published: Sequence[Publication],
    part: tuple[int, int] | None,
    hide_up_to: int,
) -> pl.DataFrame:
    """Return the figures (unprotected) for `protect` as they may be shown beside what was `published`, oldest first.

    `part` is the month and day up to which every year is counted, None for whole years. Columns of `BOUND` say of each
    row whether readers have its numbers (`stays_shown`), or must not have them as they did not (`stays_hidden`), or as
    they have `moved` by a few cases. Figures of other days of the years are appended, with a year below 0
    (`between_days`): `protect` leaves them out again.
    """
    results = results.sort(ORDER)
    others = [one for one in published if one.part != part]
    same = [one for one in published if one.part == part]
    if same and not results.is_empty():
        then = _newest(same)
        results = _as_published(results, then, measures, hide_up_to)
        beside = results.join(then, on=ORDER, how="left", maintain_order="left", suffix="_then")
        equal = pl.all_horizontal(pl.col(name).eq_missing(pl.col(f"{name}_then")) for name in COUNTS)
        shown, was = pl.col("shown_then"), pl.col("shown_then").is_not_null()
        results = beside.with_columns(
            stays_shown=(was & shown & equal).fill_null(False),
            stays_hidden=(was & ~shown).fill_null(False),
            moved=(was & shown & _moved_by_few(hide_up_to)).fill_null(False),
        ).select(*results.columns, *BOUND)
    else:
        results = results.with_columns(**dict.fromkeys(BOUND, pl.lit(False)))
    tables = [results]
    for day in dict.fromkeys(one.part for one in others):
        then = _newest([one for one in others if one.part == day])
        tables.append(
            then.with_columns(
                year=-(pl.col("year") * OF_DAY + day_number(day)),
                stays_shown=pl.col("shown_then"),
                stays_hidden=~pl.col("shown_then"),
                moved=pl.lit(False),
            ).select(results.columns)
        )
    return pl.concat(tables)


def between_days(
    values: Mapping[Number, int | None], measures: Mapping[str, Measure], day: int
) -> Iterator[tuple[Number, Number]]:
    """Yield the numbers that are the same figure up to two days of its year, the earlier one first.

    What came between them is their difference, if the measure's cases have days. `day` says how far into their years
    the figures of the report go; a year below 0 is one that `bind` appended. A number that is less at the later day
    was corrected since.
    """
    for key in [key for key in values if key[1] < 0 and key[0] in measures and dated(measures[key[0]])]:
        year, other = divmod(-key[1], OF_DAY)
        here = (key[0], year, *key[2:])
        earlier, later = (key, here) if other < day else (here, key)
        before, after = values.get(earlier), values.get(later)
        if before is not None and after is not None and after >= before:
            yield earlier, later


def day_number(part: tuple[int, int] | None) -> int:
    """Return how far into a year its part up to a month and day goes, as `other_day` gives it."""
    return WHOLE if part is None else (part[0] - 4) % 12 * 40 + part[1]


def _newest(published: Iterable[Publication]) -> pl.DataFrame:
    """Return each figure as it was last published: its counts (those of hidden ones from the ledger), if shown."""
    tables = []
    for order, one in enumerate(published):
        shown = one.shown.select(*ORDER, shown_then=pl.col("note") != "suppressed")
        together = shown.filter(pl.col("category") == NOT_NAMED).drop("category")
        counted = one.shown if one.counted is None else one.counted
        tables.append(
            counted.join(shown, on=ORDER, how="left")
            # What is not in what was shown is one there with others that are not named.
            .join(together, on=ORDER[:3], how="left", suffix="_together")
            .with_columns(pl.coalesce("shown_then", "shown_then_together", pl.lit(False)).alias("shown_then"))
            .drop("shown_then_together")
            .with_columns(published=pl.lit(order), counted_then=pl.lit(one.counted is not None))
        )
    together = pl.concat(tables).sort("published", descending=True, maintain_order=True)
    return together.unique(ORDER, keep="first", maintain_order=True).drop("published")


def _moved_by_few(hide_up_to: int) -> pl.Expr:
    now, before = {}, {}
    for name in COUNTS:
        now[name], before[name] = pl.col(name), pl.col(f"{name}_then")
    now["rest"], before["rest"] = now["denominator"] - now["numerator"], before["denominator"] - before["numerator"]
    return pl.any_horizontal(
        (now[name] - before[name]).abs().is_between(1, hide_up_to).fill_null(False) for name in now
    )


def _as_published(
    results: pl.DataFrame, then: pl.DataFrame, measures: Mapping[str, Measure], hide_up_to: int
) -> pl.DataFrame:
    """Return the results with the tables as published that have moved by no more than `hide_up_to` cases anywhere.

    Tables that add up with each other stay or go together. Only those of which every figure is known as it was counted
    then can be put back.
    """
    groups = _groups(measures)
    beside = results.join(then, on=ORDER, how="full", coalesce=True, suffix="_then")
    far = pl.max_horizontal(
        *((pl.col(name) - pl.col(f"{name}_then")).abs() for name in COUNTS),
        ((pl.col("denominator") - pl.col("numerator")) - (pl.col("denominator_then") - pl.col("numerator_then"))).abs(),
    ).fill_null(0)
    # A row that is new, or gone, has moved by all of its cases.
    there = pl.col("shown_then").is_not_null()
    alone = pl.max_horizontal("numerator", "denominator", "numerator_then", "denominator_then").fill_null(0)
    now = pl.col("unit").is_not_null()
    far = pl.when(there & now).then(far).otherwise(alone)
    group = pl.col("measure").replace_strict(groups, default=None, return_dtype=pl.Int64)
    moves = (
        beside.with_columns(far=far, group=group)
        .group_by("group", "year")
        .agg(pl.col("far").max(), whole=pl.col("counted_then").fill_null(False).any(), had=there.any())
        .filter(pl.col("had") & pl.col("whole") & pl.col("far").is_between(1, hide_up_to))
    )
    if moves.is_empty():
        return results
    back = results.with_columns(group=group).join(moves, on=["group", "year"], how="anti").drop("group")
    old = then.filter(pl.col("counted_then")).with_columns(group=group).join(moves, on=["group", "year"], how="semi")
    return pl.concat([back, old.select(back.columns)]).sort(ORDER)


def _groups(measures: Mapping[str, Measure]) -> dict[str, int]:
    """Return for each measure the number of its group: measures that declared sums join within a year."""
    leads = {name: name for name in measures}

    def lead(name: str) -> str:
        while leads[name] != name:
            name = leads[name]
        return name

    joined = [[term.measure for term in found.terms] for found in sums_of(measures) if not found.at_most]
    joined += [[measure.name, measure.part_of] for measure in measures.values() if measure.part_of in measures]
    for first, *others in joined:
        for other in others:
            if first in leads and other in leads:
                leads[lead(other)] = lead(first)
    numbers: dict[str, int] = defaultdict(lambda: len(numbers))
    return {name: numbers[lead(name)] for name in measures}


def dated(measure: Measure) -> bool:
    """Return whether a measure's cases have days, so that a part of a year and the rest of it make the year."""
    return any(by in ("month", "quarter") for by in measure.breakdowns)
