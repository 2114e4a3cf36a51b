"""Exclusions from school, and those considered."""

from kit.extracts import codes
from kit.extracts.columns import Column, Extract, child, code, day

EXTRACT = Extract(
    "exclusions",
    title="School exclusions",
    one_row="a school exclusion, or one that the school considered",
    key=("child_id", "excluded_date", "kind"),
    columns=(
        child(),
        day("excluded_date", "day on which it began, or was considered", required=True),
        code("kind", codes.EXCLUSION_KIND, required=True),
        Column("days", "number", "school days that it lasted"),
        code("reported_to_virtual_school", codes.YES_NO, "whether the virtual school was told of it"),
    ),
)
