"""Writing lists as an XLSX workbook: long ones quickly, everything as the text that it is, the same bytes each time.

Only what a list needs: headings that stay in view, a filter, widths. Text is never a formula, a date or a number to
Excel, so that an id keeps its zeros; a column of dates is one of Excel's dates.
"""

import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Executor, ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from pathlib import Path
from string import ascii_uppercase
from typing import IO
from xml.sax.saxutils import escape, quoteattr

import polars as pl

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
# What Excel calls columns: A to Z, then AA to ZZ.
LETTERS = tuple(f"{a}{b}".strip() for a in (" " + ascii_uppercase) for b in ascii_uppercase)
# Excel has 1,048,576 rows; what is more goes on in the next sheet.
SHEET_ROWS = 1_000_000
AT_A_TIME = 50_000
# Characters: of columns that are as wide as they need.
WIDEST, NARROWEST = 40, 10
LONGEST_CELL = 32_767
# Cell formats of the styles: a heading; text, set to the top and wrapped if the sheet says so; a day, as Excel
# shows days on the reader's computer.
STYLES = (
    f'<styleSheet xmlns="{MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>'
    '<font><b/><sz val="11"/><name val="Calibri"/></font></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>'
    '</fills><borders count="2"><border/><border><left/><right/><top/><bottom style="thin"/><diagonal/></border>'
    '</borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
    '<cellXfs count="5"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'
    '<xf numFmtId="49" fontId="1" fillId="0" borderId="1" xfId="0" applyFont="1" applyBorder="1" applyAlignment="1">'
    '<alignment vertical="top" wrapText="1"/></xf>'
    '<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>'
    '<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1">'
    '<alignment vertical="top" wrapText="1"/></xf>'
    '<xf numFmtId="14" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>'
)
HEADING, TEXT, WRAPPED, DAY = 1, 2, 3, 4
# Excel counts days from 30 December 1899, polars from 1 January 1970.
FIRST_DAY_OF_EXCEL = 25_569


@dataclass(frozen=True)
class Sheet:
    """A sheet: its name, its rows, and for each column of them the heading and the width in characters.

    `choices` are what may be typed below a heading: a list to choose from, without commas or quotation marks in them.
    """

    name: str
    rows: pl.DataFrame
    columns: Sequence[tuple[str, int]]
    wrapped: bool = False
    choices: Mapping[str, Sequence[str]] = field(default_factory=dict)


def write_workbook(to: Path | IO[bytes], sheets: Sequence[Sheet], *, packed: bool = True) -> None:
    """Write the sheets, in order, as an XLSX file; a sheet with more rows than Excel can hold goes on in another.

    How it is `packed` depends on Python's version: without, it has the same bytes everywhere.
    """
    how = zipfile.ZIP_DEFLATED if packed else zipfile.ZIP_STORED
    parts = [part for sheet in sheets for part in _within_excel(sheet)]
    texts = _distinct_texts(parts)
    with (
        zipfile.ZipFile(to, "w", how, compresslevel=1) as book,
        ThreadPoolExecutor(1) as maker,
    ):
        for name, text in _frame([part.name for part in parts]).items():
            book.writestr(_entry(name, how), XML + text)
        for number, part in enumerate(parts, start=1):
            _write(book, f"xl/worksheets/sheet{number}.xml", _sheet_xml(part, texts), maker)
        _write(book, "xl/sharedStrings.xml", _texts_xml(texts), maker)


def _write(book: zipfile.ZipFile, name: str, texts: Iterator[str], maker: Executor) -> None:
    """Write a part of the workbook; while a piece of it is packed, the next is made."""
    with book.open(_entry(name, book.compression), "w", force_zip64=True) as stream:
        coming = maker.submit(next, texts, None)
        while (text := coming.result()) is not None:
            coming = maker.submit(next, texts, None)
            stream.write(text.encode("utf-8"))


def _within_excel(sheet: Sheet) -> Iterator[Sheet]:
    for number, start in enumerate(range(0, max(sheet.rows.height, 1), SHEET_ROWS), start=1):
        name = sheet.name if number == 1 else f"{sheet.name} {number}"
        yield replace(sheet, name=name, rows=sheet.rows.slice(start, SHEET_ROWS))


def _distinct_texts(sheets: Iterable[Sheet]) -> pl.DataFrame:
    """Return `text` and its `number`, from 0, for every text of the sheets: a list says the same of many rows."""
    columns = [cells for sheet in sheets for cells in sheet.rows.iter_columns() if cells.dtype == pl.String]
    found = [pl.Series(dtype=pl.String), *(cells.unique().alias("") for cells in columns)]
    return pl.DataFrame({"text": pl.concat(found).drop_nulls().unique().sort()}).with_row_index("number")


def _texts_xml(texts: pl.DataFrame) -> Iterator[str]:
    yield f'{XML}<sst xmlns="{MAIN}" uniqueCount="{texts.height}">'
    item = pl.concat_str(pl.lit('<si><t xml:space="preserve">'), _as_xml(pl.col("text")), pl.lit("</t></si>"))
    for part in texts.iter_slices(AT_A_TIME):
        yield part.select(item.str.join("")).item()
    yield "</sst>"


def _sheet_xml(sheet: Sheet, texts: pl.DataFrame) -> Iterator[str]:
    widths = "".join(
        f'<col min="{n}" max="{n}" width="{width}" customWidth="1"/>'
        for n, (_, width) in enumerate(sheet.columns, start=1)
    )
    headings = "".join(
        f'<c r="{LETTERS[n]}1" s="{HEADING}" t="inlineStr"><is><t>{escape(heading)}</t></is></c>'
        for n, (heading, _) in enumerate(sheet.columns)
    )
    yield (
        f'{XML}<worksheet xmlns="{MAIN}"><sheetViews><sheetView workbookViewId="0">'
        '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>'
        f'<cols>{widths}</cols><sheetData><row r="1">{headings}</row>'
    )
    numbered = pl.DataFrame([_numbered(cells, texts) for cells in sheet.rows.iter_columns()])
    row = _row_xml(sheet)
    for start in range(0, numbered.height, AT_A_TIME):
        part = numbered.slice(start, AT_A_TIME).with_row_index("", offset=start + 2)
        yield part.with_columns(pl.col("").cast(pl.String)).select(row.str.join("")).item()
    last = f"{LETTERS[len(sheet.columns) - 1]}{sheet.rows.height + 1}"
    yield f'</sheetData><autoFilter ref="A1:{last}"/>{_choices_xml(sheet)}</worksheet>'


def _choices_xml(sheet: Sheet) -> str:
    headings = [heading for heading, _ in sheet.columns]
    lists = []
    for heading, choices in sheet.choices.items():
        letter = LETTERS[headings.index(heading)]
        lists.append(
            f'<dataValidation type="list" allowBlank="1" showErrorMessage="1" sqref="{letter}2:{letter}'
            f'{sheet.rows.height + 1}"><formula1>"{escape(",".join(choices))}"</formula1></dataValidation>'
        )
    return f'<dataValidations count="{len(lists)}">{"".join(lists)}</dataValidations>' if lists else ""


def _numbered(cells: pl.Series, texts: pl.DataFrame) -> pl.Series:
    """Return the numbers of texts, and of days; a column of numbers as it is."""
    if cells.dtype == pl.Date:
        return cells.cast(pl.Int32) + FIRST_DAY_OF_EXCEL
    if cells.dtype != pl.String:
        return cells
    found = cells.to_frame("text").join(texts, on="text", how="left", maintain_order="left")
    return found["number"].alias(cells.name)


def _row_xml(sheet: Sheet) -> pl.Expr:
    """Return a row as XML, its number in the column without a name: made a column at a time, and not cell by cell."""
    style = WRAPPED if sheet.wrapped else TEXT
    cells = []
    for letter, (name, dtype) in zip(LETTERS, sheet.rows.schema.items(), strict=False):
        kind = f' s="{style}" t="s"' if dtype == pl.String else f' s="{DAY}"' if dtype == pl.Date else ""
        opening, value = pl.lit(f'"{kind}><v>'), pl.col(name).cast(pl.String)
        cell = pl.concat_str(pl.lit(f'<c r="{letter}'), pl.col(""), opening, value, pl.lit("</v></c>"))
        cells.append(cell.fill_null("") if sheet.rows[name].null_count() else cell)
    return pl.concat_str(pl.lit('<row r="'), pl.col(""), pl.lit('">'), *cells, pl.lit("</row>"))


def _as_xml(text: pl.Expr) -> pl.Expr:
    """Return text as XML: no control character, nothing that Excel would read as an escape, no cell too long."""
    shown = text.str.slice(0, LONGEST_CELL)
    shown = shown.str.replace_all(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x{fffe}\x{ffff}]", "\ufffd")
    shown = shown.str.replace_all(r"_(x[0-9A-Fa-f]{4}_)", "_x005F_$1")
    for character, entity in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;")):
        shown = shown.str.replace_all(character, entity, literal=True)
    return shown


def _frame(names: list[str]) -> dict[str, str]:
    """Return the parts of a workbook around its sheets."""
    numbers = range(1, len(names) + 1)
    kinds = "".join(
        f'<Override PartName="/xl/worksheets/sheet{n}.xml" ContentType="{TYPE}.worksheet+xml"/>' for n in numbers
    )
    sheets = "".join(
        f'<sheet name={quoteattr(name)} sheetId="{n}" r:id="rId{n}"/>' for n, name in zip(numbers, names, strict=True)
    )
    links = "".join(
        f'<Relationship Id="rId{n}" Type="{OFFICE}/worksheet" Target="worksheets/sheet{n}.xml"/>' for n in numbers
    )
    return {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{TYPE}.sheet.main+xml"/>{kinds}'
        f'<Override PartName="/xl/styles.xml" ContentType="{TYPE}.styles+xml"/>'
        f'<Override PartName="/xl/sharedStrings.xml" ContentType="{TYPE}.sharedStrings+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>{sheets}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships">{links}'
        f'<Relationship Id="rId{len(names) + 1}" Type="{OFFICE}/styles" Target="styles.xml"/>'
        f'<Relationship Id="rId{len(names) + 2}" Type="{OFFICE}/sharedStrings" Target="sharedStrings.xml"/>'
        "</Relationships>",
        "xl/styles.xml": STYLES,
    }


def _entry(name: str, how: int) -> zipfile.ZipInfo:
    """Return a part's place in the file, without a clock."""
    entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
    entry.create_system, entry.compress_type = 0, how
    return entry


def as_sheet(name: str, frame: pl.DataFrame) -> Sheet:
    """Return a table as a sheet of that name, every cell as text and each column as wide as it needs."""
    texts = as_texts(frame)
    lengths = [max(map(len, (name, *texts[name].drop_nulls()))) for name in texts.columns]
    widths = [min(WIDEST, max(NARROWEST, length + 2)) for length in lengths]
    return Sheet(name, texts, list(zip(texts.columns, widths, strict=True)))


def as_texts(frame: pl.DataFrame) -> pl.DataFrame:
    """Return the table with every value as text, lists with ";" between, and yes and no as words."""
    made = []
    for name, kind in frame.schema.items():
        column = pl.col(name)
        if isinstance(kind, pl.List):
            column = column.cast(pl.List(pl.String)).list.join("; ")
        elif kind == pl.Boolean:
            column = pl.when(column).then(pl.lit("yes")).when(column.not_()).then(pl.lit("no"))
        made.append(column.cast(pl.String).alias(name))
    return frame.select(made)
