"""Permanence before this time in care."""

from kit.extracts.columns import Extract, child, day, text

EXTRACT = Extract(
    "previous_permanence",
    title="Previous permanence",
    one_row="a child who started to be looked after, and any earlier permanence",
    key=("child_id",),
    statutory=True,
    columns=(
        child("CHILD"),
        day("DOB", "date of birth"),
        text("PREV_PERM", "earlier permanence", capitals=True),
        text("LA_PERM", "council of the earlier permanence"),
        text("DATE_PERM", "date of the earlier order; parts of it may be unknown"),
    ),
)
