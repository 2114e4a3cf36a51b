"""The made-up council's own extracts beside the core ones: whose rows a module of their own makes."""

from collections.abc import Callable
from datetime import date

from kit.sample.audits import audit_rows
from kit.sample.commendations import commendation_rows
from kit.sample.council import Council

Rows = list[dict[str, str]]

# The rows of an extract in a year's export, in the order of the file; None in a year in which it was not supplied.
MAKERS: dict[str, Callable[[Council, int], Rows | None]] = {
    "audits": audit_rows,
    "commendations": commendation_rows,
}
# Where a file's name says when it was exported.
EXPORTED: dict[tuple[str, int], date] = {
    ("audits", 2021): date(2021, 4, 19),
}
