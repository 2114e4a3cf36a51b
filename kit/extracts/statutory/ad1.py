"""Adoptions of the statutory return."""

from kit.extracts.columns import Extract, child, day, text

EXTRACT = Extract(
    "ad1",
    title="Adoptions",
    one_row="a child adopted in the year",
    key=("child_id",),
    statutory=True,
    columns=(
        child("CHILD"),
        day("DOB", "date of birth"),
        day("DATE_INT", "day of the decision that the child should be placed for adoption"),
        day("DATE_MATCH", "day on which the child was matched"),
        text("FOSTER_CARE", "1 if adopted by the foster carer"),
        text("NB_ADOPTR", "number of adopters"),
        text("SEX_ADOPTR", "sex of the adopters", capitals=True),
        text("LS_ADOPTR", "legal status of the adopters", capitals=True),
    ),
)
