"""The example in a rule's header, as a return: one drawn table for each file, the last column saying what is flagged."""

import polars as pl

from kit.extracts import EXTRACTS
from kit.problems import Rule
from kit.rule_rows import Return

Flagged = dict[str, list[int]]


def drawn(rule: Rule) -> tuple[Return, Return | None, int, Flagged]:
    """Return this year's return, last year's (None where none is drawn), the year, and the rows flagged by extract."""
    this: dict[str, pl.DataFrame] = {}
    last: dict[str, pl.DataFrame] = {}
    flagged: Flagged = {}
    for name, text in rule.example.items():
        if name == "year":
            continue
        heads, *rows = (line.split() for line in text.splitlines())
        if "flagged" in heads:
            assert {row[-1] for row in rows} <= {"yes", "no"}
            flagged[name] = [at for at, row in enumerate(rows, start=2) if row[-1] == "yes"]
            heads, rows = heads[:-1], [row[:-1] for row in rows]
        extract = name.removeprefix("last_")
        frame = _frame(extract, heads, rows)
        (last if name.startswith("last_") else this)[extract] = frame
    return this, last or None, int(rule.example["year"]), flagged


def _frame(extract: str, heads: list[str], rows: list[list[str]]) -> pl.DataFrame:
    assert set(heads) <= set(EXTRACTS[extract].headings), (extract, heads)
    cells = [{h: None if c == "." else c for h, c in zip(heads, row, strict=True)} for row in rows]
    schema = dict.fromkeys(EXTRACTS[extract].headings, pl.String())
    return pl.DataFrame(cells, schema=schema).with_row_index("row", offset=2).with_columns(pl.col("row").cast(pl.Int64))
