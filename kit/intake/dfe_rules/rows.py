"""A year's return as the DfE's rules read it: every row and cell as it was given, with dates and codes understood.

The extracts are no ground for these rules: they leave rows out, hold what is not valid as blank, and know no postcode
or pupil number. So the rules read the text of the files, once, while it is in memory.
"""

from collections.abc import Collection, Mapping

import polars as pl

from kit.extracts.columns import Extract
from kit.extracts.convert import spelt, values_of

Return = Mapping[str, pl.DataFrame]
"""The text of a year's files by extract: headings as in the return, and `row`."""


def with_meanings(extract: Extract, text: pl.DataFrame, values: pl.DataFrame) -> pl.DataFrame:
    """Return the text of a file with what typing it made of its cells, so that the rules need not do so again.

    That is each date's day under its heading in lower case, and `<heading>_unknown` for what is no code of any year.
    `values` are those of `kit.extracts.convert.values_of`.
    """
    there = [c for c in extract.columns if c.heading in values.columns]
    days = [values[c.heading].alias(c.heading.lower()) for c in there if c.kind == "date"]
    unknown = [
        (text[c.heading].is_not_null() & values[c.heading].is_null()).alias(f"{c.heading.lower()}_unknown")
        for c in there
        if c.kind == "code"
    ]
    return text.hstack([*days, *unknown])


def understood(extract: Extract, text: pl.DataFrame, year: int, used: Collection[str], seed: int = 0) -> pl.DataFrame:
    """Return the rows with `row`, `child` (a number that stands for the child) and each heading in lower case.

    A date is a day or null, with `<heading>_given` and `<heading>_invalid` beside it. A code or whole number is as
    given, with `<heading>_invalid` if the year does not know the code or it is not a whole number. The rest is as
    given. A column that is not `used` is left out. The text may be `with_meanings` or without. Another `seed` gives
    another number for the same child.
    """
    if set(text.columns) <= {"row", *extract.headings}:
        values = values_of(extract, text)
        text = with_meanings(extract, spelt(extract, text, values)[0], values)
    # Numbers are compared and sorted far faster than text; that two children of a council share one of 2^64 is as
    # likely as nothing.
    out = [pl.col("row"), pl.when(pl.col("CHILD").is_not_null()).then(pl.col("CHILD").hash(seed)).alias("child")]
    for column in extract.columns[1:]:
        name = column.heading.lower()
        is_there = column.heading in text.columns
        raw = pl.col(column.heading) if is_there else pl.lit(None, dtype=pl.String)
        given = raw.is_not_null()
        value: pl.Expr = raw
        if column.kind == "date":
            value = pl.col(name) if is_there else pl.lit(None, dtype=pl.Date)
            out += [given.alias(f"{name}_given"), (given & value.is_null()).alias(f"{name}_invalid")]
        if column.kind == "whole":
            number = raw.cast(pl.Float64(), strict=False)
            whole = (number.is_not_null() & (number == number.floor())).fill_null(False)
            out.append((given & ~whole).alias(f"{name}_invalid"))
        if column.codes:
            invalid = pl.col(f"{name}_unknown") if is_there else pl.lit(False)
            if others := column.codes.of_other_years(year):
                invalid |= raw.is_in(others).fill_null(False)
            out.append(invalid.alias(f"{name}_invalid"))
        out.append(value.alias(name))
    wanted = {"row", "child", *used}
    return text.select(expr for expr in out if expr.meta.output_name() in wanted)


def numbered(files: Return) -> tuple[dict[str, pl.DataFrame], int]:
    """Return the files with the child's number, from 0 on, as `child`, and how many children this year's return has.

    The number is null if no child is given, and in last year's files (`last_…`) for a child that is not in this
    year's. Rows that follow each other are mostly of one child, so that each run of them is looked up once.
    """
    starts = {name: _starts_run(rows["child"]) for name, rows in files.items()}
    runs = {name: rows.select("child").filter(starts[name]) for name, rows in files.items()}
    known = pl.concat(run for name, run in runs.items() if not name.startswith("last_"))
    known = known.drop_nulls().unique(maintain_order=True)
    numbers = known.with_columns(number=pl.int_range(known.height, dtype=pl.UInt32))
    found = pl.concat(runs.values()).join(numbers, on="child", how="left", maintain_order="left")["number"]
    out, before = {}, 0
    for name, rows in files.items():
        own = found.slice(before, runs[name].height)
        out[name] = rows.with_columns(child=own.gather(starts[name].cum_sum() - 1))
        before += own.len()
    return out, known.height


def _starts_run(children: pl.Series) -> pl.Series:
    starts = children.ne_missing(children.shift(1))
    return starts.scatter(0, True) if starts.len() else starts
