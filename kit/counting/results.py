"""From measures to the table of results: one shape, one generic query, every category that should be there."""

from collections import defaultdict
from collections.abc import Callable, Mapping

import polars as pl

from kit.counting.queries import LEAVING_OUT, Counts, columns_of_cases, counts_of, faults_of, query_of
from kit.errors import KitError
from kit.figures.chance import Cases
from kit.figures.intervals import median_time, wilson, wilson_of_sample
from kit.figures.table import ORDER, SCHEMA
from kit.measures.breakdowns import ALL, BREAKDOWNS, DATED, Breakdown
from kit.measures.measure import Measure
from kit.warehouse.sums import Summed
from kit.warehouse.warehouse import Warehouse

Supplied = Callable[[int, str], bool]
# What `SCHEMA` names, in its order: a row of results, and of it numerator, denominator, value, lower, upper and note.
Row = tuple[str, int, str, str, int | None, int | None, float | None, float | None, float | None, str, str]
NOTHING = Cases(0, 0)
Numbers = tuple[int | None, int | None, float | None, float | None, float | None, str]


def compute_results(warehouse: Warehouse, measures: Mapping[str, Measure], supplied: Supplied) -> pl.DataFrame:
    """Return every measure for every loaded year and breakdown, in the contract's shape and order, as `count` does."""
    return count(warehouse, measures, supplied)[0]


def count(
    warehouse: Warehouse, measures: Mapping[str, Measure], supplied: Supplied
) -> tuple[pl.DataFrame, dict[str, Counts]]:
    """Return every measure for every loaded year and breakdown, in the contract's shape and order, and by measure the
    cases that it was counted from.

    `supplied(year, need)` says whether an extract, or a column of one ("send.disability"), is there in a year.
    KitError names each measure whose SQL cannot be worked out, or gives rows that cannot be counted.
    """
    # A query takes its time even if there is nothing to count.
    known = [m for m in measures.values() if _known(warehouse, m, supplied)]
    queries = {m.name: query_of(m) for m in known}
    together = {m.name for m in known if m.clustered}
    found = warehouse.query_all(
        {name: sql for name, sql in queries.items() if name not in together},
        Summed({name: sql for name, sql in queries.items() if name in together}, LEAVING_OUT),
    )
    years = {y.year for y in warehouse.years}
    if faults := [fault for m in known for fault in faults_of(m, found[m.name], years)]:
        raise KitError(faults)
    counts = {m.name: counts_of(m, found.get(m.name)) for m in measures.values() if m.kind not in ("median", "fact")}
    rows: list[Row] = []
    for measure in measures.values():
        if not measure.shown:
            continue
        if measure.kind == "median":
            cases = found.get(measure.name, pl.DataFrame(schema=columns_of_cases(measure)))
            for breakdown in (None, *(BREAKDOWNS[name] for name in measure.breakdowns)):
                rows += _median_rows(warehouse, measure, cases, breakdown, supplied)
            continue
        if measure.kind == "fact":
            rows += _fact_rows(warehouse, measure, found.get(measure.name), supplied)
            continue
        whole = measure.per or measure.drawn_from
        per = counts[whole] if whole else None
        for breakdown in (None, *(BREAKDOWNS[name] for name in measure.breakdowns)):
            rows += _rows(warehouse, measure, breakdown, counts[measure.name], per, supplied)
    columns = zip(*rows, strict=True) if rows else ((),) * len(SCHEMA)
    return pl.DataFrame(dict(zip(SCHEMA, columns, strict=True)), schema=SCHEMA).sort(ORDER), counts


def _rows(
    warehouse: Warehouse,
    measure: Measure,
    breakdown: Breakdown | None,
    counts: Counts,
    per: Counts | None,
    supplied: Supplied,
) -> list[Row]:
    name = breakdown.name if breakdown else ALL
    notes = why_not_given(warehouse, measure, breakdown, supplied)
    found = {category for (year, by, category) in counts if by == name and not notes.get(year)}
    rows = []
    for period in warehouse.years:
        year, note = period.year, notes[period.year]
        fixed = breakdown.categories_in(period) if breakdown else (ALL,)
        open_ones = found - set(fixed) if name not in DATED else set()
        whole = per.get((year, ALL, ALL), NOTHING).numerator if per is not None else 0
        for category in (*fixed, *sorted(open_ones)):
            counted = counts.get((year, name, category))
            if note or (counted is None and is_before_source(measure, name, category, year)):
                numbers = _without_numbers(note or "not supplied")
            else:
                cell = counted or NOTHING
                sample = (cell.clusters, whole) if measure.drawn_from else None
                numbers = numbers_of(measure, cell.numerator, whole if measure.per else cell.denominator, sample)
            rows.append(_row(measure, year, name, category, numbers))
    return rows


def _row(measure: Measure, year: int, by: str, category: str, numbers: Numbers, unit: str = "") -> Row:
    *figures, note = numbers
    return (measure.name, year, by, category, *figures, unit or measure.unit, note)  # type: ignore[return-value]


def _without_numbers(note: str) -> Numbers:
    return None, None, None, None, None, note


def numbers_of(measure: Measure, numerator: int, denominator: int, sample: tuple[int, int] | None = None) -> Numbers:
    """Return a row's numbers; `sample` holds the children sampled and those they were drawn from."""
    if measure.kind == "count":
        return numerator, None, float(numerator), None, None, ""
    if denominator == 0:
        return numerator, denominator, None, None, None, "no cases"
    value = _times(measure) * numerator / denominator
    interval = wilson(numerator, denominator) if measure.kind == "share" else None
    if sample:
        interval = wilson_of_sample(numerator, denominator, *sample)
    return numerator, denominator, value, *(interval or (None, None)), ""


def _times(measure: Measure) -> float:
    """Return by what numerator over denominator is multiplied: 100, but for a ratio what its header makes of it."""
    if measure.kind != "ratio":
        return 100
    hundredths = ("denominator" in measure.hundredths) - ("numerator" in measure.hundredths)
    return float(100 ** (hundredths + measure.percent))


def _fact_rows(warehouse: Warehouse, measure: Measure, found: pl.DataFrame | None, supplied: Supplied) -> list[Row]:
    """A row a year with the number of facts, and one for each fact that any loaded year holds, with its own numbers.

    Numerator and denominator are given if they are whole, as the table holds no others; the value is exact.
    """
    (by,) = measure.breakdowns
    known = {y.year: all(supplied(y.year, need) for need in measure.needs) for y in warehouse.years}
    facts = {
        (year, fact): (numerator, denominator)
        for year, fact, numerator, denominator in (() if found is None else found.iter_rows())
        if known.get(year)
    }
    names = sorted({fact for _, fact in facts})
    rows = []
    for year, there in known.items():
        number = sum(y == year for y, _ in facts)
        whole = (number, None, float(number), None, None, "") if there else _without_numbers("not supplied")
        rows.append(_row(measure, year, ALL, ALL, whole))
        rows += [_row(measure, year, by, name, *fact_of(facts.get((year, name)))) for name in names]
    return rows


def fact_of(numbers: tuple[float | None, float | None] | None) -> tuple[Numbers, str]:
    """Return a fact's numbers, and their unit if it is not the measure's."""
    if numbers is None:
        return _without_numbers("not supplied"), ""
    numerator, denominator = numbers
    whole = _whole(numerator), _whole(denominator)
    if numerator is None:
        return (*whole, None, None, None, "not known"), ""
    if denominator is None:
        return (*whole, numerator, None, None, ""), ""
    if denominator == 0:
        return (*whole, None, None, None, "no cases"), "%"
    return (*whole, 100 * numerator / denominator, None, None, ""), "%"


def _whole(number: float | None) -> int | None:
    return int(number) if number is not None and number.is_integer() else None


def _median_rows(
    warehouse: Warehouse, measure: Measure, cases: pl.DataFrame, by: Breakdown | None, supplied: Supplied
) -> list[Row]:
    """One row a year and category: the Kaplan–Meier median, of how many cases (denominator), how many of them ended."""
    name = by.name if by else ALL
    notes = why_not_given(warehouse, measure, by, supplied)
    columns = ["reporting_year", "value", "censored", *([name] if by else [])]
    groups: dict[tuple[int, str], list[tuple[int, bool]]] = defaultdict(list)
    for year, value, censored, *which in cases.select(columns).iter_rows():
        groups[year, which[0] if by else ALL].append((value, not censored))
    found = {category for (y, category) in groups if not notes.get(y)}
    rows = []
    for period in warehouse.years:
        year, note = period.year, notes[period.year]
        fixed = by.categories_in(period) if by else (ALL,)
        for category in (*fixed, *sorted(found - set(fixed))):
            cases_of = groups.get((year, category))
            if note or (cases_of is None and is_before_source(measure, name, category, year)):
                numbers = _without_numbers(note or "not supplied")
            else:
                numbers = median_of(cases_of)
            rows.append(_row(measure, year, name, category, numbers))
    return rows


def why_not_given(warehouse: Warehouse, measure: Measure, by: Breakdown | None, supplied: Supplied) -> dict[int, str]:
    """Return by loaded year the note of a figure that cannot be given at all, or an empty string."""
    years = [y.year for y in warehouse.years]
    needs = [*measure.needs, *([by.needs] if by and by.needs else [])]
    notes = {}
    for period in warehouse.years:
        year = period.year
        before = range(year - measure.years_before, year)
        if not all(supplied(year, need) for need in needs):
            notes[year] = "not supplied"
            continue
        looks_back = all(y in years and all(supplied(y, need) for need in measure.needs) for y in before)
        notes[year] = "" if looks_back and (period.is_whole or not measure.whole_years) else "not known"
    return notes


def _known(warehouse: Warehouse, measure: Measure, supplied: Supplied) -> bool:
    """Whether the measure can be given in any loaded year."""
    return not all(why_not_given(warehouse, measure, None, supplied).values())


def is_before_source(measure: Measure, by: str, category: str, year: int) -> bool:
    """Return whether the council's sources did not yet know a category in a year."""
    return any(change.is_before(by, category, year) for change in measure.source_changes)


def median_of(cases: list[tuple[int, bool]] | None) -> Numbers:
    """Return a row's numbers from its cases: how long each took, and whether it has ended."""
    if cases is None:
        return 0, 0, None, None, None, "no cases"
    ended = [over for _, over in cases]
    median = median_time([value for value, _ in cases], ended)
    if median is None:
        return sum(ended), len(cases), None, None, None, "not known"
    return sum(ended), len(cases), float(median), None, None, ""
