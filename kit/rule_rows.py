"""A year's return as the DfE's rules read it: every row and cell as it was given, with dates and codes understood.

The extracts are no ground for these rules: they leave rows out, hold what is not valid as blank, and know no postcode
or pupil number. So the rules read the text of the files, once, while it is in memory.
"""

from collections.abc import Iterable, Mapping

import polars as pl

from kit.codes import CodeSet
from kit.columns import Extract
from kit.extracts import EXTRACTS
from kit.typing_rows import EARLIEST, LATEST

STATUTORY = tuple(extract for extract in EXTRACTS.values() if extract.statutory)

Return = Mapping[str, pl.DataFrame]
"""The text of a year's files by extract: headings as in the return, and `row`."""


def numbered(texts: Iterable[pl.DataFrame]) -> pl.Enum:
    """Return the children of all these files in a fixed order: a child's place in it stands for the child."""
    everyone = pl.concat([pl.Series("CHILD", [], pl.String()), *(text["CHILD"] for text in texts)])
    return pl.Enum(everyone.drop_nulls().unique(maintain_order=True))


def understood(extract: Extract, text: pl.DataFrame | None, children: pl.Enum, year: int) -> pl.DataFrame:
    """Return the rows with `row`, `child` (a number that stands for the child) and each heading in lower case.

    A date is a day or null, with `<heading>_given` and `<heading>_invalid` beside it; a code is as given, in capitals,
    with `<heading>_invalid` where that year does not know it. The rest is as given, in capitals.
    """
    headings = list(extract.headings)
    if text is None:
        text = pl.DataFrame(schema={"row": pl.Int64(), **dict.fromkeys(headings, pl.String())})
    out = [pl.col("row"), pl.col("CHILD").cast(children).to_physical().alias("child")]
    for column in extract.columns[1:]:
        name = column.heading.lower()
        raw = pl.col(column.heading) if column.heading in text.columns else pl.lit(None, dtype=pl.String)
        if column.kind == "date":
            day = raw.str.to_date("%d/%m/%Y", strict=False)
            day = pl.when(day.is_between(EARLIEST, LATEST, closed="left")).then(day)
            given = raw.is_not_null()
            out += [day.alias(name), given.alias(f"{name}_given"), (given & day.is_null()).alias(f"{name}_invalid")]
            continue
        word = raw.str.to_uppercase()
        out.append(word.alias(name))
        if column.codes:
            known = [code.upper() for code in codes_of(column.codes, year)]
            out.append((word.is_not_null() & ~word.is_in(known)).alias(f"{name}_invalid"))
    return text.select(out)


def codes_of(codes: CodeSet, year: int) -> list[str]:
    """Return the codes that the return of the year knows, in their order."""
    spans = {code: codes.years.get(code, (None, None)) for code in codes.labels}
    return [code for code, (first, last) in spans.items() if (first or year) <= year <= (last or year)]
