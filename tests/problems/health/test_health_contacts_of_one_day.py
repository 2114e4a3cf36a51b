from pathlib import Path

from tests.lib.worked import a_council, drawn


def test_two_records_of_one_day(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        health="""
        child_id | kind                     | due_date   | completed_date | status
        Sam      | review health assessment | 01/06/2020 | 01/06/2020     | completed   # row 2
        Sam      | review health assessment | 02/06/2020 | 01/06/2020     | completed   # row 3
        Sam      | dental                   | 02/06/2020 | 01/06/2020     | completed   # another kind
        Ann      | review health assessment | 01/06/2020 | 01/06/2020     | completed   # another child
        Ann      | review health assessment | 02/06/2020 | 02/06/2020     | completed   # another day
        Ann      | review health assessment | 03/06/2020 |                | planned
        Ann      | review health assessment | 04/06/2020 |                | planned
        """,
    )
    assert council.listed("health_contacts_of_one_day") == drawn("""
        file       | year | row | column         | value
        health.csv | 2021 | 2   | completed_date | 01/06/2020
        health.csv | 2021 | 3   | completed_date | 01/06/2020
    """)
