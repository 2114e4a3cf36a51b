"""The episodes of the statutory return: a child's placements and legal statuses."""

from kit.extracts import codes
from kit.extracts.columns import Column, Extract, child, code, day, text

EXTRACT = Extract(
    "episodes",
    title="Episodes",
    one_row="a stretch of care with one placement and one legal status",
    key=("child_id", "decom"),
    statutory=True,
    core=True,
    columns=(
        child("CHILD"),
        day("DECOM", "day on which the episode started", required=True),
        code("RNE", codes.REASON_NEW_EPISODE),
        code("LS", codes.LEGAL_STATUS, name="legal_status"),
        code("CIN", codes.CATEGORY_OF_NEED, name="category_of_need"),
        code("PLACE", codes.PLACEMENT, name="placement"),
        code("PLACE_PROVIDER", codes.PLACEMENT_PROVIDER),
        day("DEC", "day on which the episode ended; blank while it is open", ends=True),
        code("REC", codes.REASON_CEASED),
        code("REASON_PLACE_CHANGE", codes.REASON_PLACE_CHANGE),
        text("HOME_POST", "home postcode", kept=False),
        text("PL_POST", "placement postcode", kept=False),
        Column("URN", "text", "Ofsted's number of the placement", kept=False),
    ),
)
