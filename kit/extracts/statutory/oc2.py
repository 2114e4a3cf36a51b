"""Health outcomes of the statutory return."""

from kit.extracts import codes
from kit.extracts.columns import Column, Extract, child, code, day

EXTRACT = Extract(
    "oc2",
    title="Health outcomes",
    one_row="a child looked after for the whole year: health in the year of the file",
    key=("child_id",),
    statutory=True,
    yearly=True,
    columns=(
        child("CHILD"),
        day("DOB", "date of birth"),
        Column("SDQ_SCORE", "whole", "strengths and difficulties score, 0 to 40"),
        code("SDQ_REASON", codes.SDQ_REASON, "why there is no score"),
        code("CONVICTED", codes.FLAG, "convicted or made subject of a final warning"),
        code("HEALTH_CHECK", codes.FLAG, "development checks up to date"),
        code("IMMUNISATIONS", codes.FLAG, "immunisations up to date"),
        code("TEETH_CHECK", codes.FLAG, "teeth checked by a dentist"),
        code("HEALTH_ASSESSMENT", codes.FLAG, "health assessment in the year"),
        code("SUBSTANCE_MISUSE", codes.FLAG, "substance misuse problem"),
        code("INTERVENTION_RECEIVED", codes.FLAG, "intervention received"),
        code("INTERVENTION_OFFERED", codes.FLAG, "intervention offered"),
    ),
)
