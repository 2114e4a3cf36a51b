"""Times when a child was missing or away without authorisation."""

from kit.extracts import codes
from kit.extracts.columns import Extract, child, code, day

EXTRACT = Extract(
    "missing",
    title="Missing",
    one_row="a time when a child was missing or away from placement without authorisation",
    key=("child_id", "mis_start"),
    statutory=True,
    columns=(
        child("CHILD"),
        day("DOB", "date of birth"),
        code("MISSING", codes.MISSING, "M missing, A away without authorisation"),
        day("MIS_START", "first day", required=True),
        day("MIS_END", "last day"),
    ),
)
