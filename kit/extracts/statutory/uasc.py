"""Unaccompanied children of the statutory return."""

from kit.extracts import codes
from kit.extracts.columns import Extract, child, code, day

EXTRACT = Extract(
    "uasc",
    title="Unaccompanied asylum-seeking children",
    one_row="a child who came to the country unaccompanied",
    key=("child_id",),
    statutory=True,
    columns=(
        child("CHILD"),
        code("SEX", codes.SEX),
        day("DOB", "date of birth"),
        day("DUC", "day on which the child ceased to be an unaccompanied child"),
    ),
)
