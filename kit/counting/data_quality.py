"""Data quality: counts of listed rows and of files, in the shape of the table of results."""

from collections.abc import Iterable

import polars as pl

from kit.extracts.stored import FileAccount
from kit.figures.table import ORDER
from kit.figures.table import SCHEMA as RESULTS
from kit.measures.breakdowns import ALL
from kit.problems.catalogue import load_rules
from kit.years import ReportingYear


def rule_results(problems: pl.DataFrame, years: Iterable[ReportingYear]) -> pl.DataFrame:
    """Return how many rows each rule listed in each loaded year's files.

    A rule with none in a year counts 0. A rule of the DfE is there only if it lists a row of any year: there are
    over a hundred of them. One that flags a child's rows in several files counts them all.
    """
    counted = {(rule, year): n for rule, year, n in problems.group_by("rule", "year").len().iter_rows()}
    listed = {rule for rule, _ in counted}
    shown = [name for name, rule in load_rules().items() if name in listed or not rule.code]
    return _frame((rule, y.year, ALL, ALL, counted.get((rule, y.year), 0)) for rule in shown for y in years)


def file_results(accounts: Iterable[FileAccount]) -> pl.DataFrame:
    """Return what became of the rows of each extract and year: all of a year's exports together."""
    rows = []
    for a in accounts:
        rows += [
            (a.extract, a.year, ALL, ALL, a.rows_in),
            (a.extract, a.year, "became", "kept", a.rows_kept),
            (a.extract, a.year, "became", "superseded", a.rows_superseded),
            (a.extract, a.year, "became", "listed", a.rows_listed),
        ]
    key = ["measure", "year", "breakdown", "category"]
    frame = _frame(rows)
    return (
        frame.group_by(key, maintain_order=True)
        .agg(
            pl.col("numerator").sum(),
            pl.col("denominator").first(),
            pl.col("value").sum(),
            pl.col("lower", "upper", "unit", "note").first(),
        )
        .sort(ORDER)
    )


def _frame(rows: Iterable[tuple[str, int, str, str, int]]) -> pl.DataFrame:
    return pl.DataFrame(
        [
            {
                "measure": measure,
                "year": year,
                "breakdown": by,
                "category": category,
                "numerator": count,
                "value": float(count),
                "unit": "rows",
                "note": "",
            }
            for measure, year, by, category, count in rows
        ],
        schema=RESULTS,
        orient="row",
    ).sort(ORDER)
