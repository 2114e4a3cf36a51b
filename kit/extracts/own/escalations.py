"""Concerns raised by reviewing officers under the dispute resolution process."""

from kit.extracts.columns import Column, Extract, child, day, text

EXTRACT = Extract(
    "escalations",
    title="Escalations",
    one_row="a concern raised by a reviewing officer",
    key=("escalation_id",),
    columns=(
        Column("escalation_id", "id", "the escalation", required=True),
        child(required=False),
        Column("iro_id", "id", "the reviewing officer who raised it"),
        day("raised_date", "day on which it was raised", required=True),
        Column("raised_stage", "stage", "stage at which it was raised"),
        text("theme", "what it was about"),
        day("resolved_date", "day on which it was resolved; blank while it is open"),
        Column("resolved_stage", "stage", "stage at which it was resolved"),
        text("outcome", "what came of it"),
        day("learning_shared_date", "day on which learning from it was shared"),
    ),
)
