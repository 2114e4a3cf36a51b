"""Answers in checklist audits of a sample of children."""

from kit.extracts import codes
from kit.extracts.columns import Column, Extract, child, code, day, text

EXTRACT = Extract(
    "audits",
    title="Audit answers",
    one_row="the answer to one question of a checklist audit of a child",
    key=("audit_id", "child_id", "question"),
    columns=(
        Column("audit_id", "id", "the audit", required=True),
        text("wave", "the round of audits that it belongs to"),
        day("audited_date", "day of the audit", required=True),
        child(),
        Column("question", "text", "what was asked", required=True),
        code("answer", codes.AUDIT_ANSWER),
        text("note", "what the auditor wrote", kept=False),
    ),
)
