"""Health assessments and dental checks, due and done."""

from kit.extracts import codes
from kit.extracts.columns import Extract, child, code, day

EXTRACT = Extract(
    "health",
    title="Health contacts",
    one_row="a health assessment or dental check of a child that was due on a day",
    key=("child_id", "kind", "due_date"),
    or_by="completed_date",
    columns=(
        child(),
        code("kind", codes.HEALTH_KIND, required=True),
        day("due_date", "day by which it was due; blank if it was done without having been planned"),
        day("completed_date", "day on which it was done; blank while it is not"),
        code("status", codes.HEALTH_STATUS),
    ),
)
