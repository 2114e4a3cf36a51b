"""What children sent in through an app."""

from kit.extracts.columns import Column, Extract, child, day

EXTRACT = Extract(
    "app_use",
    title="Submissions by app",
    one_row="a child's submission through an app on a day",
    key=("child_id", "app", "submitted_date"),
    columns=(
        child(),
        Column("app", "text", "the app", required=True),
        day("submitted_date", "day on which it was sent", required=True),
    ),
)
