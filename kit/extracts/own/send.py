"""Children's special educational needs and disabilities as recorded."""

from kit.extracts import codes
from kit.extracts.columns import Column, Extract, child, code, day

EXTRACT = Extract(
    "send",
    title="SEND records",
    one_row="a child's SEND record as it was on a day",
    key=("child_id", "as_at_date"),
    columns=(
        child(),
        day("as_at_date", "day on which it was so", required=True),
        code("sen_provision", codes.SEN_PROVISION),
        code("primary_need", codes.PRIMARY_NEED),
        Column("disability", "codes", "disabilities, as in the children in need census", codes=codes.DISABILITY),
        code("communication_support", codes.YES_NO, "whether the child needs support to communicate"),
    ),
)
