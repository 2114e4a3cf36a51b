"""Tables as CSV: the contract's columns and decimals, and no cell that a spreadsheet would take for a formula."""

from collections.abc import Collection

import polars as pl

FORMULA = r"^[=+\-@\t\r]"


def csv_text(table: pl.DataFrame, numbers: Collection[pl.Expr] = (), include_header: bool = True) -> str:
    """Return the table as CSV, with `numbers` written as they come: a minus before one makes no formula of it."""
    text = pl.col(pl.String)
    guarded = pl.when(text.str.contains(FORMULA)).then(pl.lit("'") + text).when(text != "").then(text)
    written = table.with_columns(guarded.name.keep(), *numbers)
    return written.write_csv(line_terminator="\n", include_header=include_header)
