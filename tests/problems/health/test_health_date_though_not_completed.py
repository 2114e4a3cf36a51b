from pathlib import Path

from tests.lib.worked import a_council, drawn


def test_a_date_beside_another_status(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        health="""
        child_id | kind                     | due_date   | completed_date | status
        Sam      | review health assessment | 01/06/2020 | 01/06/2020     | completed
        Sam      | review health assessment | 02/06/2020 | 01/06/2020     | planned     # row 3
        Sam      | review health assessment | 03/06/2020 | 01/06/2020     | refused     # row 4
        Sam      | dental                   | 04/06/2020 | 01/06/2020     | cancelled   # row 5
        Sam      | dental                   | 05/06/2020 |                | refused
        Sam      | dental                   | 06/06/2020 | 02/06/2020     |
        """,
    )
    assert council.listed("health_date_though_not_completed") == drawn("""
        file       | year | row | column | value
        health.csv | 2021 | 3   | status | planned
        health.csv | 2021 | 4   | status | refused
        health.csv | 2021 | 5   | status | cancelled
    """)
