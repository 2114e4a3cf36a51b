"""The list of problems as a table: its columns, its order, and as CSV."""

from collections.abc import Iterator

import polars as pl

from kit.extracts import EXTRACTS
from kit.extracts.columns import OF_THE_LIST
from kit.files.csv import csv_text
from kit.problems.catalogue import load_rules, message

SCHEMA: dict[str, pl.DataType] = {
    "extract": pl.String(),
    "year": pl.Int64(),
    "file": pl.String(),
    "row": pl.Int64(),
    "column": pl.String(),
    "rule": pl.String(),
    "value": pl.String(),
    "message": pl.String(),
}
ORDER = ["extract", "year", "file", "row", "column", "rule", "value"]


def no_problems() -> pl.DataFrame:
    """Return an empty problems table."""
    return pl.DataFrame(schema=SCHEMA)


def in_order(tables: list[pl.DataFrame]) -> pl.DataFrame:
    """Return the tables as one, each row's message filled in, in a fixed order."""
    messages = {name: message(name) for name in load_rules()}
    table = pl.concat([no_problems(), *(t.select(pl.col(n).cast(SCHEMA[n]) for n in SCHEMA) for t in tables)])
    said = pl.col("rule").replace_strict(messages, default=None, return_dtype=pl.String())
    about = ["rule", "extract", "column", "year"]
    places = table.filter(pl.col("rule").is_in([rule for rule, words in messages.items() if OF_THE_LIST in words]))
    places = places.select(about).drop_nulls().unique()
    named = [(rule, EXTRACTS[name].codes_in_words(column, year)) for rule, name, column, year in places.iter_rows()]
    words = pl.Series("words", [messages[rule].replace(OF_THE_LIST, codes) for rule, codes in named], pl.String())
    table = table.join(places.with_columns(words), on=about, how="left", maintain_order="left")
    return table.with_columns(message=pl.coalesce("message", "words", said)).drop("words").sort(ORDER)


AT_A_TIME = 50_000


def problems_csv(problems: pl.DataFrame) -> Iterator[str]:
    """Yield the problems table as CSV, in its own order and in pieces: it may have millions of rows."""
    yield csv_text(problems.clear())
    for rows in problems.iter_slices(AT_A_TIME):
        yield csv_text(rows, include_header=False)


LISTED = {
    "row": pl.Int64(),
    "column": pl.String(),
    "rule": pl.String(),
    "value": pl.String(),
    "left_out": pl.Boolean(),
}
