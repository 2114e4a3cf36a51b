"""Whether a text holds rows of children (or officers): by the headings of extracts, or by identifiers beside dates.

For git's hook, which needs the standard library only: so the headings are read from the declarations of the extracts as
text, without importing them.
"""

import ast
import re
from collections.abc import Iterable, Iterator
from functools import cache

from kit.paths import EXTRACTS

DECLARING = ("Column", "child", "day", "code", "text")
IDENTIFYING = frozenset({"child", "child_id", "iro_id", "escalation_id", "sw_id"})
# Under headings one row is enough, and of children called by name two. Rows without headings must be several; of lines
# with nothing but an identifier, more.
TWO, SEVERAL, MANY = 2, 3, 5
# In a test, whose examples have few rows.
IN_CODE = 24
# Lists and figures as the kit itself writes them, and its report.
OF_THE_KIT = "of a council, made by the kit"
OWN_TABLES = {
    "listed rows": frozenset({"extract", "file", "year", "row", "column", "value"}),
    "figures": frozenset({"measure", "year", "breakdown", "category", "numerator", "denominator"}),
}
REPORT = re.compile(r"Key of\s+everything that the figures depend on: <code>[0-9a-f]{16}")
# One of these is in every line of headings that is looked for.
IN_HEADINGS = re.compile(r"(?i)child|iro|escalation|id\b|ident|extract|measure|number|no\b|ref|code|upn")
LONG_NUMBER = re.compile(r"\d{5}")
DELIMITERS = (",", ";", "\t", "|", "┆")
MEANS_A_CHILD = re.compile(
    r"(?:child|children|childs|person|client|pupil|unique|uniq|lac|cla|mosaic|lcs|upn|nhs|ssd|case)\w*"
    r"(?:id|number|no|ref|reference|identifier|code)|child|upn|(?:\w+_)?id|identifier"
)
# How many lines there may be between the headings and the first row: lines, types and dots of a printed table.
BENEATH = 5
DATE = re.compile(
    r"(?<![\w/.-])(?:\d{1,2}([/.-])(?:\d{1,2}|[A-Za-z]{3})\1(?:19|20)\d\d|(?:19|20)\d\d-\d\d-\d\d)(?![\w/-])"
)
# Five digits or more with a few letters beside them, or a pseudonym; not a part of a decimal, a path or another word.
IDENTIFIER = re.compile(
    r"(?<![\w./:#@-])(?:[A-Za-z]{0,4}[-_/]?\d{5,14}(?:[A-Za-z]|\.0)?|[0-9a-f]{32})(?![\w./:@-]|,\d{3})"
)
ENTRY = re.compile(
    r"(?i)\b(?:child_?id|child|unique_?id|person_?id)[\"']?\s*[:=>]\s*[\"']?([a-z]{0,4}[-_/]?\d{4,14}[a-z]?|[0-9a-f]{32})\b"
)
# Of one child alone it is enough if its birth is beside it.
BORN = re.compile(rf"(?i)(?:\bdob|\bdate_?of_?birth|\bbirth_?date|\bborn)[\"']?\s*[:=>]\s*[\"']?{DATE.pattern}")
# A unique pupil number, which nothing else looks like.
PUPIL = re.compile(r"(?<![\w.-])[A-HJ-NP-RT-Z]\d{11}[\dA-HJ-NP-RT-Z](?![\w.-])")
# So long a word is base64, as pictures and workbooks are written into a text.
LONGEST_WORD = 300
# Or as mail and PowerShell write it, in lines of one length.
ENCODED = re.compile(
    r"(?:^[ \t]*([A-Za-z0-9+/]{60,76})[ \t]*\r?\n){2}[ \t]*[A-Za-z0-9+/]+={0,2}[ \t]*\r?$", re.MULTILINE
)


def rows_of_children(text: str, code: bool = False) -> str:
    """Return what in a text looks like rows of children, in words that show no value; "" if nothing does.

    In the kit's own `code`, as tests draw made-up rows, only many rows do.
    """
    lines = list(_lines(text))
    if code:
        return _with_dates(text, lines, IN_CODE)
    if REPORT.search(text):
        return f"is a report {OF_THE_KIT}"
    if any(len(word) > LONGEST_WORD for word in text.split()) or ENCODED.search(text):
        return "has something encoded in it that nobody can read (a picture or a workbook)"
    return _headed(lines) or _with_dates(text, lines, SEVERAL) or _entries(text) or _alone(lines)


@cache
def headings() -> dict[str, frozenset[str]]:
    """Return the headings of each extract by its name, as `plain` writes them."""
    found = {}
    for path in sorted(EXTRACTS.glob("*/*.py")):
        calls = [n for n in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(n, ast.Call)]
        names = {_heading(call) for call in calls if isinstance(call.func, ast.Name) and call.func.id in DECLARING}
        if names:
            found[path.stem] = frozenset(names)
    return found


def column_name(heading: str) -> str:
    """Return a heading as headings are compared: case does not count, and a space is an underscore."""
    return re.sub(r"\W+", "_", heading.strip().lower()).strip("_")


def _heading(call: ast.Call) -> str:
    first = call.args[0] if call.args else None
    return column_name(str(first.value)) if isinstance(first, ast.Constant) else "child_id"


def _lines(text: str) -> Iterator[str]:
    """Yield the lines of a text that say something, without the signs of a patch or a quotation.

    Of a page or other XML each row of a table is a line, its cells apart.
    """
    if text.lstrip("\ufeff \r\n\t").startswith("<") or text.count("<td") >= SEVERAL:
        text = re.sub(r"\s*\n\s*", " ", text)
        text = re.sub(r"</(?:\w+:)?(?:tr|row|table-row)>", "\n", text, flags=re.IGNORECASE)
        text = re.sub(r"(?:<[^<>]*>[^\S\n]*)+", "|", text)
    for line in text.splitlines():
        bare = line.strip().lstrip("+->#*│").strip()
        if bare:
            yield bare


def _headed(lines: list[str]) -> str:
    """Look for a line of headings with a row beneath, as in a file of the return, a council's own extract or a list."""
    for number, line in enumerate(lines):
        if not IN_HEADINGS.search(line) or LONG_NUMBER.search(line):
            continue
        for delimiter in DELIMITERS:
            if delimiter in line:
                cells = [column_name(cell) for cell in line.split(delimiter)]
                rows = [other.split(delimiter) for other in lines[number + 1 : number + 1 + BENEATH]]
                what = _table(set(cells) - {""})
                if what and any(len(row) >= 2 and re.search(r"\d", "".join(row)) for row in rows):
                    return what
                if _identified(cells, rows):
                    return "has a column of identifiers"
    return ""


def _table(cells: set[str]) -> str:
    name, known = max(headings().items(), key=lambda item: (len(cells & item[1]), -len(item[1])))
    found = cells & known
    if len(found) >= 2 and 2 * len(found) >= len(cells) and found & IDENTIFYING:
        return f"has headings of the extract {name} with rows beneath"
    return next((f"is a table of {what} {OF_THE_KIT}" for what, own in OWN_TABLES.items() if cells >= own), "")


def _identified(cells: list[str], rows: list[list[str]]) -> bool:
    """Return whether beneath a heading that means a child, as other systems write it, there are identifiers."""
    for place, cell in enumerate(cells):
        if MEANS_A_CHILD.fullmatch(cell):
            given = {row[place].strip(" \"'") for row in rows if len(row) == len(cells)}
            # Beside dates, numbers of any length are identifiers.
            dated = sum(any(DATE.fullmatch(cell.strip(" \"'")) for cell in row) for row in rows) >= TWO
            if sum(bool(IDENTIFIER.fullmatch(value) or (dated and value.isdecimal())) for value in given) >= TWO:
                return True
    return False


def _with_dates(text: str, lines: Iterable[str], least: int) -> str:
    """Look for lines with an identifier and a date, whatever is between them and above, and for a table with dates."""
    if not DATE.search(text):
        return ""
    rows, dated, seen = 0, 0, set()
    for line in lines:
        dated += any(DATE.fullmatch(cell.strip(" \"'")) for d in DELIMITERS if d in line for cell in line.split(d))
        # Many rows may be on one line, as in JSON.
        dates = sum(1 for _ in DATE.finditer(line))
        identifiers = IDENTIFIER.findall(DATE.sub(" ", line)) if dates else []
        rows += min(dates, len(identifiers))
        seen.update(identifiers)
    if rows >= least and len(seen) >= TWO:
        return "has rows with an identifier and a date"
    return "has rows with dates" if dated >= least < IN_CODE else ""


def _entries(text: str) -> str:
    """Look for children's identifiers under their names, as JSON, XML, YAML and Python write them."""
    found = len(set(ENTRY.findall(text)))
    enough = found >= TWO or (found and BORN.search(text)) or PUPIL.search(text)
    return "names children by their identifiers" if enough else ""


def _alone(lines: Iterable[str]) -> str:
    """Look for a list of nothing but identifiers."""
    found = {line for line in lines if IDENTIFIER.fullmatch(line.strip("\"',; "))}
    return "is a list of identifiers" if len(found) >= MANY else ""
