"""What must not be kept though it is in a column of the contract: NHS numbers, full postcodes, e-mail addresses.

A column that is no part of the contract never reaches an extract at all; names and notes in it go nowhere.
"""

import re

import polars as pl

from kit.extracts.columns import Column, Extract
from kit.problems.table import LISTED

NHS_NUMBER = re.compile(r"(?<![\d-])\d{3}([ -]?)\d{3}\1\d{4}(?![\d-])")
POSTCODE = re.compile(r"(?<![A-Z0-9])[A-Z]{1,2}[0-9][A-Z0-9]? ?[0-9][ABD-HJLNP-UW-Z]{2}(?![A-Z0-9])", re.IGNORECASE)
# One character before the "@" will do: looking for all of them would take the square of a long cell's length.
EMAIL = re.compile(r"[^@\s]@[^@\s]+\.[A-Za-z]{2,}")
# What any of them looks like at first sight; only what does is looked at closely.
SUSPECT = r"(?i)\d{3}[ -]?\d{3}[ -]?\d{4}|@|[A-Z][0-9][A-Z0-9]? ?[0-9][A-Z]{2}"
# From so many cells, and such a share of those given, a column is taken for one of personal data.
MANY = 5
SHARE = 0.2
# By chance one ten-digit number in eleven passes for an NHS number: a column of them does only if most do.
SHARE_OF_IDENTIFIERS = 0.5


def is_nhs_number(digits: str) -> bool:
    """Return whether ten digits have the check digit of an NHS number (modulus 11, weights 10 to 2)."""
    if not re.fullmatch(r"[0-9]{10}", digits):
        return False
    check = 11 - sum(int(d) * w for d, w in zip(digits, range(10, 1, -1), strict=False)) % 11
    return check != 10 and check % 11 == int(digits[9])


def looks_personal(text: str, postcodes: bool = True) -> bool:
    """Return whether a text holds an NHS number, a full postcode or an e-mail address."""
    numbers = (re.sub(r"[ -]", "", m.group()) for m in NHS_NUMBER.finditer(text))
    found = EMAIL.search(text) is not None or any(is_nhs_number(n) for n in numbers)
    return found or (postcodes and POSTCODE.search(text) is not None)


def without_personal(rows: pl.DataFrame, extract: Extract) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Return (a file's rows as text without personal data in the contract's columns, the listed cells).

    A cell of text that holds any is blanked. If many do, the whole column goes, listed once as row 1; so does an
    optional identifier. A required identifier cannot go: `identifier_looks_personal` stops the run. No value is listed.
    """
    listed = [pl.DataFrame(schema=LISTED)]
    texts = [c for c in extract.kept_columns if c.kind in ("text", "id") and c.heading in rows.columns]
    at_first_sight = rows.select(pl.col(c.heading).str.contains(SUSPECT).any() for c in texts)
    for column in texts:
        if not at_first_sight[column.heading].item():
            continue
        bad = _personal_rows(rows, column)
        given = rows.height - rows[column.heading].null_count()
        if bad.is_empty():
            continue
        share = SHARE if column.kind == "text" else SHARE_OF_IDENTIFIERS
        if bad.len() >= MANY and bad.len() >= share * given:
            rule = "identifier_looks_personal" if column.required else "looks_personal"
            listed.append(_at([1], column.heading, rule))
            rows = rows if column.required else rows.drop(column.heading)
        elif column.kind == "text":
            listed.append(_at(bad.to_list(), column.heading, "looks_personal"))
            blanked = pl.when(~pl.col("row").is_in(bad.implode())).then(pl.col(column.heading))
            rows = rows.with_columns(blanked.alias(column.heading))
    return rows, pl.concat(listed)


def masked(listed: pl.DataFrame) -> pl.DataFrame:
    """Return listed cells without the values that look personal."""
    hidden = [v for v in _suspects(listed["value"]) if looks_personal(v)]
    return listed.with_columns(value=pl.when(~pl.col("value").is_in(hidden)).then("value")) if hidden else listed


def _personal_rows(rows: pl.DataFrame, column: Column) -> pl.Series:
    given = rows[column.heading]
    # A child's number may look like a postcode; nobody identifies children by one.
    values = [v for v in _suspects(given) if looks_personal(v, postcodes=column.kind == "text")]
    return rows.filter(given.is_in(values))["row"] if values else rows["row"].clear()


def _suspects(values: pl.Series) -> list[str]:
    return values.filter(values.str.contains(SUSPECT)).unique(maintain_order=True).to_list()


def _at(numbers: list[int], heading: str, rule: str) -> pl.DataFrame:
    cells = [{"row": n, "column": heading, "rule": rule, "value": None, "left_out": False} for n in numbers]
    return pl.DataFrame(cells, schema=LISTED)
