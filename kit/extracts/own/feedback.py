"""Feedback of children and carers on reviews."""

from kit.extracts.columns import Column, Extract, child, day, text

EXTRACT = Extract(
    "feedback",
    title="Feedback on reviews",
    one_row="an answer to one question of a feedback form",
    key=("child_id", "feedback_date", "respondent", "question"),
    columns=(
        child(),
        day("feedback_date", "day of the feedback", required=True),
        text("respondent", "who answered"),
        Column("question", "text", "what was asked", required=True),
        text("answer", "the answer chosen"),
    ),
)
