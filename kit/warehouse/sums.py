"""Many queries whose rows one more query works on together: to plan one for each would take longer than its work."""

from collections.abc import Mapping
from typing import NamedTuple

import polars as pl

from kit.warehouse.database import Tables

SUMS = "sums"


class Summed(NamedTuple):
    """Queries of the same columns, and one query of a table `sums` that holds the rows of all of them, numbered by
    `name`; its first column is that too, and it is what each of them is asked for."""

    queries: Mapping[str, str]
    then: str


def store_sums(place: int, sql: str, tables: Tables) -> None:
    """Keep the rows of a query, numbered by its place."""
    tables.execute(f"CREATE TABLE {SUMS}_{place} AS\nSELECT {place} AS name, * FROM ({sql}\n)")


def query_sums(number: int, then: str, tables: Tables) -> pl.DataFrame:
    """Return what the one query finds in the rows of all, which are then dropped."""
    parts = [f"{SUMS}_{place}" for place in range(number)]
    union = " UNION ALL ".join(f"SELECT * FROM {part}" for part in parts)
    tables.execute(f"CREATE VIEW {SUMS} AS\n{union}")
    found = tables.query(then)
    tables.execute(f"DROP VIEW {SUMS}")
    for part in parts:
        tables.execute(f"DROP TABLE {part}")
    return found
