"""Child protection plans."""

from kit.extracts.columns import Extract, child, day

EXTRACT = Extract(
    "protection_plans",
    title="Child protection plans",
    one_row="a time in which a child has a child protection plan",
    key=("child_id", "start_date"),
    columns=(
        # A child with a protection plan need not be looked after.
        child(known=False),
        day("start_date", "first day", required=True),
        day("end_date", "day on which it ends, no longer counted; blank while it goes on", ends=True),
    ),
)
