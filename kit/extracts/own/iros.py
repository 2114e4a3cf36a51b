"""The posts of the reviewing officers in a year."""

from kit.extracts import codes
from kit.extracts.columns import Column, Extract, code, day, text

EXTRACT = Extract(
    "iros",
    title="Reviewing officers",
    one_row="a reviewing officer's post in the year of the file",
    key=("iro_id",),
    yearly=True,
    columns=(
        Column("iro_id", "id", "the reviewing officer", required=True),
        Column("fte", "number", "part of a full-time post (1 is full-time)"),
        day("started_date", "day on which the officer started in the service"),
        day("left_date", "last day of the officer in the service; blank while in post", ends=True),
        code("ethnicity", codes.ETHNICITY_OR_GROUP),
        Column("sickness_days", "number", "working days of sickness in the year"),
        text("team", "the team of the officer", optional=True),
    ),
)
