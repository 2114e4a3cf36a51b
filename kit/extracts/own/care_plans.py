"""Care plans, permanence plans and life story work."""

from kit.extracts.columns import Extract, child, day, text

EXTRACT = Extract(
    "care_plans",
    title="Care and permanence planning",
    one_row="a child's care plan, with the permanence plan and life story work that go with it",
    key=("child_id", "care_plan_completed_date"),
    columns=(
        child(),
        day("care_plan_completed_date", "day on which the care plan was completed; blank while it is not"),
        text("permanence_plan", "the permanence that is planned for the child"),
        day("permanence_plan_date", "day from which the permanence plan was in place"),
        day("life_story_started_date", "day on which life story work was started"),
        day("life_story_given_date", "day on which the child was given the life story book"),
    ),
)
