"""The rules of the DfE over all loaded years: each year's return, with the year before it if that is loaded."""

from collections.abc import Mapping
from dataclasses import dataclass

import polars as pl

from kit.files.code_hash import code_hash
from kit.files.kept import key_of
from kit.intake.dfe_rules.rules import check_rules, rules_not_run, validity_rules
from kit.paths import DFE_RULES
from kit.problems.catalogue import message
from kit.problems.table import SCHEMA
from kit.protection.personal_data import masked

# What typing lists of a cell, and a rule of the DfE says as well: then the DfE's code is the one that is counted.
SAID_TWICE = ("unknown_code", "not_a_number", "code_not_of_the_year")
# Why a file has no column to look at.
NOT_THERE = ("column_not_supplied", "looks_personal")
FILES = {"year": pl.Int64(), "extract": pl.String(), "file": pl.String()}
CELL = ["extract", "year", "file", "row", "column"]


@dataclass(frozen=True)
class Given:
    """A file of the return as it was given: its name, its text with `row`, and in words what the text depends on."""

    file: str
    text: pl.DataFrame
    made_of: str = ""


@dataclass(frozen=True)
class Flagged:
    """The rows of a year's return that rules flag, in the shape of the problems table, under the key of all that they
    depend on."""

    key: str
    rows: pl.DataFrame


def check_returns(
    given: Mapping[tuple[int, str], Given], before: Mapping[int, Flagged] | None = None
) -> dict[int, Flagged]:
    """Return by loaded year the rows that the DfE's rules flag; no value in them looks personal.

    `given` holds the files of every loaded year by year and extract. Rows of a year of which nothing has changed are
    taken from `before`.
    """
    before = before or {}
    keys = {year: _key(given, year) for year in sorted({year for year, _ in given})}
    same = {year: before[year] for year, key in keys.items() if year in before and before[year].key == key}

    others = {year: (_texts(given, year), _texts(given, year - 1) or None) for year in keys if year not in same}
    files = pl.DataFrame([(*where, one.file) for where, one in given.items()], schema=FILES, orient="row")
    rows = check_rules(others).join(files, on=["year", "extract"], how="left", maintain_order="left")
    rows = rows.with_columns(message=pl.lit(None, dtype=pl.String))
    found = masked(rows.select(pl.col(name).cast(kind) for name, kind in SCHEMA.items()))
    return {year: same.get(year) or Flagged(key, found.filter(year=year)) for year, key in keys.items()}


def _key(given: Mapping[tuple[int, str], Given], year: int) -> str:
    """Return a hash of all that the rows flagged in a year depend on: both years' files, rules and code."""
    files = [(y, name, one.file, one.made_of) for (y, name), one in sorted(given.items()) if y in (year - 1, year)]
    return key_of(year, files, code_hash(DFE_RULES))


def not_run(given: Mapping[tuple[int, str], Given]) -> pl.DataFrame:
    """Return (extract, year, column, without) if a file lacks a column that rules need: the rules not run for it."""
    found: dict[tuple[str, int, str], list[str]] = {}
    for year in sorted({year for year, _ in given}):
        not_run = rules_not_run(_texts(given, year), _texts(given, year - 1) or None, year)
        for (file, heading), codes in not_run.items():
            where = (file.removeprefix("last_"), year - file.startswith("last_"), heading)
            said = f"the return of {year}: {', '.join(codes)}"
            found.setdefault(where, []).append(said)
    rows = [(*where, f"Rules of the DfE not run without it, for {'; for '.join(n)}.") for where, n in found.items()]
    kinds = {"extract": pl.String(), "year": pl.Int64(), "column": pl.String(), "without": pl.String()}
    return pl.DataFrame(rows, schema=kinds, orient="row")


def with_rules_not_run(listed: pl.DataFrame, without: pl.DataFrame) -> pl.DataFrame:
    """Return listed rows; the message of a column that is not there names the rules not run without it."""
    said = pl.col("rule").replace_strict({name: message(name) for name in NOT_THERE}, default=None)
    both = pl.when(said.is_not_null()).then(said + " " + pl.col("without"))
    joined = listed.join(without, on=["extract", "year", "column"], how="left", maintain_order="left")
    return joined.with_columns(message=pl.coalesce(both, "message")).drop("without")


def listed_once(listed: pl.DataFrame, flagged: pl.DataFrame) -> pl.DataFrame:
    """Return what reading listed without the cells that a rule of the DfE flags for the same reason."""
    twice = pl.col("rule").is_in(SAID_TWICE)
    if listed.filter(twice).is_empty():
        return listed
    judged = pl.DataFrame(validity_rules(), schema={"rule": pl.String(), "column": pl.String()}, orient="row")
    cells = flagged.drop("column").join(judged, on="rule")
    return pl.concat([listed.filter(~twice), listed.filter(twice).join(cells, on=CELL, how="anti")])


def _texts(given: Mapping[tuple[int, str], Given], year: int) -> dict[str, pl.DataFrame]:
    return {name: one.text for (y, name), one in given.items() if y == year}
