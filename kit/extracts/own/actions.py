"""The lines of annual action plans, as they were at the end of the year of the file."""

from kit.extracts import codes
from kit.extracts.columns import Column, Extract, code, day, text

EXTRACT = Extract(
    "actions",
    title="Actions",
    one_row="a line of an annual action plan, as it was at the end of the year of the file",
    key=("action_id",),
    yearly=True,
    columns=(
        Column("action_id", "id", "the action", required=True),
        Column("agreed_year", "whole", "reporting year whose report agreed it (2020 is 2019-20)", required=True),
        text("action", "what is to be done"),
        text("owner", "who is to do it"),
        code("status", codes.ACTION_STATUS),
        day("achieved_date", "day on which it was achieved"),
        text("reason", "why it is not achieved"),
        text("measure", "the kit's measure that it should move"),
    ),
)
