"""What reviews decided, and whether it was done."""

from kit.extracts.columns import Column, Extract, child, day, text

EXTRACT = Extract(
    "decisions",
    title="Decisions of reviews",
    one_row="a decision of a review",
    key=("child_id", "review_date", "decision"),
    columns=(
        child(),
        day("review_date", "day of the review", required=True),
        Column("decision", "text", "what was decided", required=True),
        text("owner", "who is to do it"),
        day("due_date", "day by which it is to be done"),
        day("done_date", "day on which it was done; blank while it is not"),
    ),
)
