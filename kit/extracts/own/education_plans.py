"""Personal Education Plans (PEPs) as they were on a day."""

from kit.extracts import codes
from kit.extracts.columns import Extract, child, code, day

EXTRACT = Extract(
    "education_plans",
    title="Personal Education Plans",
    one_row="a Personal Education Plan (PEP) as it was on a day",
    key=("child_id", "as_at_date"),
    columns=(
        child(),
        day("as_at_date", "day on which it was so", required=True),
        day("initiated_date", "day on which the plan was begun"),
        day("completed_date", "day on which the plan was completed"),
        code("status", codes.PLAN_STATUS),
        day("given_to_child_date", "day on which the child was given the plan"),
        code("quality", codes.PLAN_QUALITY),
    ),
)
