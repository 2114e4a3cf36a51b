"""A workbook that a screen reader can read, by the rules of the Government Analysis Function for spreadsheets.

A cover, the contents, and sheets with one marked-up table each; nothing merged, hidden or empty, and no formula.
`workbook_tables.py` says what is in them.
"""

import io
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from kit.documents.workbook_tables import Amount, Cell, WorkbookTable, readers_tables
from kit.text import readable

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

    from kit.counting.figures import Figures

# Excel's own limit, in units of UTF-16.
LONGEST_NAME = 31
FONT, SIZE = "Arial", 12
INK, BLUE = "#0B0C0C", "#12436D"
NO_DAY = datetime(1980, 1, 1)  # noqa: DTZ001 (Excel knows no time zones)
A4 = 9
WIDTH = 110
# A letter is so wide, in units of columns; a line so high, in points.
WIDE, HIGH = 0.95, 16
BACK = "Back to the contents"


@dataclass(frozen=True)
class _Styles:
    title: Any
    line: Any
    text: Any
    cell: Any
    after: Any
    head: Any
    number_head: Any
    link: Any
    mark: Any
    numbers: tuple[Any, ...]


def as_workbook(figures: "Figures", head: Sequence[str]) -> bytes:
    """Return the figures as an XLSX file; `head` is what the report says of itself, such as when it was published."""
    import xlsxwriter

    tables = readers_tables(figures)
    names = _sheet_names([table.sheet for table in tables])
    title = workbook_title(figures)
    made = io.BytesIO()
    book = xlsxwriter.Workbook(made, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"title": title, "author": figures.settings.name, "created": NO_DAY})
    styles = _styles(book)
    _cover(book.add_worksheet("Cover"), styles, title, figures, head)
    contents = [(name, table.title) for name, table in zip(names, tables, strict=True)]
    _contents(book.add_worksheet("Contents"), styles, contents)
    for number, (name, table) in enumerate(zip(names, tables, strict=True), start=1):
        _sheet(book.add_worksheet(name), styles, table, number)
    book.close()
    return made.getvalue()


def workbook_title(figures: "Figures") -> str:
    """Return what the figures are called wherever they are given as a file."""
    return f"Figures of the Independent Reviewing Officers’ annual report {figures.years[-1].label}"


def _styles(book: Any) -> _Styles:
    usual = {"font_name": FONT, "font_size": SIZE, "font_color": INK, "valign": "top"}

    def style(**more: Any) -> Any:
        return book.add_format({**usual, **more})

    head = {"bold": True, "text_wrap": True, "bottom": 2, "valign": "bottom"}
    return _Styles(
        title=style(bold=True, font_size=16),
        line=style(),
        text=style(text_wrap=True),
        cell=style(text_wrap=True, num_format="@"),
        after=style(text_wrap=True, num_format="@", indent=1),
        head=style(**head),
        number_head=style(**head, align="right"),
        link=style(font_color=BLUE, underline=1),
        mark=style(align="right", num_format="@"),
        numbers=tuple(style(num_format="#,##0" + ("." + "0" * places if places else "")) for places in range(3)),
    )


def _cover(sheet: "Worksheet", styles: _Styles, title: str, figures: "Figures", head: Sequence[str]) -> None:
    first, last = figures.years[0], figures.years[-1]
    sheet.set_column(0, 0, WIDTH)
    lines = [
        f"{figures.settings.name}, {figures.settings.service}",
        *head,
        f"These are the figures of the report, {first.label} to {last.label}. A year is from 1 April to 31 March.",
        "Every sheet has one table. The sheet Notes explains the marks [c], [x] and [z], and Measures what is counted.",
        "The same figures are in figures.csv, and for Power BI in figures.parquet, measures.parquet and years.parquet.",
    ]
    _title(sheet, styles, title)
    for row, line in enumerate(lines, start=1):
        sheet.set_row(row, HIGH * _lines(line, WIDTH))
        _text(sheet, row, 0, line, styles.text)
    _on_paper(sheet)


def _contents(sheet: "Worksheet", styles: _Styles, contents: Sequence[tuple[str, str]]) -> None:
    sheet.set_column(0, 0, 34)
    sheet.set_column(1, 1, 90)
    _title(sheet, styles, "Contents")
    _text(sheet, 1, 0, "This sheet has one table.", styles.line)
    _head(sheet, styles, 2, "contents", (("Sheet", False), ("What is in it", False)), len(contents), filtered=False)
    for row, (name, title) in enumerate(contents, start=3):
        _link(sheet, row, name, styles.link)
        _text(sheet, row, 1, title, styles.cell)
    _on_paper(sheet)


def _sheet(sheet: "Worksheet", styles: _Styles, table: WorkbookTable, number: int) -> None:
    for column, (_, width, _) in enumerate(table.columns):
        sheet.set_column(column, column, width)
    _title(sheet, styles, table.title)
    lines = ("This sheet has one table.", *table.about)
    for row, line in enumerate(lines, start=1):
        _text(sheet, row, 0, line, styles.line)
    top = len(lines) + 1
    sheet.write_url(top, 0, "internal:'Contents'!A1", styles.link, BACK)
    top += 1
    columns = [(heading, right) for heading, _, right in table.columns]
    _head(sheet, styles, top, f"table_{number}", columns, len(table.rows), filtered=table.filtered)
    widths = [width for _, width, _ in table.columns]
    sheet.set_row(top, HIGH * max(map(_lines, [heading for heading, _ in columns], widths)))
    for row, cells in enumerate(table.rows, start=top + 1):
        sheet.set_row(row, HIGH * max(map(_lines, cells, widths)))
        for column, (cell, (_, _, right)) in enumerate(zip(cells, table.columns, strict=True)):
            if isinstance(cell, Amount):
                sheet.write_number(row, column, cell.value, styles.numbers[cell.places])
            else:
                # Words do not touch a number before them.
                after = column > 0 and table.columns[column - 1][2]
                _text(sheet, row, column, cell, styles.mark if right else styles.after if after else styles.cell)
    sheet.repeat_rows(top)
    _on_paper(sheet)


def _head(
    sheet: "Worksheet",
    styles: _Styles,
    top: int,
    name: str,
    columns: Sequence[tuple[str, bool]],
    rows: int,
    filtered: bool,
) -> None:
    """Mark a table up, and write its row of headings."""
    heads = [
        {"header": heading, "header_format": styles.number_head if right else styles.head} for heading, right in columns
    ]
    done = sheet.add_table(
        top, 0, top + rows, len(columns) - 1,
        {"name": name, "columns": heads, "style": None, "autofilter": filtered},
    )  # fmt: skip
    if done:
        raise ValueError(f"no table can be made of {name}")


def _title(sheet: "Worksheet", styles: _Styles, title: str) -> None:
    sheet.set_row(0, 2 * HIGH)
    _text(sheet, 0, 0, title, styles.title)


def _text(sheet: "Worksheet", row: int, column: int, text: str, style: Any) -> None:
    """Write words as the words that they are: never as a formula, a number or an address."""
    if sheet.write_string(row, column, readable(text), style):
        raise ValueError(f"a cell cannot hold what is in row {row + 1}, column {column + 1}")


def _link(sheet: "Worksheet", row: int, name: str, style: Any) -> None:
    place = name.replace("'", "''")
    if sheet.write_url(row, 0, f"internal:'{place}'!A1", style, name):
        raise ValueError(f"no link can be made to {name}")


def _on_paper(sheet: "Worksheet") -> None:
    sheet.set_paper(A4)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.set_footer("&R&P")


def _sheet_names(wanted: Sequence[str]) -> list[str]:
    """Return names that Excel takes, no two alike."""
    made: list[str] = []
    for name in wanted:
        clean = " ".join(re.sub(r"[\[\]:*?/\\]", " ", readable(name)).split()).strip("'") or "Sheet"
        number, short = 1, _cut(clean, LONGEST_NAME)
        while short.casefold() in {"cover", "contents", "history", *(one.casefold() for one in made)}:
            number += 1
            short = f"{_cut(clean, LONGEST_NAME - 1 - len(str(number)))} {number}"
        made.append(short)
    return made


def _cut(text: str, units: int) -> str:
    while len(text.encode("utf-16-le")) > units * 2:
        text = text[:-1]
    return text.strip(" '")


def _lines(text: Cell, width: int) -> int:
    """Return how many lines a cell's words take in a column, about: programs other than Excel do not find out."""
    return 1 if isinstance(text, Amount) else max(1, -int(-len(text) * WIDE // width))
