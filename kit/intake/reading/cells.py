"""What the cells of a table say: blank if a word or a day stands for one, and dates in one form.

The one place in which cells are read, whatever kind of file they come from, before mappings and types.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import polars as pl

from kit.extracts.columns import Column
from kit.intake.reading.days import are_plain, read_days
from kit.text import CONTROL, UNSEEN

# What is listed of a table before its mapping: `value` is never that of a text.
LISTED: dict[str, pl.DataType] = {"row": pl.Int64(), "column": pl.String(), "rule": pl.String(), "value": pl.String()}
MOST_WORDS = 20
# As Word and Excel write them for - and /.
_DASH, _SLASH = r"[\x{2010}-\x{2015}\x{2212}]", r"[\x{2044}\x{2215}]"
_CONTROL = f" *[{CONTROL}][ {CONTROL}]*"


@dataclass(frozen=True)
class ReadCells:
    """A table's rows once its cells are read, what is listed of them, and how many dates had another form.

    `serials` counts dates that were a spreadsheet's number of days, `times` times of day that were dropped, `wrapped`
    texts that were written as formulas.
    """

    rows: pl.DataFrame
    listed: pl.DataFrame
    serials: int = 0
    times: int = 0
    wrapped: int = 0


@dataclass(frozen=True)
class Source:
    """How a table's cells came: its heading row, and of a workbook what they cannot tell.

    `days_ahead` is what a workbook that counts days from 1904 lacks in its numbers of days; `not_available` counts
    the cells that held the error #N/A, by heading.
    """

    heading_row: int
    is_workbook: bool = False
    days_ahead: int = 0
    not_available: Mapping[str, int] = field(default_factory=dict)


def read_cells(rows: pl.DataFrame, columns: Sequence[Column], source: Source) -> ReadCells:
    """Return what the trimmed cells of `rows` say: `row`, and text under the headings of `columns`."""
    listed = [pl.DataFrame(schema=LISTED)]
    new: list[pl.Series] = []
    serials = times = wrapped = 0
    for column in columns:
        if column.heading not in rows.columns:
            continue
        cells = rows[column.heading]
        is_date = column.kind == "date"
        if is_date and not source.is_workbook and not column.form and are_plain(cells):
            continue
        # What of an identifier cannot be seen is said when they are compared with the return's.
        if column.kind != "id" and cells.str.len_bytes().sum() > cells.str.len_chars().sum():
            cells = _as_seen(cells, column.kind)
        # Identifiers are taken out of it when they are compared with the return's, which is said.
        if column.kind != "id" and (formulas := cells.str.starts_with('="').fill_null(False)).any():
            cells, wrapped = _without_formulas(cells), wrapped + int(formulas.sum())
        words = cells.is_in(column.blank_words).fill_null(False)
        errors = pl.Series(["#N/A"]).new_from_index(0, source.not_available.get(column.heading, 0))
        if words.any() or errors.len():
            said = pl.concat([cells.filter(words).alias(""), errors])
            listed.append(listed_once(source.heading_row, column.heading, "read_as_blank", said))
            cells = cells.set(words, None)
        if is_date:
            days = read_days(cells, column.form, is_workbook=source.is_workbook, days_ahead=source.days_ahead)
            if days.no_day.any():
                at, given = rows["row"].filter(days.no_day), cells.filter(days.no_day)
                listed.append(listed_rows(at, column.heading, "stand_in_for_no_date", given))
            cells, serials, times = days.cells, serials + days.serials, times + days.times
        new.append(cells)
    return ReadCells(rows.with_columns(new) if new else rows, pl.concat(listed), serials, times, wrapped)


def _as_seen(cells: pl.Series, kind: str) -> pl.Series:
    """Return the cells without what cannot be seen at their ends, or, but for texts, anywhere; days in plain letters.

    Excel and Windows put marks of the direction of writing between the parts of a date.
    """
    if kind == "text":
        seen = cells.str.replace_all(rf"^[\s{UNSEEN}]+|[\s{UNSEEN}]+$", "")
    else:
        seen = cells.str.replace_all(f"[{UNSEEN}]", "").str.strip_chars()
    if kind == "date":
        seen = seen.str.normalize("NFKC").str.replace_all(_DASH, "-").str.replace_all(_SLASH, "/")
    return seen.set(seen == "", None)


def _without_formulas(cells: pl.Series) -> pl.Series:
    """Return ="20/05/2020" as 20/05/2020: so a text is written that a spreadsheet must not take for a number."""
    texts = cells.str.extract(r'^="((?s:.*))"$').str.replace_all('""', '"', literal=True).str.strip_chars()
    return texts.set(texts == "", None).zip_with(cells.str.contains(r'^="(?s:.*)"$').fill_null(False), cells)


def without_control(frame: pl.DataFrame) -> tuple[pl.DataFrame, dict[str, pl.Series]]:
    """Return the frame with each run of control characters as one space, and which rows of which columns had any."""
    found = {cells.name: cells.str.contains(f"[{CONTROL}]").fill_null(False) for cells in frame.iter_columns()}
    found = {name: rows for name, rows in found.items() if rows.any()}
    return frame.with_columns(pl.col(name).str.replace_all(_CONTROL, " ") for name in found), found


def listed_once(heading_row: int, column: str, rule: str, cells: pl.Series) -> pl.DataFrame:
    """Return the listing of a column at its heading, which says in how many rows each of the cells' words is."""
    counts = cells.alias("word").value_counts().sort("count", "word", descending=[True, False])
    words = [
        f"{word} in {count:,} row{'' if count == 1 else 's'}" for word, count in counts.head(MOST_WORDS).iter_rows()
    ]
    more = [f"{counts.height - MOST_WORDS} more"] if counts.height > MOST_WORDS else []
    return listed_rows([heading_row], column, rule, ", ".join([*words, *more]))


def listed_rows(
    rows: Sequence[int] | pl.Series, column: str, rule: str, values: pl.Series | str | None
) -> pl.DataFrame:
    """Return the listing of a column's rows by a rule, with their values, or one for all."""
    frame = pl.DataFrame({"row": rows}).with_columns(column=pl.lit(column), rule=pl.lit(rule), value=pl.lit(values))
    return frame.cast(LISTED)  # type: ignore[arg-type]
