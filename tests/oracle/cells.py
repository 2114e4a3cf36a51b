"""What a cell of a file says, read one by one (definitions, section 2: "What a cell says")."""

import re
from collections.abc import Mapping
from datetime import date, datetime

BLANK_WORDS = ("null", "n/a", "na", "none", "nan", "#n/a", "-")
# If such a word is a code of its column.
CODES = {
    ("review_details", "care_plan"): "none",
    ("send", "disability"): "none",
    ("education_plans", "status"): "none",
    ("audits", "answer"): "na",
}
CODES_OF_THE_RETURN = {"SEX", "ETHNIC", "RNE", "LS", "CIN", "PLACE", "REC", "REVIEW_CODE", "MISSING"}
DATES_OF_THE_RETURN = {"DOB", "DECOM", "DEC", "REVIEW", "DUC", "MIS_START", "MIS_END"}
FORMS = ("%d/%m/%Y", "%Y-%m-%d", "%d.%m.%Y", "%d-%m-%Y", "%Y/%m/%d", "%Y%m%d", "%d-%b-%Y", "%d %B %Y", "%B %d, %Y")
# The number of days, counted from 30 December 1899, that stands for no date, and the first and last one read as a date.
NO_DATES = {0, 1, 2, 2958465}
SERIALS = range(date(1990, 1, 1).toordinal(), date(2100, 1, 1).toordinal())
DAY_0 = date(1899, 12, 30).toordinal()


def said(extract: str, column: str, text: str | None) -> str:
    """Return what a cell says: nothing for a blank, a day as dd/mm/yyyy, a code of the return in capitals."""
    cell = " ".join(re.split(r"[\x00-\x08\x0b\x0c\x0e-\x1f]+", text or "")).strip()
    if cell.lower() in BLANK_WORDS and cell.lower() != CODES.get((extract, column)):
        return ""
    if column.endswith("_date") or column in DATES_OF_THE_RETURN:
        return _day(cell)
    return cell.upper() if column in CODES_OF_THE_RETURN else cell


def said_in(extract: str, row: Mapping[str, str | None]) -> dict[str, str]:
    """Return what every cell of a row says."""
    return {column: said(extract, column, text) for column, text in row.items()}


def _day(text: str) -> str:
    if re.fullmatch(r"\d+(\.\d+)?", text) and len(text.split(".", maxsplit=1)[0]) < 8:
        number = int(float(text))
        if number in NO_DATES:
            return ""
        return date.fromordinal(DAY_0 + number).strftime("%d/%m/%Y") if DAY_0 + number in SERIALS else text
    day = re.sub(r"[ T,]+\d{1,2}(:\d\d)+(\.\d+)?( ?[AaPp][Mm])?$", "", text)
    for form in FORMS:
        try:
            found = datetime.strptime(day, form).date()  # noqa: DTZ007
        except ValueError:
            continue
        return found.strftime("%d/%m/%Y") if date(1900, 1, 1) < found < date(2101, 1, 1) else ""
    return "" if re.fullmatch(r"\d\d/\d\d/0000|0000-\d\d-\d\d", day) else text
