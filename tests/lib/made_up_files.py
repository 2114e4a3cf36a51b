"""Small made-up files for the tests of reading, and a writer of workbooks that can be as odd as people's are."""

import io
import zipfile
from datetime import date
from pathlib import Path
from xml.sax.saxutils import escape

from kit.errors import KitError
from kit.extracts.columns import Extract
from kit.files.xlsx import MAIN, OFFICE, PACKAGE, TYPE, XML
from kit.intake.reading import RawFile, TextTable, read_tables

SPREADSHEET_DAY_0 = date(1899, 12, 30)
# A workbook of one sheet, without the sheet.
PARTS = {
    "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/xl/workbook.xml" ContentType="{TYPE}.sheet.main+xml"/>'
    f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{TYPE}.worksheet+xml"/>'
    f'<Override PartName="/xl/styles.xml" ContentType="{TYPE}.styles+xml"/></Types>',
    "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}">'
    '<sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>'
    f'<Relationship Id="rId2" Type="{OFFICE}/styles" Target="styles.xml"/></Relationships>',
    "xl/styles.xml": f'<styleSheet xmlns="{MAIN}">'
    '<fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill>'
    '<fill><patternFill patternType="gray125"/></fill>'
    '</fills><borders count="1"><border/></borders>'
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
    '<cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'
    '<xf numFmtId="14" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>'
    "</cellXfs></styleSheet>",
}
REVIEWS = "CHILD,DOB,REVIEW,REVIEW_CODE\n0012345,01/02/2010,03/04/2020,PN1\n0012346,05/06/2011,07/08/2020,PN2\n"


def raw(folder: Path, name: str, content: str | bytes) -> RawFile:
    """Return a file of 2021's folder with this content."""
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return RawFile(path, 2021)


def read(folder: Path, content: str | bytes, name: str = "a.csv") -> TextTable:
    """Return the one table of such a file."""
    [(_, table)] = read_all(folder, content, name)
    return table


def read_all(folder: Path, content: str | bytes, name: str = "a.csv") -> list[tuple[Extract, TextTable]]:
    """Return every table of such a file."""
    return read_tables(raw(folder, name, content))


def refusals(folder: Path, content: str | bytes, name: str = "a.csv") -> list[str]:
    """Return what is said of such a file, which is not read."""
    try:
        read_all(folder, content, name)
    except KitError as error:
        return list(error.messages)
    raise AssertionError("it was read")


def text_cell(place: str, value: str) -> str:
    return f'<c r="{place}" t="inlineStr"><is><t>{escape(value)}</t></is></c>'


def number_cell(place: str, value: float, *, is_date: bool = False) -> str:
    return f'<c r="{place}" s="{int(is_date)}"><v>{value}</v></c>'


def sheet(rows: list[list[str]], *, first_row: int = 1, before: str = "", after: str = "") -> str:
    """Return a sheet: a cell is text, or XML of its own if it begins with <c, with {} for its place."""
    lines = []
    for number, cells in enumerate(rows, start=first_row):
        made = [
            c.replace("{}", f"{'ABCDEFGHIJKLMNOPQRSTUVWXYZ'[n]}{number}")
            if c.startswith("<c ")
            else text_cell(f"{'ABCDEFGHIJKLMNOPQRSTUVWXYZ'[n]}{number}", c)
            for n, c in enumerate(cells)
            if c
        ]
        lines.append(f'<row r="{number}">{"".join(made)}</row>')
    return f'<worksheet xmlns="{MAIN}">{before}<sheetData>{"".join(lines)}</sheetData>{after}</worksheet>'


def book(sheets: dict[str, str], *, hidden: tuple[str, ...] = (), from_1904: bool = False) -> bytes:
    """Return a workbook of these sheets by name."""
    names = list(sheets)
    setting = '<workbookPr date1904="1"/>' if from_1904 else ""
    listed = "".join(
        f'<sheet name="{escape(name)}" sheetId="{n}" r:id="rId{n}" '
        f'state="{"hidden" if name in hidden else "visible"}"/>'
        for n, name in enumerate(names, start=1)
    )
    links = "".join(
        f'<Relationship Id="rId{n}" Type="{OFFICE}/worksheet" Target="worksheets/sheet{n}.xml"/>'
        for n in range(1, len(names) + 1)
    )
    parts = PARTS | {
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}">{setting}<sheets>{listed}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships">{links}'
        f'<Relationship Id="rId99" Type="{OFFICE}/styles" Target="styles.xml"/></Relationships>',
        **{f"xl/worksheets/sheet{n}.xml": sheets[name] for n, name in enumerate(names, start=1)},
    }
    return zipped({name: (XML + part).encode() for name, part in parts.items()})


def zipped(parts: dict[str, bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", compression) as package:
        for name, part in parts.items():
            package.writestr(zipfile.ZipInfo(name, (2020, 1, 1, 0, 0, 0)), part, compression)
    return out.getvalue()
