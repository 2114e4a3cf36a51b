"""The example in a rule's header, as a return: a drawn table for each file, its last column says what is flagged."""

import polars as pl

from kit.extracts import EXTRACTS
from kit.intake.dfe_rules.rows import Return
from kit.problems.rule import Rule

Flagged = dict[str, list[int]]


def drawn(rule: Rule) -> tuple[Return, Return | None, int, Flagged]:
    """Return this year's return, last year's (None if none is drawn), the year, and the rows flagged by extract."""
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
        columns = zip(heads, zip(*rows, strict=True), strict=True)
        frame = a_file(extract, **{head: [None if c == "." else c for c in cells] for head, cells in columns})
        (last if name.startswith("last_") else this)[extract] = frame
    return this, last or None, int(rule.example["year"]), flagged


def a_file(extract: str, **columns: list[str | None]) -> pl.DataFrame:
    """Return a file of the extract with these columns, the others blank, its first row being Excel's row 2."""
    headings = EXTRACTS[extract].headings
    assert set(columns) <= set(headings), (extract, columns.keys())
    frame = pl.DataFrame(columns, schema=dict.fromkeys(columns, pl.String()))
    blank = [pl.lit(None, dtype=pl.String).alias(h) for h in headings if h not in columns]
    numbered = frame.with_columns(blank).select(headings).with_row_index("row", offset=2)
    return numbered.with_columns(pl.col("row").cast(pl.Int64))
