"""A small XLSX writer, whose bytes are the same everywhere: nothing is compressed, and no clock is read."""

import io
import zipfile
from datetime import date
from xml.sax.saxutils import escape

from kit.files.xlsx import LETTERS, MAIN, OFFICE, PACKAGE, TYPE, XML
from kit.sample.slips.slips import parsed

SPREADSHEET_DAY_0 = date(1899, 12, 30)
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


def workbook(headings: tuple[str, ...], rows: list[dict[str, str]]) -> bytes:
    """Return an XLSX file of one sheet: text as text, real dates under the headings in `_date`."""
    lines = [_line(1, [_text(f"{LETTERS[n]}1", heading) for n, heading in enumerate(headings)])]
    for number, row in enumerate(rows, start=2):
        cells = [_cell(f"{LETTERS[n]}{number}", heading, row.get(heading, "")) for n, heading in enumerate(headings)]
        lines.append(_line(number, cells))
    sheet = f'<worksheet xmlns="{MAIN}"><sheetData>{"".join(lines)}</sheetData></worksheet>'
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as file:
        for name, part in (PARTS | {"xl/worksheets/sheet1.xml": sheet}).items():
            info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.create_system = 0
            file.writestr(info, XML + part)
    return out.getvalue()


def _line(number: int, cells: list[str]) -> str:
    return f'<row r="{number}">{"".join(cells)}</row>'


def _cell(place: str, heading: str, value: str) -> str:
    if not value:
        return ""
    if heading.endswith("_date"):
        return f'<c r="{place}" s="1"><v>{(parsed(value) - SPREADSHEET_DAY_0).days}</v></c>'
    return _text(place, value)


def _text(place: str, value: str) -> str:
    return f'<c r="{place}" t="inlineStr"><is><t>{escape(value)}</t></is></c>'
