"""Care leavers of the statutory return."""

from kit.extracts import codes
from kit.extracts.columns import Extract, child, code, day, text

EXTRACT = Extract(
    "oc3",
    title="Care leavers",
    one_row="a young person who has left care, near a birthday from the 17th to the 21st",
    key=("child_id",),
    statutory=True,
    columns=(
        child("CHILD"),
        day("DOB", "date of birth"),
        text("IN_TOUCH", "whether the council is in touch", capitals=True),
        code("ACTIV", codes.MAIN_ACTIVITY, "main activity"),
        text("ACCOM", "accommodation", capitals=True),
    ),
)
