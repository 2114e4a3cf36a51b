"""Deprivation of liberty orders of the statutory return, from 2027."""

from kit.extracts.columns import Extract, child, day

EXTRACT = Extract(
    "dolo",
    title="Deprivation of liberty orders",
    one_row="a stretch in which a child was deprived of liberty by order of a court",
    key=("child_id", "dolo_start"),
    statutory=True,
    columns=(
        child("CHILD"),
        day("DOB", "date of birth"),
        day("DOLO_START", "first day", required=True),
        day("DOLO_END", "last day"),
    ),
)
