from pathlib import Path

from tests.lib.worked import a_council, drawn


def test_completed_on_no_day(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        health="""
        child_id | kind                     | due_date   | completed_date | status
        Sam      | review health assessment | 01/06/2020 |                | completed   # row 2
        Sam      | review health assessment | 02/06/2020 | 01/06/2020     | completed
        Sam      | review health assessment | 03/06/2020 |                | planned
        Sam      | dental                   | 04/06/2020 |                |
        """,
    )
    assert council.listed("health_completed_without_date") == drawn("""
        file       | year | row | column         | value
        health.csv | 2021 | 2   | completed_date |
    """)
