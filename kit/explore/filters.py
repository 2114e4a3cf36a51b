"""Filters of the rows behind a measure (`where=`), and a sentence for a column or value that they do not have."""

from collections.abc import Iterator, Mapping

import polars as pl

from kit.errors import KitError, did_you_mean
from kit.explore.rows_behind import RowsBehind
from kit.extracts.codes import NOT_RECORDED
from kit.measures.breakdowns import BREAKDOWNS
from kit.years import ReportingYear

Where = Mapping[str, object]
SEVERAL = (list, tuple, set, frozenset)
# Columns of which no value is quoted: identifiers of children, and what someone wrote.
UNSAID = ("child_id", "escalation_id", "sw_id", "note", "action", "file", "row")
# Of very many values of a column so many are named.
MOST_WORDS = 40
WITHIN = ("numerator", "denominator", "value", "censored")


def filtered(behind: RowsBehind, name: str, where: Where | None) -> pl.DataFrame:
    """Return the rows behind a measure of which every column named has the value, or one of the values, given.

    KitError, for all filters at once, if no row of any loaded year has one of the values.
    """
    rows = behind.rows(name)
    if faults := [each for column, wanted in (where or {}).items() for each in _unknown(behind, name, column, wanted)]:
        raise KitError(faults, wrong_use=True)
    return kept_of(rows, where)


def kept_of(rows: pl.DataFrame, where: Where | None) -> pl.DataFrame:
    """Return those of some rows of which every column named, which they must have, has one of the values given."""
    for column, wanted in (where or {}).items():
        texts, cells = sorted(_texts(wanted)), rows[column]
        if isinstance(cells.dtype, pl.List):
            rows = rows.filter(cells.list.eval(pl.element().cast(pl.String).is_in(texts)).list.any())
        else:
            rows = rows.filter(as_text(cells).is_in(texts))
    return rows


def words_in(rows: pl.DataFrame, column: str) -> list[str]:
    """Return what the rows have in a column, as the words of categories, each once; what is not recorded, last."""
    cells = rows[column].explode() if isinstance(rows.schema[column], pl.List) else rows[column]
    return sorted(set(as_text(cells)), key=lambda each: (each == NOT_RECORDED, each))


def column_of(rows: pl.DataFrame, name: str, column: str) -> str:
    """Return the name of a column of the rows behind a measure; KitError, with those that there are, if not one."""
    if column not in rows.columns or column in ("reporting_year", *WITHIN):
        known = [one for one in rows.columns if one not in ("reporting_year", "numerator", "denominator")]
        raise KitError(
            f'The rows behind {name} have no "{column}".{did_you_mean(column, known)} They have: {", ".join(known)}.',
            wrong_use=True,
        )
    return column


def always(column: str, period: ReportingYear) -> tuple[str, ...]:
    """Return the categories of a column that always appear in a reporting year; none if it is no such breakdown."""
    way = BREAKDOWNS.get(column)
    return way.categories_in(period) if way else ()


def as_text(cells: pl.Series) -> pl.Series:
    """Return values as the words of categories: what is empty is not recorded, and yes and no are words."""
    if cells.dtype == pl.Boolean:
        cells = cells.replace_strict({True: "Yes", False: "No"}, return_dtype=pl.String, default=None)
    return cells.cast(pl.String).fill_null(NOT_RECORDED)


def _unknown(behind: RowsBehind, name: str, column: str, wanted: object) -> Iterator[str]:
    """Say which values of a filter no row has, neither of the measure nor of the one it is a rate of, and which
    there are; of children and free text none is quoted."""
    rows, measure = behind.rows(name), behind.measure(name)
    column_of(rows, name, column)
    there = words_in(rows, column) if rows.height else []
    whole = measure.per or measure.drawn_from
    if whole and column in (others := behind.rows(whole)).columns:
        there = sorted({*there, *words_in(others, column)})
    known = {*there, *(one for period in behind.years for one in always(column, period))}
    unknown = sorted(_texts(wanted) - known)
    if not known or not unknown:
        return
    if column in UNSAID:
        yield f"No row behind {name} has such a {column}. Leave it out to see those that there are."
        return
    said = f"No row behind {name} has {column} {' or '.join(unknown)}."
    if (kind := rows.schema[column]).is_numeric() or kind.is_temporal():
        yield f"{said} There are: {rows[column].min()!s} to {rows[column].max()!s}."
    else:
        listed = there or sorted(known)
        more = f", and {len(listed) - MOST_WORDS} more" if len(listed) > MOST_WORDS else ""
        yield f"{said}{did_you_mean(unknown[0], known)} There are: {', '.join(listed[:MOST_WORDS])}{more}."


def _texts(wanted: object) -> set[str]:
    return {_text(value) for value in (wanted if isinstance(wanted, SEVERAL) else [wanted])}


def _text(value: object) -> str:
    return {True: "Yes", False: "No"}[value] if isinstance(value, bool) else str(value)
