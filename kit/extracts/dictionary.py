"""The dictionary of the data, generated from the declarations of the extracts."""

from kit.extracts import EXTRACTS
from kit.extracts.codes import CodeSet
from kit.extracts.columns import KINDS_OF_COLUMN, Column, Extract

HEAD = """\
# What the kit reads

Generated from `kit/extracts/` by `make golden`; do not edit.

A council's files are in `data/<council>/raw/<year>/`, exactly as exported; a year is known by the calendar
year in which it ends. The statutory return is recognised by its headings, whatever its files are called, or
comes whole as its XML upload. A council's own extracts are named after the extract, as CSV or XLSX; a name
may end in its export date (`send@2021-04-19.csv`), and of several exports the newest holds.

CSV (.csv, .tsv or .txt) may be UTF-8, UTF-16 or Windows-1252, with commas, semicolons, tabs or vertical bars, and with
titles, blank lines and a totals line around the rows; in a workbook the sheet is known by its headings. Headings are
compared without regard to case, and spaces count as underscores. A year's extract is one file: parts of a year
are put together in one. How a file was read is in the manifest beside its extract.

A cell is trimmed, also of characters that take no room. NULL, (null), N/A, NA, <NA>, None, nan, NaT, #N/A, \\N and
dashes are blank, unless the word is a code of its column or named by the council's mapping. Another word in place of
a date (nil, tbc) stops the run; a mapping may say that it means none. Codes may be in any letter case. Control
characters are read as a space.

A date may be in any form that can mean one day only: 20/05/2020, 20.05.2020, 2020-05-20, 2020/05/20, 20-May-2020,
20 May 2020, 2020-May-20, a real Excel date or its number of days. A time of day, with AM or PM, is dropped; one of
Greenwich (2020-05-20T23:30:00Z) only until 23:00, as in summer the next day begins here then. Day comes before
month; a year of two digits (20/05/20) needs a mapping. 00/00/0000, 01/01/0000, 01/01/0001, 01/01/1753, 30/12/1899,
31/12/1899, 00/01/1900, 01/01/1900, 31/12/9999, and any day before 1900 or after 2100, stand for no date: they are
read as blank, and stop the run if a date is needed.

A column that is "not kept" may be in the file, but never reaches an extract.
"""


def dictionary() -> str:
    """Return the dictionary of every extract and code set as Markdown."""
    own = [e for e in EXTRACTS.values() if not e.statutory]
    parts = [HEAD, "## The statutory return (SSDA903)\n"]
    parts += [_extract(e) for e in EXTRACTS.values() if e.statutory]
    parts += ["## The council's own extracts\n", *map(_extract, own)]
    sets = {c.codes.name: c.codes for e in EXTRACTS.values() for c in e.columns if c.codes}
    parts += ["## Codes\n", *(_codes(sets[name]) for name in sorted(sets))]
    return "\n".join(parts)


def _extract(extract: Extract) -> str:
    rows = "\n".join(_column(column) for column in extract.columns)
    key = ", ".join(column.heading for name in extract.key for column in extract.columns if column.name == name)
    if extract.or_by:
        key += (
            f" (and {extract.or_by}, if {extract.key[-1]} is blank; a row without either is superseded by any row with"
        )
        key += " the rest of the key in a newer file)"
    needed = " Every year must have it." if extract.core else ""
    needed += " It may have no rows." if extract.may_be_empty else ""
    needed += " Each year's file speaks of its own year alone." if extract.yearly else ""
    return (
        f"### {extract.name}: {extract.title}\n\nOne row is {extract.one_row}. Known by {key}.{needed}\n\n"
        f"| column | holds | |\n|---|---|---|\n{rows}\n"
    )


def _column(column: Column) -> str:
    holds = f"{KINDS_OF_COLUMN[column.kind]} ({column.codes.name})" if column.codes else KINDS_OF_COLUMN[column.kind]
    notes = [
        *(["may not be blank"] if column.required else []),
        *([] if column.kept else ["not kept"]),
        *(["may be missing from the file"] if column.optional else []),
        *([] if column.known else ["may be of others than the return or iros knows"]),
    ]
    return f"| {column.heading} | {column.says}: {holds} | {'; '.join(notes)} |"


def _codes(codes: CodeSet) -> str:
    rows = "\n".join(f"| {code} | {_means(codes, code)} | {_years(codes, code)} |" for code in codes.labels)
    return f"### {codes.name}: {codes.title}\n\n| code | means | years |\n|---|---|---|\n{rows}\n"


def _means(codes: CodeSet, code: str) -> str:
    also = [word for word, meant in codes.also.items() if meant == code]
    return f"{codes.labels[code]} (read as it: {', '.join(also)})" if also else codes.labels[code]


def _years(codes: CodeSet, code: str) -> str:
    first, last = codes.years.get(code, (None, None))
    return " ".join([*([f"from {first}"] if first else []), *([f"to {last}"] if last else [])])
