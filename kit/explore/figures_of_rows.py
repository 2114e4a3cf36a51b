"""Figures of the rows behind a measure: any breakdowns together, any filters, counted as the report counts."""

from collections.abc import Iterator, Sequence
from itertools import product

import polars as pl

from kit.counting.results import Numbers, fact_of, is_before_source, median_of, numbers_of, why_not_given
from kit.errors import KitError
from kit.explore.filters import Where, always, as_text, column_of, filtered, kept_of
from kit.explore.rows_behind import RowsBehind
from kit.extracts.codes import NOT_RECORDED
from kit.measures.breakdowns import ALL, BREAKDOWNS, DATED
from kit.measures.measure import Measure
from kit.years import ReportingYear, parse_year

NUMBERS: dict[str, pl.DataType] = {
    "numerator": pl.Int64(), "denominator": pl.Int64(), "value": pl.Float64(), "lower": pl.Float64(),
    "upper": pl.Float64(), "unit": pl.String(), "note": pl.String(),
}  # fmt: skip
Group = tuple[int | None, int | None, int, list[tuple[int, bool]], tuple[float | None, float | None] | None]
WEIGHTS = ("", "not known", "not supplied")
NOBODY: Group = (0, 0, 0, [], None)


def figures_of_rows(
    behind: RowsBehind, name: str, by: Sequence[str] = (), years: Sequence[int] = (), where: Where | None = None
) -> pl.DataFrame:
    """Return measure, year, a column for each of `by`, numerator, denominator, value, lower, upper, unit and note.

    Categories that a breakdown always has are there with 0; of several breakdowns, every combination of theirs. The
    years are all loaded ones unless named. KitError for what the rows do not have.
    """
    measure = behind.measure(name)
    periods = chosen_years(behind, years)
    rows = filtered(behind, name, where)
    columns = [column_of(rows, name, one) for one in by]
    groups = _groups(measure, rows, columns)
    whole = measure.per or measure.drawn_from
    wholes = _wholes(behind, whole, where) if whole else {}
    notes = [why_not_given(behind.warehouse, measure, BREAKDOWNS.get(one), behind.supplied) for one in (ALL, *columns)]
    # Of a year that is not supplied, what its rows say is no category.
    known = [key for key in groups if not any(each.get(int(str(key[0]))) for each in notes)]
    made = []
    for period in periods:
        # What a breakdown notes says more than that a figure is not known.
        note = max((each[period.year] for each in notes), key=WEIGHTS.index)
        lists = [_categories(one, period, known, number) for number, one in enumerate(columns)]
        for categories in product(*lists):
            group = groups.get((period.year, *categories))
            lack = note or (
                "not supplied" if group is None and _is_not_supplied(measure, columns, categories, period) else ""
            )
            numbers, unit = _numbers(measure, group or NOBODY, wholes.get(period.year, 0), lack)
            made.append((name, period.year, *categories, *numbers[:-1], unit or measure.unit, numbers[-1]))
    schema = {"measure": pl.String(), "year": pl.Int64(), **dict.fromkeys(columns, pl.String()), **NUMBERS}
    return pl.DataFrame(made, schema=schema, orient="row")


def chosen_years(behind: RowsBehind, years: Sequence[int]) -> list[ReportingYear]:
    """Return the loaded years, or those of them that are named; KitError for another."""
    loaded = {period.year: period for period in behind.years}
    wanted = [parse_year(year) for year in years] or list(loaded)
    if others := [str(year) for year in wanted if year not in loaded]:
        raise KitError(
            f"{', '.join(others)} is not loaded. The years here are: {', '.join(map(str, loaded))}.", wrong_use=True
        )
    return [loaded[year] for year in sorted(set(wanted))]


def _groups(measure: Measure, rows: pl.DataFrame, columns: Sequence[str]) -> dict[tuple[object, ...], Group]:
    """Return what is counted, by year and categories; a row of a breakdown of several categories counts under each."""
    for column in columns:
        if isinstance(rows.schema[column], pl.List):
            rows = rows.explode(column)
    rows = rows.with_columns(as_text(rows[column]).alias(column) for column in columns)
    keys = ["reporting_year", *columns]
    if measure.kind == "median":
        found = rows.group_by(keys).agg("value", "censored")
        cases = {tuple(key): list(zip(v, (not c for c in ended), strict=True)) for *key, v, ended in found.iter_rows()}
        return {key: (None, None, 0, each, None) for key, each in cases.items()}
    if measure.kind == "fact":
        facts = rows.select(*keys, "numerator", "denominator").iter_rows()
        return {tuple(key): (1, 1, 0, [], (n, d)) for *key, n, d in facts}
    numerator, denominator = pl.len(), pl.len()
    if measure.kind == "share":
        numerator = pl.col("numerator").fill_null(False).sum()
    elif measure.kind == "ratio":
        numerator, denominator = pl.col("numerator").sum(), pl.col("denominator").sum()
    children = pl.col("child_id").n_unique() if measure.drawn_from else pl.lit(0)
    found = rows.group_by(keys).agg(n=numerator.cast(pl.Int64), d=denominator.cast(pl.Int64), c=children.cast(pl.Int64))
    return {tuple(key): (n, d, c, [], None) for *key, n, d, c in found.iter_rows()}


def _wholes(behind: RowsBehind, name: str, where: Where | None) -> dict[int, int]:
    """Return by year how many rows the measure has by which another's are divided, with the same filters."""
    rows = behind.rows(name)
    if others := [column for column in where or () if column not in rows.columns]:
        raise KitError(f"It is a rate of {name}, whose rows cannot be filtered by {', '.join(others)}.", wrong_use=True)
    rows = kept_of(rows, where)
    return dict(rows.group_by("reporting_year").len().iter_rows())


def _categories(column: str, period: ReportingYear, known: Sequence[tuple[object, ...]], number: int) -> list[str]:
    """Return the categories of a breakdown in a year: those that always appear, then others that any row has."""
    fixed = always(column, period)
    found = {str(key[number + 1]) for key in known}
    if column in DATED:
        return list(fixed)
    return [*fixed, *sorted(found - set(fixed), key=lambda each: (each == NOT_RECORDED, each))]


def _is_not_supplied(
    measure: Measure, columns: Sequence[str], categories: Sequence[str], period: ReportingYear
) -> bool:
    pairs = zip(columns or (ALL,), categories or (ALL,), strict=True)
    return any(is_before_source(measure, column, category, period.year) for column, category in pairs)


def _numbers(measure: Measure, group: Group, whole: int, lack: str) -> tuple[Numbers, str]:
    numerator, denominator, children, cases, fact = group
    if lack:
        return (None, None, None, None, None, lack), ""
    if measure.kind == "median":
        return median_of(cases or None), ""
    if measure.kind == "fact":
        return fact_of(fact)
    sample = (children, whole) if measure.drawn_from else None
    return numbers_of(measure, numerator or 0, whole if measure.per else denominator or 0, sample), ""


def counted_rows(measure: Measure, rows: pl.DataFrame, included: bool | None) -> pl.DataFrame:
    """Return of the rows behind a figure all, or those that are in its numerator, or those that are not.

    KitError if every row is.
    """
    if included is None:
        return rows
    if measure.kind == "share":
        return rows.filter(pl.col("numerator").fill_null(False) == included)
    if measure.kind == "median":
        return rows.filter(pl.col("censored") != included)
    if measure.kind == "ratio":
        return rows.filter((pl.col("numerator") != 0) == included)
    raise KitError(f"{measure.name} counts every row: leave included out.", wrong_use=True)


def facts_alone(measure: Measure, by: Sequence[str]) -> Iterator[str]:
    """Say why single facts cannot be put together."""
    if measure.kind == "fact" and tuple(by) != measure.breakdowns:
        yield f"{measure.name} holds single facts, each with numbers of its own: by={list(measure.breakdowns)}."
