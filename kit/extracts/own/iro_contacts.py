"""Reviewing officers' visits, calls and midway reviews, and their supervision."""

from kit.extracts import codes
from kit.extracts.columns import Column, Extract, child, code, day

EXTRACT = Extract(
    "iro_contacts",
    title="Contacts of reviewing officers",
    one_row="a visit, call or midway review of a child, or a supervision of the officer",
    key=("iro_id", "child_id", "contact_date", "kind"),
    columns=(
        Column("iro_id", "id", "the reviewing officer", required=True),
        child(required=False),
        day("contact_date", "day of the contact", required=True),
        code("kind", codes.CONTACT_KIND, required=True),
    ),
)
