"""Children whom the council decided should be placed for adoption."""

from kit.extracts.columns import Extract, child, day, text

EXTRACT = Extract(
    "placed_for_adoption",
    title="Decisions that a child should be placed for adoption",
    one_row="a decision that a child should be placed for adoption",
    key=("child_id", "date_placed"),
    statutory=True,
    columns=(
        child("CHILD"),
        day("DOB", "date of birth"),
        day("DATE_PLACED", "day of the decision", required=True),
        day("DATE_PLACED_CEASED", "day on which the decision no longer held"),
        text("REASON_PLACED_CEASED", "why it no longer held", capitals=True),
    ),
)
