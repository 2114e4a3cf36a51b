"""What the council records of a review meeting beyond the return."""

from kit.extracts import codes
from kit.extracts.columns import Column, Extract, child, code, day, text

EXTRACT = Extract(
    "review_details",
    title="Review details",
    one_row="a review meeting",
    key=("child_id", "review_date"),
    columns=(
        child(),
        day("review_date", "day of the review", required=True),
        day("system_due_date", "day by which the case management system says it was due"),
        code("cancelled", codes.YES_NO, "whether the meeting was cancelled"),
        Column("iro_id", "id", "the reviewing officer who chaired it"),
        code("mode", codes.MODE),
        day("decisions_sent_date", "day on which the decisions were sent"),
        day("record_sent_date", "day on which the record (minutes) was sent"),
        text("record_late_reason", "why the record was late"),
        code("social_work_report", codes.SOCIAL_WORK_REPORT),
        code("care_plan", codes.CARE_PLAN),
        code("parent_took_part", codes.PARENT_TOOK_PART),
        text("late_reason", "why the review was late"),
        code(
            "seen_before_review",
            codes.YES_NO,
            "whether the reviewing officer saw the child before the review",
        ),
        code("quality_score", codes.QUALITY_SCORE, "quality of the papers before the review, 1 to 4"),
        text("team", "the team of the child's social worker on that day", optional=True),
    ),
)
