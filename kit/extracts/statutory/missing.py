"""Times when a child was missing or away without authorisation."""

from kit.extracts.columns import Extract, child, day, text

EXTRACT = Extract(
    "missing",
    title="Missing",
    one_row="a time when a child was missing or away from placement without authorisation",
    key=("child_id", "mis_start"),
    statutory=True,
    columns=(
        child("CHILD"),
        day("DOB", "date of birth"),
        text("MISSING", "M missing, A away without authorisation", capitals=True),
        day("MIS_START", "first day", required=True),
        day("MIS_END", "last day"),
    ),
)
