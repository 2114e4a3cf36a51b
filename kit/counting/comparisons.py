"""What is called a change: each figure beside the year before, two years before and the target, tested together."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

import polars as pl

from kit.counting.queries import Counts
from kit.figures.chance import (
    Cases,
    CountDifference,
    Difference,
    FromTarget,
    RateDifference,
    Spread,
    Test,
    beyond_chance,
    difference_interval,
    leaves_out,
    share_interval,
    spread_between,
    spread_between_counts,
    spread_of,
)
from kit.figures.comparison import BACK, BETTER, NEITHER, NO_CLEAR_CHANGE, NOT_TESTED, TARGET, TOO_FEW_OFFICERS, WORSE
from kit.figures.comparison_table import IN_ORDER, RANGES, SCHEMA
from kit.measures.breakdowns import ALL, DATED
from kit.measures.law_in_words import breaks_of
from kit.measures.measure import Measure
from kit.settings.settings import Settings
from kit.years import ReportingYear

# Half of an interval that is wider than this, in percentage points, says little if the officers make it so.
WIDE = 10.0
NONE = Cases(0, 0)
OfYear = tuple[int, str, str]


class ValueAndCases(NamedTuple):
    """What the table of results holds of a year and category, the cases that it is made of, and of how many children
    they are: of whom a sample was drawn, or for whom a rate is given."""

    value: float
    cell: Cases | None
    whole: int


def compare(
    results: pl.DataFrame,
    counts: Mapping[str, Counts],
    measures: Mapping[str, Measure],
    settings: Settings,
    years: Sequence[ReportingYear],
) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Return the tables of comparisons and of ranges (`kit.figures.comparison`), nothing in them hidden.

    A figure is compared with the two years before, as far as they are loaded and have a value, and a whole one with its
    target. Months have no month of the same name in another year.
    """
    values: dict[str, dict[OfYear, float]] = {}
    compared = results.filter(pl.col("value").is_not_null())
    for name, year, by, category, value in compared.select("measure", "year", "breakdown", "category", "value").rows():
        values.setdefault(name, {})[year, by, category] = value
    rows: list[tuple[Any, ...]] = []
    ranges: list[tuple[Any, ...]] = []
    for name, found in values.items():
        measure = measures[name]
        unlike = breaks_of(measure, settings.timescales, years)
        whole = measure.drawn_from or measure.per
        wholes = counts[whole] if whole else {}
        figures = {key: _figure(measure, key, value, counts.get(name, {}), wholes) for key, value in found.items()}
        for key, figure in figures.items():
            if figure.cell and measure.kind == "share":
                ranges.append((name, *key, *_range(figure, key, figures)))
            if key[1] not in DATED:
                rows += (
                    (name, *key, *numbers, measure.depends_on, *verdict)
                    for numbers, verdict in _compared(measure, key, figures, unlike, settings)
                )
    comparisons = pl.DataFrame(rows, schema=SCHEMA, orient="row").sort(IN_ORDER)
    return comparisons, pl.DataFrame(ranges, schema=RANGES, orient="row").sort(list(RANGES)[:4])


def _figure(measure: Measure, key: OfYear, value: float, counts: Counts, wholes: Counts) -> ValueAndCases:
    cell = counts.get(key) if measure.kind == "share" else counts.get(key, NONE) if measure.clustered else None
    whole = wholes.get((key[0], ALL, ALL))
    return ValueAndCases(value, cell, whole.numerator if whole else 0)


def _spread_between(now: Cases, then: Cases, back: int) -> Spread | None:
    # If no two cases of a year go together, they are as in any other sample.
    if now.one_each and then.one_each:
        return Spread(now.plain + then.plain)
    return spread_between(now, then, back)


def _range(figure: ValueAndCases, key: OfYear, figures: Mapping[OfYear, ValueAndCases]) -> tuple[float, float, float]:
    """Return how far chance could have moved a share: as far as the difference from the year before, if there is one.

    If too little is known of the clusters, Wilson's. Then comes the factor: how many cases count as one.
    """
    cell = figure.cell
    assert cell is not None
    if figure.whole:
        return range_of_sample(cell, figure.whole)
    before = figures.get((key[0] - 1, *key[1:]))
    own = Spread(cell.plain) if cell.one_each else spread_of(cell)
    pair = _spread_between(cell, before.cell, 1) if before and before.cell and key[1] not in DATED else None
    factors = [spread.factor() for spread in (pair, own) if spread]
    # Groups of a year are compared with each other: what lasts of an officer is then part of chance too.
    most = max(factors, default=1.0)
    return *share_interval(cell, factors[0] if key[1] == ALL and factors else most), most


def range_of_sample(cell: Cases, population: int) -> tuple[float, float, float]:
    """Return the range of a share of answers about a sample of children, all of whom the population holds."""
    children = cell.clusters
    if children >= population:
        return 100 * cell.share, 100 * cell.share, 1.0
    spread = Spread(cell.plain) if cell.one_each else spread_of(cell)
    # Of answers that are all alike it cannot be seen how they go together, so that the children are the cases.
    factor = cell.denominator / children if spread is None or cell.plain == 0 else spread.factor()
    return *share_interval(cell, factor * (population - children) / (population - 1)), factor


def _compared(
    measure: Measure,
    key: OfYear,
    figures: Mapping[OfYear, ValueAndCases],
    unlike: Mapping[int, str],
    settings: Settings,
) -> Iterator[tuple[tuple[Any, ...], tuple[str, str]]]:
    """Yield (compared_with, other, difference, lower, upper, unit) and (verdict, note) of each comparison."""
    now = figures[key]
    tests: dict[str, Test] = {}
    numbers: dict[str, tuple[float, float]] = {}
    notes: dict[str, str] = {}
    for name, back in BACK.items():
        before = figures.get((key[0] - back, *key[1:]))
        if before is None:
            continue
        numbers[name] = (before.value, now.value - before.value)
        if notes_of := _unlike(measure, key, back, unlike):
            notes[name] = notes_of
        if now.cell and before.cell and (now.cell.numerator or before.cell.numerator or measure.kind == "share"):
            test = _test(measure, now.cell, before.cell, back, (now.whole / 100, before.whole / 100))
            if test is None:
                notes.setdefault(name, _too_few(measure))
            else:
                tests[name] = test
    target = settings.targets.get(measure.name)
    if target and key[1] == ALL:
        numbers[TARGET] = (target.value, now.value - target.value)
        if now.cell and measure.kind == "share":
            spread = tests["year before"].spread if "year before" in tests else spread_of(now.cell)
            if spread is None:
                notes[TARGET] = _too_few(measure)
            else:
                tests[TARGET] = FromTarget(now.cell, target.value, spread)
    intervals = {name: test.interval() for name, test in tests.items()}
    judged = {name: test for name, test in tests.items() if name not in notes}
    # A stricter level leaves out nothing that 5% does not.
    called = beyond_chance(judged) if any(leaves_out(intervals[name]) for name in judged) else set()
    better = (target and target.better) or measure.better
    unit = "percentage points" if measure.percent else measure.unit
    for name, (other, difference) in numbers.items():
        test, note = tests.get(name), notes.get(name, "")
        low, high = intervals.get(name, (None, None))
        if name in called:
            verdict = NEITHER if better == "none" else BETTER if (difference > 0) == (better == "higher") else WORSE
        elif note == TOO_FEW_OFFICERS:
            verdict, note = TOO_FEW_OFFICERS, ""
        elif note or test is None:
            verdict, note = NOT_TESTED, note or f"a {measure.kind}"
        else:
            too_few = measure.depends_on == "officer" and _one_could_do_this(test, intervals[name])
            verdict = TOO_FEW_OFFICERS if too_few else NO_CLEAR_CHANGE
        yield (name, other, difference, low, high, unit), (verdict, note)


def _test(measure: Measure, now: Cases, then: Cases, back: int, per: tuple[float, float]) -> Test | None:
    """Return the test of a difference of two years; None if its clusters are too few, or too little known, to tell."""
    if measure.kind == "count":
        spread = spread_between_counts(now, then, back)
        return CountDifference(now, then, spread) if spread else None
    if measure.kind == "rate":
        spread = spread_between_counts(now, then, back, per)
        return RateDifference(now, then, per, spread) if spread else None
    spread = _spread_between(now, then, back)
    return Difference(now, then, spread) if spread else None


def _one_could_do_this(test: Test, interval: tuple[float, float]) -> bool:
    """Whether it is the officers that make it impossible to say: chance among cases alone would leave it a change."""
    plain = _plain(test)
    shares = not isinstance(test, CountDifference | RateDifference)
    wide = shares and (interval[1] - interval[0]) / 2 > WIDE >= (plain[1] - plain[0]) / 2
    return wide or (leaves_out(plain) and not leaves_out(interval))


def _plain(test: Test) -> tuple[float, float]:
    if isinstance(test, CountDifference | RateDifference):
        return test.with_factor(1.0)
    if isinstance(test, Difference):
        return difference_interval(test.now, test.then)
    low, high = share_interval(test.now, 1.0)
    return low - test.target, high - test.target


def _too_few(measure: Measure) -> str:
    return TOO_FEW_OFFICERS if measure.depends_on == "officer" else "too few children"


def _unlike(measure: Measure, key: OfYear, back: int, unlike: Mapping[int, str]) -> str:
    """Return why two years must not be compared, in a word or two."""
    if not unlike and not measure.source_changes:
        return ""
    year, by, category = key
    if any(year - back < c.year <= year and c.moves(by, category) for c in measure.source_changes):
        return "source changed"
    return "years not alike" if any(year - back <= y <= year for y in unlike) else ""
