"""Advocates and independent visitors: offered to a child, started, ended."""

from kit.extracts import codes
from kit.extracts.columns import Extract, child, code, day

EXTRACT = Extract(
    "advocacy",
    title="Advocates and independent visitors",
    one_row="an advocate or independent visitor offered to a child on a day",
    key=("child_id", "kind", "offered_date"),
    or_by="started_date",
    columns=(
        child(),
        code("kind", codes.ADVOCACY_KIND, required=True),
        day("offered_date", "day on which it was offered"),
        day("started_date", "first day; blank while it has not started"),
        day("ended_date", "day on which it ended, no longer counted; blank while it goes on", ends=True),
    ),
)
