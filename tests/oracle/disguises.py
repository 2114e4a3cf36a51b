"""The same councils as other software exports them: words for blanks, other forms of dates, codes in small letters."""

from datetime import date
from random import Random

from tests.oracle.cells import CODES, CODES_OF_THE_RETURN, DATES_OF_THE_RETURN

NEEDED = {"DOB", "DECOM", "REVIEW", "review_date", "as_at_date", "raised_date"}
WORDS = ["", "", "NULL", "null", "N/A", "n/a", "NA", "None", "nan", "#N/A", "-", " - ", "\x0b", " NULL "]
NO_DATES = [
    *("01/01/0000", "01/01/0001", "01/01/1753", "30/12/1899", "31/12/1899", "01/01/1900", "31/12/9999", "15/06/1801"),
    *("0", "1", "2", "2958465", "1900-01-01 00:00:00", "31-Dec-9999", "9999-12-31T23:59:59", "01.01.1900 12:00 AM"),
]
FORMS = ["%d/%m/%Y", "%d-%b-%Y", "%d.%m.%Y", "%Y/%m/%d", "%Y-%m-%d", "%d %B %Y", "%Y%m%d", "%B %d, %Y", "%d-%m-%Y"]
TIMES = ["", "", " 00:00", " 14:30", " 02:30 PM", " 9:05:00 am", " 23:59:59.997"]


def disguised(council: dict, seed: int) -> dict:
    """Return the council with every file's cells written otherwise, so that they say the same."""
    rng = Random(f"disguise {seed}")
    folders = {
        year: {
            name: [_row(rng, name.partition("@")[0].removesuffix(".csv"), row) for row in rows]
            for name, rows in files.items()
        }
        for year, files in council["folders"].items()
    }
    return council | {"folders": folders}


def _row(rng: Random, extract: str, row: dict[str, str]) -> dict[str, str]:
    return {column: _cell(rng, extract, column, cell) for column, cell in row.items()}


def _cell(rng: Random, extract: str, column: str, cell: str) -> str:
    is_date = column.endswith("_date") or column in DATES_OF_THE_RETURN
    if not cell.strip():
        word = rng.choice(NO_DATES if is_date and column not in NEEDED and rng.random() < 0.3 else WORDS)
        return "" if word.strip().lower() == CODES.get((extract, column)) else word
    if column in CODES_OF_THE_RETURN:
        return rng.choice([cell, cell.lower(), cell.title()])
    day = _as_day(cell) if is_date else None
    if day is None:
        return cell
    serial = str((day - date(1899, 12, 30)).days) if 1990 <= day.year < 2100 else ""
    return rng.choice([serial, *(day.strftime(form) + rng.choice(TIMES) for form in FORMS)]) or cell


def _as_day(cell: str) -> date | None:
    try:
        return date(*map(int, reversed(cell.split("/")))) if "/" in cell else date.fromisoformat(cell)
    except (ValueError, TypeError):
        return None
