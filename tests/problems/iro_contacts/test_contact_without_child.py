from pathlib import Path

from tests.lib.worked import a_council, drawn


def test_a_visit_or_call_to_nobody(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        iro_contacts="""
        iro_id | child_id | contact_date | kind
        one    | Ann      | 01/06/2020   | visit
        one    |          | 01/06/2020   | supervision
        one    |          | 02/06/2020   | call           # row 4
        """,
    )
    assert council.listed("contact_without_child") == drawn("""
        file             | year | row | column   | value
        iro_contacts.csv | 2021 | 4   | child_id |
    """)
