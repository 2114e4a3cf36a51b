"""From measures to the table of results: one shape, one generic query, every category that should be there."""

from collections import defaultdict
from collections.abc import Callable, Mapping

import polars as pl

from kit.breakdowns import ALL, BREAKDOWNS, Breakdown
from kit.intervals import median_time, wilson, wilson_of_sample
from kit.measures import Measure
from kit.queries import Counts, columns_of_cases, counts_of, query_of
from kit.warehouse import Warehouse

SCHEMA: dict[str, pl.DataType] = {
    "measure": pl.String(),
    "year": pl.Int64(),
    "breakdown": pl.String(),
    "category": pl.String(),
    "numerator": pl.Int64(),
    "denominator": pl.Int64(),
    "value": pl.Float64(),
    "lower": pl.Float64(),
    "upper": pl.Float64(),
    "unit": pl.String(),
    "note": pl.String(),
}
ORDER = ["measure", "year", "breakdown", "category"]

Supplied = Callable[[int, str], bool]


def compute_results(warehouse: Warehouse, measures: Mapping[str, Measure], supplied: Supplied) -> pl.DataFrame:
    """Return every measure for every loaded year and breakdown, in the contract's shape and order.

    `supplied(year, need)` says whether an extract, or a column of one ("send.disability"), is there in a year.
    """
    # A query takes its time also where there is nothing to count.
    known = [m for m in measures.values() if _known(warehouse, m, supplied)]
    found = warehouse.query_all({m.name: query_of(m) for m in known})
    counts = {m.name: counts_of(m, found.get(m.name)) for m in measures.values() if m.kind not in ("median", "fact")}
    rows: list[dict] = []
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
    return pl.DataFrame(rows, schema=SCHEMA, orient="row").sort(ORDER)


def _rows(
    warehouse: Warehouse,
    measure: Measure,
    breakdown: Breakdown | None,
    counts: Counts,
    per: Counts | None,
    supplied: Supplied,
) -> list[dict]:
    name = breakdown.name if breakdown else ALL
    lacking = _lacking(warehouse, measure, breakdown, supplied)
    found = {category for (year, by, category) in counts if by == name and not lacking.get(year)}
    rows = []
    for period in warehouse.years:
        year, note = period.year, lacking[period.year]
        fixed = breakdown.categories_in(period) if breakdown else (ALL,)
        open_ones = found - set(fixed) if name != "month" else set()
        for category in (*fixed, *sorted(open_ones)):
            row = {
                "measure": measure.name,
                "year": year,
                "breakdown": name,
                "category": category,
                "unit": measure.unit,
            }
            if note or ((year, name, category) not in counts and _lacked(measure, name, category, year)):
                rows.append({**row, "note": note or "not supplied"})
                continue
            numerator, denominator, children = counts.get((year, name, category), (0, 0, 0))
            whole = per.get((year, ALL, ALL), (0, 0, 0))[0] if per is not None else 0
            sample = (children, whole) if measure.drawn_from else None
            rows.append({**row, **_figures(measure, numerator, whole if measure.per else denominator, sample)})
    return rows


def _figures(measure: Measure, numerator: int, denominator: int, sample: tuple[int, int] | None = None) -> dict:
    """Return a row's numbers; `sample` holds the children sampled and those they were drawn from."""
    if measure.kind == "count":
        return {"numerator": numerator, "value": float(numerator), "note": ""}
    figures: dict = {"numerator": numerator, "denominator": denominator}
    if denominator == 0:
        return {**figures, "note": "no cases"}
    figures |= {"value": _times(measure) * numerator / denominator, "note": ""}
    interval = wilson(numerator, denominator) if measure.kind == "share" else None
    if sample:
        interval = wilson_of_sample(numerator, denominator, *sample)
    return {**figures, "lower": interval[0], "upper": interval[1]} if interval else figures


def _times(measure: Measure) -> float:
    """Return by what numerator over denominator is multiplied: 100, but for a ratio what its header makes of it."""
    if measure.kind != "ratio":
        return 100
    hundredths = ("denominator" in measure.hundredths) - ("numerator" in measure.hundredths)
    return float(100 ** (hundredths + measure.percent))


def _fact_rows(warehouse: Warehouse, measure: Measure, found: pl.DataFrame | None, supplied: Supplied) -> list[dict]:
    """A row a year with the number of facts, and one for each fact that any loaded year holds, with its own numbers.

    Numerator and denominator are given where they are whole, as the table holds no others; the value is exact.
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
        row = {"measure": measure.name, "year": year, "unit": measure.unit, "note": "" if there else "not supplied"}
        whole = {"numerator": number, "value": float(number)} if there else {}
        rows.append({**row, "breakdown": ALL, "category": ALL, **whole})
        rows += [{**row, "breakdown": by, "category": name, **_fact(facts.get((year, name)))} for name in names]
    return rows


def _fact(numbers: tuple[float | None, float | None] | None) -> dict:
    if numbers is None:
        return {"note": "not supplied"}
    numerator, denominator = numbers
    whole = {"numerator": _whole(numerator), "denominator": _whole(denominator)}
    if numerator is None:
        return {**whole, "note": "not known"}
    if denominator is None:
        return {**whole, "value": numerator, "note": ""}
    if denominator == 0:
        return {**whole, "unit": "%", "note": "no cases"}
    return {**whole, "unit": "%", "value": 100 * numerator / denominator, "note": ""}


def _whole(number: float | None) -> int | None:
    return int(number) if number is not None and number.is_integer() else None


def _median_rows(
    warehouse: Warehouse, measure: Measure, cases: pl.DataFrame, by: Breakdown | None, supplied: Supplied
) -> list[dict]:
    """One row a year and category: the Kaplan–Meier median, of how many cases (denominator), how many of them ended."""
    name = by.name if by else ALL
    lacking = _lacking(warehouse, measure, by, supplied)
    columns = ["reporting_year", "value", "censored", *([name] if by else [])]
    groups: dict[tuple[int, str], list[tuple[int, bool]]] = defaultdict(list)
    for year, value, censored, *which in cases.select(columns).iter_rows():
        groups[year, which[0] if by else ALL].append((value, not censored))
    found = {category for (y, category) in groups if not lacking.get(y)}
    rows = []
    for period in warehouse.years:
        year, note = period.year, lacking[period.year]
        fixed = by.categories_in(period) if by else (ALL,)
        for category in (*fixed, *sorted(found - set(fixed))):
            row = {"measure": measure.name, "year": year, "breakdown": name, "category": category, "unit": measure.unit}
            if note or ((year, category) not in groups and _lacked(measure, name, category, year)):
                rows.append({**row, "note": note or "not supplied"})
            else:
                rows.append({**row, **_median(groups.get((year, category)))})
    return rows


def _lacking(warehouse: Warehouse, measure: Measure, by: Breakdown | None, supplied: Supplied) -> dict[int, str]:
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
    return not all(_lacking(warehouse, measure, None, supplied).values())


def _lacked(measure: Measure, by: str, category: str, year: int) -> bool:
    return any(change.lacked(by, category, year) for change in measure.source_changes)


def _median(cases: list[tuple[int, bool]] | None) -> dict:
    """Return a row's numbers from its cases: how long each took, and whether it has ended."""
    if cases is None:
        return {"numerator": 0, "denominator": 0, "note": "no cases"}
    ended = [over for _, over in cases]
    median = median_time([value for value, _ in cases], ended)
    counts = {"numerator": sum(ended), "denominator": len(cases)}
    return {
        **counts,
        "value": median if median is None else float(median),
        "note": "not known" if median is None else "",
    }
