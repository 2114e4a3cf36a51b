"""Types: text becomes dates, numbers and codes as the extract declares; what cannot is listed, never guessed."""

from datetime import date

import polars as pl

from kit.extracts.columns import Column, Extract

# Days before and after are in no child's record: databases write 01/01/1900, 31/12/9999 and others for no date.
FIRST_DAY, LAST_DAY = date(1900, 1, 2), date(2100, 12, 31)

# Which rule a cell breaks that is not blank and cannot be converted.
RULE_IF_UNREADABLE = {
    "date": "not_a_date",
    "code": "unknown_code",
    "codes": "unknown_code",
    "stage": "unknown_code",
    "whole": "not_a_number",
    "number": "not_a_number",
}

# As keyboards and word processors write them, with or without spaces around.
DASHES = r"[\s_\-\u2010-\u2015]+"

# As numbers, since Python has no day of most years.
FIRST, LAST = ((day - date(1970, 1, 1)).days for day in (FIRST_DAY, LAST_DAY))

# Sums of a council's numbers, in hundredths too, stay exact below it.
MOST = 10**12


def values_of(extract: Extract, text: pl.DataFrame) -> pl.DataFrame:
    """Return what the cells of each column of the extract come to, by heading; null if blank or not to be typed."""
    present = [c for c in extract.columns if c.heading in text.columns]
    values = text.select(_convert(c, extract.statutory).alias(c.heading) for c in present)
    new = [_within_reason(values[c.heading]) for c in present if c.kind == "date"]
    # Nearly every return has its codes in capitals, and to compare them so is faster.
    new += [
        values[c.heading].fill_null(text.select(_in_any_case(c)).to_series())
        for c in present
        if extract.statutory and c.kind == "code" and values[c.heading].null_count() > text[c.heading].null_count()
    ]
    return values.with_columns(new)


def spelt(extract: Extract, text: pl.DataFrame, values: pl.DataFrame) -> tuple[pl.DataFrame, dict[str, pl.Series]]:
    """Return (the text of a file of the return with each code as the return writes it, the codes written otherwise).

    What is no code stays as it is. The codes are the cells as they were, by heading, of columns with a list of codes.
    """
    new: list[pl.Series] = []
    otherwise: dict[str, pl.Series] = {}
    for column in extract.columns if extract.statutory else ():
        if column.heading in text.columns and (column.kind == "code" or column.capitals):
            code, cell = values[column.heading], text[column.heading]
            if (other := (code != cell).fill_null(False)).any():
                new.append(code.fill_null(cell))
                otherwise |= {column.heading: cell.filter(other)} if column.codes else {}
    return text.with_columns(new), otherwise


def typed(
    extract: Extract, text: pl.DataFrame, values: pl.DataFrame | None = None, before: pl.DataFrame | None = None
) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Return (typed rows, listed cells) of one file's rows as text; `values` are `values_of` it, if they are there.

    Cells that were listed `before` are among the listed ones.

    The typed rows have the extract's kept columns and `row`; a row whose required value is missing or no date, whose
    end is no date, or that a later row of the file replaces, is not among them. A listed cell has row, column, rule,
    value and `left_out`.
    """
    present = [c for c in extract.columns if c.heading in text.columns]
    values = values_of(extract, text) if values is None else values
    listed = [_cells(text.clear(), present[0], ""), *([] if before is None else [before])]
    for column in present:
        raw, value, rule = text[column.heading], values[column.heading], RULE_IF_UNREADABLE.get(column.kind)
        # A blank comes to nothing: if as many cells did as are blank, none was lost, and none need be looked at.
        looked_at = column.kind == "codes" or value.null_count() > raw.null_count()
        if rule and looked_at and (lost := raw.is_not_null() & _lost(column, value)).any():
            listed.append(_cells(text.filter(lost), column, rule, left_out=column.required or column.ends))
        if column.required and raw.null_count():
            listed.append(_cells(text.filter(raw.is_null()), column, "required_value_missing", left_out=True))
    rows = values.select(pl.col(c.heading).alias(c.name) for c in present if c.kept).insert_column(0, text["row"])
    absent = [c for c in extract.kept_columns if c not in present]
    rows = rows.with_columns(pl.lit(None, dtype=c.type).alias(c.name) for c in absent)
    left_out = pl.concat(listed).filter("left_out").select("row")
    if left_out.height:
        rows = rows.join(left_out, on="row", how="anti", maintain_order="left")
    last = _last_of_each(rows, extract)
    if last is not None:
        heading = _heading(extract, extract.key[-1])
        listed.append(
            rows.filter(~last).select(
                "row",
                column=pl.lit(heading),
                rule=pl.lit("duplicate_row"),
                value=pl.lit(None, dtype=pl.String),
                left_out=pl.lit(True),
            )
        )
        rows = rows.filter(last)
    return rows, pl.concat(listed)


def _within_reason(days: pl.Series) -> pl.Series:
    """Return the days with nulls for those that no cell can mean: 01/04/21 is not a day of the year 21."""
    numbers = days.to_physical()
    first, last = numbers.min(), numbers.max()
    if first is None or (first >= FIRST and last <= LAST):  # type: ignore[operator]
        return days
    # As an expression of the text, each day would be read twice: to look at it, and to keep it.
    return days.set(~numbers.is_between(FIRST, LAST), None)


def _last_of_each(rows: pl.DataFrame, extract: Extract) -> pl.Series | None:
    """Return which rows are the last with their key, or None if no key is there twice."""
    # Most exports are in the order of their keys. Otherwise as many hashes as rows are as many keys: only if there are
    # fewer must the keys themselves be compared.
    same = extract.identity
    if _rises(rows, extract.key) or rows.select(pl.struct(same).hash()).to_series().n_unique() == rows.height:
        return None
    return rows.select(pl.col("row") == pl.col("row").max().over(same)).to_series()


def _rises(rows: pl.DataFrame, key: tuple[str, ...]) -> bool:
    """Return whether each row's key is given in full and greater than that of the row before."""
    greater, alike = pl.lit(False), pl.lit(True)
    for name in key:
        before = pl.col(name).shift(1)
        greater, alike = greater | (alike & (pl.col(name) > before)), alike & (pl.col(name) == before)
    return rows.height < 2 or bool(rows.select(greater.slice(1).fill_null(False).all()).item())


def _convert(column: Column, statutory: bool) -> pl.Expr:
    """Return the expression that types a column; a day may still be before or after every child's."""
    raw = pl.col(column.heading)
    if column.kind == "date":
        return raw.str.to_date("%d/%m/%Y", strict=False)
    if column.kind in ("code", "codes"):
        assert column.codes is not None
        if column.kind == "codes":
            spelling = {c.lower(): c for c in column.codes.labels}
            parts = raw.str.to_lowercase().str.split(";")
            each = pl.element().str.strip_chars().replace_strict(spelling, default=None, return_dtype=pl.String)
            given = parts.list.eval(pl.element().filter(pl.element().str.strip_chars() != ""))
            return given.list.eval(each).list.unique().list.sort()
        if statutory:
            return pl.when(raw.is_in(list(column.codes.labels))).then(raw)
        return _in_any_case(column)
    if column.kind == "stage":
        word = raw.str.to_lowercase()
        number = word.str.extract(r"^(?:stage )?0*([1-9][0-9]?)(?:\.0+)?$")
        return pl.when(word == "informal").then(pl.lit("Informal")).otherwise(pl.lit("Stage ") + number)
    if column.kind == "whole":
        # Other software writes a column of whole numbers with a blank in it as 3.0.
        return _at_most(raw.str.replace(r"\.0+$", "").cast(column.type, strict=False))
    if column.kind == "number":
        return _at_most(raw.cast(column.type, strict=False))
    return raw.str.to_uppercase() if column.capitals else raw


def _in_any_case(column: Column) -> pl.Expr:
    """Return the expression for the code that a cell is in any letter case; null if it is no code."""
    assert column.codes is not None
    spelling = {code.lower(): code for code in column.codes.labels} | column.codes.also
    word = pl.col(column.heading).str.to_lowercase()
    word = word.str.replace_all(DASHES, " ") if column.codes.also else word
    return word.replace_strict(spelling, default=None, return_dtype=pl.String)


def _at_most(number: pl.Expr) -> pl.Expr:
    """Return the numbers, null for what reads as a number and is not one (nan, inf), and for what is beyond `MOST`."""
    return pl.when(number.is_between(-MOST, MOST)).then(number)


def _lost(column: Column, value: pl.Series) -> pl.Series:
    """Whether a given cell, or part of it, came to nothing."""
    if column.kind == "codes":
        return value.list.eval(pl.element().is_null()).list.any().fill_null(False)
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
