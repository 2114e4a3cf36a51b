"""Child protection conferences."""

from kit.extracts import codes
from kit.extracts.columns import Column, Extract, child, code, day

EXTRACT = Extract(
    "protection_conferences",
    title="Child protection conferences",
    one_row="a child protection conference about a child, due on a day",
    key=("child_id", "kind", "due_date"),
    columns=(
        # A child with a protection plan need not be looked after.
        child(known=False),
        code("kind", codes.CONFERENCE_KIND, required=True),
        day("due_date", "day by which it was due", required=True),
        day("held_date", "day on which it was held; blank while it is not"),
        Column("iro_id", "id", "the reviewing officer who chaired it", optional=True, known=False),
    ),
)
