"""The children of the statutory return: who they are."""

from kit.extracts import codes
from kit.extracts.columns import Column, Extract, child, code, day

EXTRACT = Extract(
    "header",
    title="Children of the return",
    one_row="a child who was looked after at some time in the year",
    key=("child_id",),
    statutory=True,
    core=True,
    columns=(
        child("CHILD"),
        code("SEX", codes.SEX, "sex: 1 or 2 to 2024, M, F or U from 2025"),
        day("DOB", "date of birth"),
        code("ETHNIC", codes.ETHNICITY, "ethnicity", name="ethnicity"),
        Column("UPN", "text", "unique pupil number", kept=False, capitals=True),
        code("MOTHER", codes.FLAG, "1 for a mother, 0 or blank otherwise", kept=False),
        Column("MC_DOB", "text", "date of birth of the mother's child", kept=False),
    ),
)
