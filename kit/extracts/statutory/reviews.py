"""The reviews of the statutory return: that they were held, and how the child took part."""

from kit.extracts import codes
from kit.extracts.columns import Extract, child, code, day

EXTRACT = Extract(
    "reviews",
    title="Reviews",
    one_row="a statutory review of a child",
    key=("child_id", "review_date"),
    statutory=True,
    core=True,
    # In a year in which few children were in care, and none for long, nobody's review was held.
    may_be_empty=True,
    columns=(
        child("CHILD"),
        day("DOB", "date of birth"),
        day("REVIEW", "day of the review", name="review_date", required=True),
        code("REVIEW_CODE", codes.PARTICIPATION, "how the child took part", name="participation_code"),
    ),
)
