"""Which reviewing officer was responsible for a child, and when."""

from kit.extracts.columns import Column, Extract, child, day, text

EXTRACT = Extract(
    "allocations",
    title="Allocations",
    one_row="a time in which a reviewing officer is responsible for a child",
    key=("child_id", "iro_id", "start_date"),
    columns=(
        child(),
        Column("iro_id", "id", "the reviewing officer", required=True),
        day("start_date", "first day", required=True),
        day("end_date", "day on which it ends, no longer counted; blank while it goes on", ends=True),
        text("team", "the team of the child's social worker", optional=True),
    ),
)
