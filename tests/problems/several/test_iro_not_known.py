from pathlib import Path

from tests.lib.worked import a_council, drawn

ALLOCATIONS = """
    child_id | iro_id | start_date
    Ann      | one    | 01/06/2019
    Ann      | other  | 01/06/2020    # row 3
"""


def test_an_officer_in_no_file_of_posts(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        iros="""
        iro_id | fte
        one    | 1
        """,
        allocations=ALLOCATIONS,
        iro_contacts="""
        iro_id | child_id | contact_date | kind
        one    | Ann      | 01/06/2020   | visit
        typo   | Ann      | 01/06/2020   | visit          # row 3
        typo   |          | 01/07/2020   | supervision    # row 4
        """,
    )
    assert council.listed("iro_not_known") == drawn("""
        file             | year | row | column | value
        allocations.csv  | 2021 | 3   | iro_id | other
        iro_contacts.csv | 2021 | 3   | iro_id | typo
        iro_contacts.csv | 2021 | 4   | iro_id | typo
    """)


def test_without_any_posts_nobody_is_missing(tmp_path: Path) -> None:
    assert a_council(tmp_path, allocations=ALLOCATIONS).listed("iro_not_known") == []


def test_an_officer_of_contacts_if_there_are_no_allocations(tmp_path: Path) -> None:
    contacts = "iro_id | child_id | contact_date | kind\ntypo | | 01/07/2020 | supervision"
    council = a_council(tmp_path, iros="iro_id | fte\none | 1", iro_contacts=contacts)
    assert council.listed("iro_not_known") == drawn("""
        file             | year | row | column | value
        iro_contacts.csv | 2021 | 2   | iro_id | typo
    """)
