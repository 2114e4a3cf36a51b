"""From text to types, by the declaration of the extract alone; what cannot be typed is listed, never guessed."""

import polars as pl

from kit.columns import Column, Extract
from kit.problems import SCHEMA

EARLIEST, LATEST = pl.date(1900, 1, 1), pl.date(2100, 1, 1)


def typed(extract: Extract, text: pl.DataFrame) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Return (typed rows, listed cells) of one file's rows as text.

    The typed rows have the extract's kept columns and `row`; a row whose required value is missing, or that a later
    row of the file replaces, is not among them. A listed cell has row, column, rule, value and `left_out`.
    """
    present = [c for c in extract.columns if c.heading in text.columns]
    out: list[pl.Expr] = [pl.col("row")]
    listed: list[pl.DataFrame] = []
    for column in present:
        raw, (value, rule) = pl.col(column.heading), _convert(column, extract.statutory)
        if column.kept:
            out.append(value.alias(column.name))

        if rule:
            bad = text.filter(raw.is_not_null() & _lost(column, value))
            listed.append(_cells(bad, column, rule, left_out=column.required))
        if column.required:
            listed.append(_cells(text.filter(raw.is_null()), column, "required_value_missing", left_out=True))
    rows = text.select(out)
    absent = [c for c in extract.kept_columns if c not in present]
    rows = rows.with_columns(pl.lit(None, dtype=c.type).alias(c.name) for c in absent)
    needed = [c.name for c in present if c.required]
    rows = rows.filter(pl.all_horizontal(pl.col(n).is_not_null() for n in needed)) if needed else rows
    last = rows.select(pl.col("row") == pl.col("row").max().over(extract.key)).to_series()
    earlier = rows.filter(~last).join(text, on="row", how="semi").select("row")
    listed.append(
        earlier.select(
            "row",
            column=pl.lit(_heading(extract, extract.key[-1])),
            rule=pl.lit("duplicate_row"),
            value=pl.lit(None, dtype=pl.String),
            left_out=pl.lit(True),
        )
    )
    return rows.filter(last), pl.concat(listed)


def _convert(column: Column, statutory: bool) -> tuple[pl.Expr, str]:
    """Return the expression that types a column, and the rule that a value breaks when it comes out as null."""
    raw = pl.col(column.heading)
    if column.kind == "date":
        day = raw.str.to_date("%d/%m/%Y", strict=False)
        if not statutory:
            iso = raw.str.replace(r"[T ]00:00:00(\.0+)?$", "").str.to_date("%Y-%m-%d", strict=False)
            day = pl.coalesce(day, iso)
        return pl.when(day.is_between(EARLIEST, LATEST, closed="left")).then(day), "not_a_date"
    if column.kind in ("code", "codes"):
        assert column.codes is not None
        spelling = {c: c for c in column.codes.labels} if statutory else {c.lower(): c for c in column.codes.labels}
        if column.kind == "codes":
            parts = raw.str.to_lowercase().str.split(";")
            each = pl.element().str.strip_chars().replace_strict(spelling, default=None, return_dtype=pl.String)
            given = parts.list.eval(pl.element().filter(pl.element().str.strip_chars() != ""))
            return given.list.eval(each).list.unique().list.sort(), "unknown_code"
        word = raw if statutory else raw.str.to_lowercase()
        return word.replace_strict(spelling, default=None, return_dtype=pl.String), "unknown_code"
    if column.kind == "stage":
        word = raw.str.to_lowercase()
        number = word.str.extract(r"^(?:stage )?0*([1-9][0-9]?)$")
        return pl.when(word == "informal").then(pl.lit("Informal")).otherwise(pl.lit("Stage ") + number), "unknown_code"
    if column.kind in ("whole", "number"):
        return raw.cast(column.type, strict=False), "not_a_number"
    return raw, ""


def _lost(column: Column, value: pl.Expr) -> pl.Expr:
    """Whether a given cell, or part of it, came to nothing."""
    if column.kind == "codes":
        return value.list.eval(pl.element().is_null()).list.any()
    return value.is_null()


def _cells(rows: pl.DataFrame, column: Column, rule: str, *, left_out: bool = False) -> pl.DataFrame:
    return rows.select(
        "row",
        column=pl.lit(column.heading),
        rule=pl.lit(rule),
        value=pl.col(column.heading),
        left_out=pl.lit(left_out),
    )


def _heading(extract: Extract, name: str) -> str:
    return next(c.heading for c in extract.columns if c.name == name)


LISTED_COLUMNS = (*(n for n in SCHEMA if n != "message"), "left_out")
