"""Proofs that hidden numbers are protected: two tables of whole numbers for each, which addition checks.

In each table everything that was published adds up, and nothing tells it from the true one. In the one the hidden
number is as little as a small one can be, in the other as much.
"""

import polars as pl

from kit.publishing.audit.audit import Audited

NUMBERS = {
    "measure": pl.String(), "year": pl.Int64(), "breakdown": pl.String(), "category": pl.String(), "part": pl.String(),
    "number": pl.Int64(), "low": pl.Int64(), "high": pl.Int64(),
}  # fmt: skip
VALUES = {"table": pl.Int64(), "number": pl.Int64(), "value": pl.Int64()}


def proofs(audited: Audited) -> dict[str, pl.DataFrame]:
    """Return by file name the unknown numbers, each with its place and the tables in which it is low and high, and the
    values of all numbers in each table."""
    unknown, found = audited.unknown, audited.found
    numbers = []
    for key, at in unknown.at.items():
        ends = found.ends.get(at)
        numbers.append((*key, at, ends.low if ends else None, ends.high if ends else None))
    values = [(n, number, value) for n, table in enumerate(found.tables) for number, value in table.items()]
    return {
        "proof_numbers.parquet": pl.DataFrame(numbers, schema=NUMBERS, orient="row"),
        "proof_values.parquet": pl.DataFrame(values, schema=VALUES, orient="row"),
    }
