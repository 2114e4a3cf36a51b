"""Good practice recognised by reviewing officers."""

from kit.extracts.columns import Extract, day, text

EXTRACT = Extract(
    "commendations",
    title="Commendations",
    one_row="a commendation of good practice",
    key=("awarded_date", "team", "note"),
    columns=(
        day("awarded_date", "day on which it was given", required=True),
        text("team", "the team commended"),
        text("note", "what it was for; tells commendations of one day apart, and is not shown"),
    ),
)
