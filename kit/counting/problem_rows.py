"""Rows that the kit's own rules list: each rule's query, run in the warehouse."""

import re

import polars as pl

from kit.problems.catalogue import load_rules
from kit.problems.table import SCHEMA, no_problems
from kit.warehouse.warehouse import Warehouse


def find_problems(warehouse: Warehouse) -> pl.DataFrame:
    """Return the rows that a rule of `kit/sql/problems/` lists, in the shape of the problems table."""
    rules = {rule.name: rule.sql for rule in load_rules().values() if rule.sql and not rule.code}
    extracts = {name: _extract_listed(sql) for name, sql in rules.items()}
    # If the extract whose rows a rule lists has none, the views that the rule reads need not be built.
    there = {"", *warehouse.have_rows({extract for extract in extracts.values() if extract})}
    found = warehouse.query_all({name: sql for name, sql in rules.items() if extracts[name] in there})
    return pl.concat([no_problems(), *(_listed(rule, rows) for rule, rows in found.items() if rows.height)])


def _extract_listed(sql: str) -> str:
    """Return the extract whose rows a rule lists; an empty string if it lists those of several."""
    # Rows of several are put together first, and the query names the extract as a column of theirs.
    several = re.search(r"\w\.extract\b", sql)
    extract = re.search(r"'(\w+)' AS extract", sql)
    return extract[1] if extract and not several else ""


def _listed(rule: str, rows: pl.DataFrame) -> pl.DataFrame:
    named = rows.with_columns(rule=pl.lit(rule), message=pl.lit(None, dtype=pl.String))
    return named.select(pl.col(n).cast(t) for n, t in SCHEMA.items())
