"""The rules of the DfE over all loaded years: each year's return, with the year before it where that is loaded."""

from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import polars as pl

from kit.problems import SCHEMA, no_problems
from kit.rules import check_rules, validity_rules

# What typing lists of a cell, and a rule of the DfE says as well: then the DfE's code is the one that is counted.
SAID_TWICE = ("unknown_code", "not_a_number")
# One year's rows are prepared while another's are looked at.
YEARS_AT_A_TIME = 2
CELL = ["extract", "year", "file", "row", "column"]


@dataclass(frozen=True)
class Given:
    """A file of the return as it was given: its name, and its text with `row`."""

    file: str
    text: pl.DataFrame


def check_returns(given: Mapping[tuple[int, str], Given]) -> pl.DataFrame:
    """Return the rows that the DfE's rules flag, in the shape of the problems table.

    `given` holds the files of every loaded year by year and extract.
    """

    def one(year: int) -> pl.DataFrame:
        this = _texts(given, year)
        flagged = check_rules(this, _texts(given, year - 1) or None, year)
        files = {name: given[year, name].file for name in this}
        return flagged.with_columns(
            year=pl.lit(year),
            file=pl.col("extract").replace_strict(files, return_dtype=pl.String()),
            message=pl.lit(None, dtype=pl.String),
        ).select(pl.col(name).cast(kind) for name, kind in SCHEMA.items())

    with ThreadPoolExecutor(YEARS_AT_A_TIME) as checkers:
        return pl.concat([no_problems(), *checkers.map(one, sorted({year for year, _ in given}))])


def listed_once(listed: pl.DataFrame, flagged: pl.DataFrame) -> pl.DataFrame:
    """Return what reading listed without the cells that a rule of the DfE flags for the same reason."""
    twice = pl.col("rule").is_in(SAID_TWICE)
    judged = pl.DataFrame(validity_rules(), schema={"rule": pl.String(), "column": pl.String()}, orient="row")
    cells = flagged.drop("column").join(judged, on="rule")
    return pl.concat([listed.filter(~twice), listed.filter(twice).join(cells, on=CELL, how="anti")])


def _texts(given: Mapping[tuple[int, str], Given], year: int) -> dict[str, pl.DataFrame]:
    return {name: one.text for (y, name), one in given.items() if y == year}
