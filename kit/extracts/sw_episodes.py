"""Social workers of the statutory return, from 2024."""

from kit.columns import Extract, child, day, text

EXTRACT = Extract(
    "sw_episodes",
    title="Social worker episodes",
    one_row="a stretch in which a child had one social worker",
    key=("child_id", "sw_id", "sw_decom"),
    statutory=True,
    columns=(
        child("CHILD"),
        day("DOB", "date of birth"),
        text("SW_ID", "the social worker"),
        text("SW_DECOM", "first day; parts of it may be unknown"),
        text("SW_DEC", "last day; parts of it may be unknown"),
        text("SW_REASON", "why the social worker changed"),
    ),
)
