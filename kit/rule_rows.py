"""A year's return as the DfE's rules read it: every row and cell as it was given, with dates and codes understood.

The extracts are no ground for these rules: they leave rows out, hold what is not valid as blank, and know no postcode
or pupil number. So the rules read the text of the files, once, while it is in memory.
"""

from collections.abc import Collection, Mapping

import polars as pl

from kit.codes import CodeSet
from kit.columns import Extract
from kit.typing_rows import EARLIEST, LATEST

Return = Mapping[str, pl.DataFrame]
"""The text of a year's files by extract: headings as in the return, and `row`."""


def understood(extract: Extract, text: pl.DataFrame | None, year: int, used: Collection[str]) -> pl.DataFrame:
    """Return the rows with `row`, `child` (a number that stands for the child) and each heading in lower case.

    A date is a day or null, with `<heading>_given` and `<heading>_invalid` beside it. A code or whole number is as
    given, with `<heading>_invalid` where the year does not know the code or it is no whole number. The rest is as
    given. A column that is not `used` is left out.
    """
    headings = list(extract.headings)
    if text is None:
        text = pl.DataFrame(schema={"row": pl.Int64(), **dict.fromkeys(headings, pl.String())})
    # Numbers are compared and sorted far faster than text; that two children of a council share one of 2^64 is as
    # likely as nothing.
    out = [pl.col("row"), pl.when(pl.col("CHILD").is_not_null()).then(pl.col("CHILD").hash()).alias("child")]
    for column in extract.columns[1:]:
        name = column.heading.lower()
        raw = pl.col(column.heading) if column.heading in text.columns else pl.lit(None, dtype=pl.String)
        given = raw.is_not_null()
        value: pl.Expr = raw
        if column.kind == "date":
            day = raw.str.to_date("%d/%m/%Y", strict=False, cache=False)
            value = pl.when(day.is_between(EARLIEST, LATEST, closed="left")).then(day)
            out += [given.alias(f"{name}_given"), (given & value.is_null()).alias(f"{name}_invalid")]
        else:
            if column.kind == "whole":
                number = raw.cast(pl.Float64(), strict=False)
                whole = (number.is_not_null() & (number == number.floor())).fill_null(False)
                out.append((given & ~whole).alias(f"{name}_invalid"))
            if column.codes:
                out.append((given & ~raw.is_in(codes_of(column.codes, year))).alias(f"{name}_invalid"))
        out.append(value.alias(name))
    wanted = {"row", "child", *used}
    return text.select(expr for expr in out if expr.meta.output_name() in wanted)


def chained(episodes: pl.DataFrame, used: Collection[str]) -> pl.DataFrame:
    """Return the episodes in each child's order, every one with what rules ask of the one before and after it."""
    episodes = episodes.sort("decom", nulls_last=True, maintain_order=True).sort("child", maintain_order=True)
    has_previous = pl.col("child") == pl.col("child").shift(1)
    has_next = pl.col("child") == pl.col("child").shift(-1)
    return episodes.with_columns(
        has_previous.fill_null(False).alias("has_previous"),
        has_next.fill_null(False).alias("has_next"),
        (pl.col("decom").is_not_null() & ~has_previous.fill_null(False)).alias("is_first"),
        *(
            pl.when(there).then(pl.col(name).shift(by)).alias(f"{prefix}_{name}")
            for prefix, there, by in (("previous", has_previous, 1), ("next", has_next, -1))
            for name in episodes.columns
            if f"{prefix}_{name}" in used
        ),
    )


def last_of_each(episodes: pl.DataFrame) -> pl.DataFrame:
    """Return each child's last episode, and the first and last day on which one began that is open."""
    latest_first = episodes.sort("decom", descending=True, nulls_last=True, maintain_order=True)
    is_open = ~pl.col("dec_given")
    began = latest_first.filter(is_open).group_by("child").agg(open_first=pl.min("decom"), open_last=pl.max("decom"))
    return latest_first.unique("child", keep="first", maintain_order=True).join(began, on="child", how="left")


def codes_of(codes: CodeSet, year: int) -> list[str]:
    """Return the codes that the return of the year knows, in their order."""
    spans = {code: codes.years.get(code, (None, None)) for code in codes.labels}
    return [code for code, (first, last) in spans.items() if (first or year) <= year <= (last or year)]
