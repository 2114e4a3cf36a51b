"""Small councils laid out as raw files, to be spoilt one way at a time."""

import csv
import io
import shutil
import zipfile
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

from kit.paths import CHECKOUT, Places
from tests.lib.made_up_files import PARTS, SPREADSHEET_DAY_0

HEADINGS = {
    "header": "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB",
    "episodes": "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN",
    "reviews": "CHILD,DOB,REVIEW,REVIEW_CODE",
    "review_details": "child_id,review_date,system_due_date,cancelled,iro_id,mode,decisions_sent_date,"
    "record_sent_date,record_late_reason,social_work_report,care_plan,parent_took_part,late_reason,"
    "seen_before_review,quality_score",
    "send": "child_id,as_at_date,sen_provision,primary_need,disability,communication_support",
    "escalations": "escalation_id,child_id,iro_id,raised_date,raised_stage,theme,resolved_date,resolved_stage,"
    "outcome,learning_shared_date",
}
FILES = {
    "header": ["1001,1,01/06/2010,WBRI,,,", "1002,2,02/07/2005,BCRB,,1,"],
    "episodes": ["1001,01/06/{before},S,C2,N1,U6,PR1,,,,,,", "1002,03/06/{before},S,V2,N1,K2,PR1,,,,,,"],
    "reviews": ["1001,01/06/2010,20/06/{before},PN1", "1002,02/07/2005,22/06/{before},PN3"],
}


def small_council(folder: Path, years: Iterable[int] = (2020, 2021)) -> Places:
    """Write a council `small` of two children that start to be looked after in each year; return its places."""
    places = Places("small", folder / "data", folder / "params", folder / "reports")
    places.params.mkdir(parents=True, exist_ok=True)
    for year in years:
        for extract, lines in FILES.items():
            put(places, year, f"{extract}.csv", lines, extract)
    return places


def two_years_of_the_sample(folder: Path) -> Places:
    """Copy the sample council's last two years and its settings, to be changed; return its places."""
    for year in ("2020", "2021"):
        shutil.copytree(CHECKOUT / "data" / "sample" / "raw" / year, folder / "data" / "sample" / "raw" / year)
    shutil.copytree(CHECKOUT / "params" / "sample", folder / "params" / "sample")
    return Places("sample", folder / "data", folder / "params", folder / "reports")


def put(places: Places, year: int, name: str, lines: Sequence[str], extract: str = "") -> Path:
    """Write a file of a year from its lines; the headings of `extract` come first if one is given."""
    head = [HEADINGS[extract]] if extract else []
    text = "".join(f"{line}\n" for line in [*head, *lines]).replace("{before}", str(year - 1))
    return put_bytes(places, year, name, text.encode())


def put_bytes(places: Places, year: int, name: str, content: bytes) -> Path:
    """Write a file of a year as it is."""
    path = places.raw / str(year) / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return path


def rows_of(path: Path) -> list[list[str]]:
    """Return the rows of a CSV file below its headings, blank ones left out, as Python's own reader sees them."""
    text = path.read_bytes().decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text, newline="")))[1:]
    return [row for row in rows if any(cell.strip() for cell in row)]


def workbook(*sheets: Sequence[Sequence[str | int | float | date | None]]) -> bytes:
    """Return an XLSX file: text as text, numbers as numbers, dates as real Excel dates."""
    kinds = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet"
    names = range(1, len(sheets) + 1)
    parts = dict(PARTS)
    parts["xl/workbook.xml"] = PARTS["xl/workbook.xml"].replace(
        '<sheet name="Sheet1" sheetId="1" r:id="rId1"/>',
        "".join(f'<sheet name="Sheet{n}" sheetId="{n}" r:id="s{n}"/>' for n in names),
    )
    parts["xl/_rels/workbook.xml.rels"] = PARTS["xl/_rels/workbook.xml.rels"].replace(
        "</Relationships>",
        "".join(f'<Relationship Id="s{n}" Type="{kinds}" Target="worksheets/sheet{n}.xml"/>' for n in names)
        + "</Relationships>",
    )
    for n, rows in zip(names, sheets, strict=True):
        lines = "".join(f'<row r="{r}">{_cells(r, row)}</row>' for r, row in enumerate(rows, start=1) if row)
        parts[f"xl/worksheets/sheet{n}.xml"] = (
            '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
            f"<sheetData>{lines}</sheetData></worksheet>"
        )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        for name, part in parts.items():
            file.writestr(name, '<?xml version="1.0" encoding="UTF-8"?>\n' + part)
    return out.getvalue()


def _cells(row: int, cells: Sequence[str | int | float | date | None]) -> str:
    text = ""
    for letter, cell in zip("ABCDEFGHIJKLMNOP", cells, strict=False):
        if isinstance(cell, date):
            text += f'<c r="{letter}{row}" s="1"><v>{(cell - SPREADSHEET_DAY_0).days}</v></c>'
        elif isinstance(cell, int | float):
            text += f'<c r="{letter}{row}"><v>{cell}</v></c>'
        elif cell:
            text += f'<c r="{letter}{row}" t="inlineStr"><is><t>{cell}</t></is></c>'
    return text
