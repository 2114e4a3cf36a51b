"""A year's return as the DfE's rules read it: every row and cell as it was given, with dates and codes understood.

The extracts are no ground for these rules: they leave rows out, hold what is not valid as blank, and know no postcode
or pupil number. So the rules read the text of the files, once, while it is in memory.
"""

from collections.abc import Collection, Mapping

import polars as pl

from kit.codes import CodeSet
from kit.columns import Extract
from kit.typing_rows import within_reason

Return = Mapping[str, pl.DataFrame]
"""The text of a year's files by extract: headings as in the return, and `row`."""


def understood(extract: Extract, text: pl.DataFrame, year: int, used: Collection[str]) -> pl.DataFrame:
    """Return the rows with `row`, `child` (a number that stands for the child) and each heading in lower case.

    A date is a day or null, with `<heading>_given` and `<heading>_invalid` beside it. A code or whole number is as
    given, with `<heading>_invalid` where the year does not know the code or it is no whole number. The rest is as
    given. A column that is not `used` is left out.
    """
    # Numbers are compared and sorted far faster than text; that two children of a council share one of 2^64 is as
    # likely as nothing.
    out = [pl.col("row"), pl.when(pl.col("CHILD").is_not_null()).then(pl.col("CHILD").hash()).alias("child")]
    days = _days(extract, text, used)
    for column in extract.columns[1:]:
        name = column.heading.lower()
        raw = pl.col(column.heading) if column.heading in text.columns else pl.lit(None, dtype=pl.String)
        given = raw.is_not_null()
        value: pl.Expr = raw
        if column.kind == "date":
            value = pl.col(name) if name in days.columns else pl.lit(None, dtype=pl.Date)
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
    return text.hstack(days).select(expr for expr in out if expr.meta.output_name() in wanted)


def _days(extract: Extract, text: pl.DataFrame, used: Collection[str]) -> pl.DataFrame:
    """Return the dates of the text that are used, by heading in lower case."""
    headings = [c.heading for c in extract.columns if c.kind == "date" and c.heading in text.columns]
    named = [h for h in headings if {h.lower(), f"{h.lower()}_invalid"} & {*used}]
    days = text.select(pl.col(h).str.to_date("%d/%m/%Y", strict=False, cache=False).alias(h.lower()) for h in named)
    return pl.DataFrame([within_reason(day) for day in days.iter_columns()])


def numbered(files: Return) -> tuple[dict[str, pl.DataFrame], int]:
    """Return the files with the child's number, from 0 on, as `child`, and how many children this year's return has.

    The number is null where no child is given, and in last year's files (`last_…`) for a child that is not in this
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


def codes_of(codes: CodeSet, year: int) -> list[str]:
    """Return the codes that the return of the year knows, in their order."""
    spans = {code: codes.years.get(code, (None, None)) for code in codes.labels}
    return [code for code, (first, last) in spans.items() if (first or year) <= year <= (last or year)]


def _starts_run(children: pl.Series) -> pl.Series:
    starts = children.ne_missing(children.shift(1))
    return starts.scatter(0, True) if starts.len() else starts
