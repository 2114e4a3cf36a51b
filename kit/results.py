"""From measures to the table of results: one shape, one generic query, every category that should be there."""

from collections.abc import Callable, Mapping

import polars as pl

from kit.breakdowns import ALL, BREAKDOWNS, Breakdown
from kit.intervals import median_time, wilson
from kit.measures import Measure
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
Counts = dict[tuple[int, str, str], tuple[int, int]]


def compute_results(warehouse: Warehouse, measures: Mapping[str, Measure], supplied: Supplied) -> pl.DataFrame:
    """Return every measure for every loaded year and breakdown, in the contract's shape and order.

    `supplied(year, need)` says whether an extract, or a column of one ("send.disability"), is there in a year.
    """
    counts = {m.name: _counts(warehouse, m) for m in measures.values() if m.kind != "median"}
    rows: list[dict] = []
    for measure in measures.values():
        if not measure.shown:
            continue
        if measure.kind == "median":
            columns = ", ".join(["reporting_year", "value", "censored", *measure.breakdowns])
            cases = warehouse.query(f"SELECT {columns} FROM ({measure.sql})")
            for breakdown in (None, *(BREAKDOWNS[name] for name in measure.breakdowns)):
                rows += _median_rows(warehouse, measure, cases, breakdown, supplied)
            continue
        per = counts[measure.per] if measure.per else None
        for breakdown in (None, *(BREAKDOWNS[name] for name in measure.breakdowns)):
            rows += _rows(warehouse, measure, breakdown, counts[measure.name], per, supplied)
    return pl.DataFrame(rows, schema=SCHEMA, orient="row").sort(ORDER)


def _counts(warehouse: Warehouse, measure: Measure) -> Counts:
    """Return (numerator, denominator) by year, breakdown and category; a count's rows are its numerator."""
    single = [b for b in measure.breakdowns if not BREAKDOWNS[b].several]
    several = [b for b in measure.breakdowns if BREAKDOWNS[b].several]
    numerator = "count_if(numerator)" if measure.kind == "share" else "count(*)"
    sets = ["(reporting_year)", *(f"(reporting_year, {b})" for b in single)]
    which = "".join(f"WHEN grouping({b}) = 0 THEN '{b}' " for b in single)
    what = "".join(f"WHEN grouping({b}) = 0 THEN {b} " for b in single)
    parts = [
        f"""
        SELECT
            reporting_year,
            {f"CASE {which}ELSE '{ALL}' END" if single else f"'{ALL}'"} AS breakdown,
            {f"CASE {what}ELSE '{ALL}' END" if single else f"'{ALL}'"} AS category,
            {numerator} AS numerator,
            count(*) AS denominator
        FROM counted
        GROUP BY GROUPING SETS ({", ".join(sets)})
        """
    ]
    parts += [
        f"""
        SELECT reporting_year, '{b}', category, {numerator}, count(*)
        FROM (SELECT * EXCLUDE ({b}), unnest({b}) AS category FROM counted)
        GROUP BY reporting_year, category
        """
        for b in several
    ]
    table = warehouse.query(f"WITH counted AS MATERIALIZED ({measure.sql}) {' UNION ALL '.join(parts)}")
    return {(year, by, category): (int(n), int(d)) for year, by, category, n, d in table.iter_rows()}


def _rows(
    warehouse: Warehouse,
    measure: Measure,
    breakdown: Breakdown | None,
    counts: Counts,
    per: Counts | None,
    supplied: Supplied,
) -> list[dict]:
    name = breakdown.name if breakdown else ALL
    needs = [*measure.needs, *([breakdown.needs] if breakdown and breakdown.needs else [])]
    known = {y.year: all(supplied(y.year, need) for need in needs) for y in warehouse.years}
    found = {category for (year, by, category) in counts if by == name and known.get(year)}
    rows = []
    for period in warehouse.years:
        year, there = period.year, known[period.year]
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
            if not there:
                rows.append({**row, "note": "not supplied"})
                continue
            numerator, denominator = counts.get((year, name, category), (0, 0))
            if per is not None:
                denominator = per.get((year, ALL, ALL), (0, 0))[0]
            rows.append({**row, **_figures(measure.kind, numerator, denominator)})
    return rows


def _figures(kind: str, numerator: int, denominator: int) -> dict:
    if kind == "count":
        return {"numerator": numerator, "value": float(numerator), "note": ""}
    figures: dict = {"numerator": numerator, "denominator": denominator}
    if denominator == 0:
        return {**figures, "note": "no cases"}
    figures |= {"value": 100 * numerator / denominator, "note": ""}
    interval = wilson(numerator, denominator) if kind == "share" else None
    return {**figures, "lower": interval[0], "upper": interval[1]} if interval else figures


def _median_rows(
    warehouse: Warehouse, measure: Measure, cases: pl.DataFrame, by: Breakdown | None, supplied: Supplied
) -> list[dict]:
    """One row a year and category: the Kaplan–Meier median, of how many cases (denominator), how many of them ended."""
    name = by.name if by else ALL
    needs = [*measure.needs, *([by.needs] if by and by.needs else [])]
    known = {y.year: all(supplied(y.year, need) for need in needs) for y in warehouse.years}
    cases = cases.select("reporting_year", "value", "censored", category=pl.col(name) if by else pl.lit(ALL))
    groups = {(y, category): rows for (y, category), rows in cases.group_by("reporting_year", "category")}
    found = {category for (y, category) in groups if known.get(y)}
    rows = []
    for period in warehouse.years:
        year, there = period.year, known[period.year]
        fixed = by.categories_in(period) if by else (ALL,)
        for category in (*fixed, *sorted(found - set(fixed))):
            row = {"measure": measure.name, "year": year, "breakdown": name, "category": category, "unit": measure.unit}
            rows.append({**row, **(_median(groups.get((year, category))) if there else {"note": "not supplied"})})
    return rows


def _median(cases: pl.DataFrame | None) -> dict:
    if cases is None:
        return {"numerator": 0, "denominator": 0, "note": "no cases"}
    ended = [not censored for censored in cases["censored"]]
    median = median_time(cases["value"].to_list(), ended)
    counts = {"numerator": sum(ended), "denominator": cases.height}
    return {
        **counts,
        "value": median if median is None else float(median),
        "note": "not known" if median is None else "",
    }
