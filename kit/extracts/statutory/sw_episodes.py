"""Social workers of the statutory return, from 2024."""

from kit.extracts.columns import Column, Extract, child, day, text

EXTRACT = Extract(
    "sw_episodes",
    title="Social worker episodes",
    one_row="a stretch in which a child had one social worker",
    key=("child_id", "sw_id", "sw_decom"),
    statutory=True,
    columns=(
        child("CHILD"),
        day("DOB", "date of birth"),
        Column("SW_ID", "id", "the social worker", required=True),
        Column("SW_DECOM", "text", "first day; parts of it may be unknown", required=True),
        text("SW_DEC", "last day; parts of it may be unknown"),
        text("SW_REASON", "why the social worker changed", capitals=True),
    ),
)
