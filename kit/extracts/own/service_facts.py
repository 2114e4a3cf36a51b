"""Single facts for the report that no other extract holds."""

from kit.extracts.columns import Column, Extract, text

EXTRACT = Extract(
    "service_facts",
    title="Facts about the service",
    one_row="a single fact of the year of the file",
    key=("fact",),
    yearly=True,
    columns=(
        Column("fact", "text", "the fact, in words", required=True),
        Column("numerator", "number", "how many"),
        Column("denominator", "number", "of how many; blank if it is a count alone"),
        text("note", "what a reader should know beside it"),
    ),
)
