from pathlib import Path

from tests.lib.worked import a_council, drawn


def test_an_assessment_done_that_was_never_due(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        (2020, 2021),
        health="""
        child_id | kind                     | due_date   | completed_date | status    | files
        Sam      | review health assessment |            | 01/06/2019     | completed | 2020   # row 2
        Sam      | review health assessment |            | 01/06/2020     | completed | 2021   # row 2
        Sam      | dental                   |            | 01/06/2020     | completed | 2021   # a check needs none
        Ann      | review health assessment |            | 01/06/2019     | completed | 2020 2021   # row 4 of 2021 holds
        Ann      | dental                   |            |                | refused   | 2021   # of no day: another rule
        Ann      | review health assessment | 01/06/2020 | 01/06/2020     | completed | 2021
        """,
    )
    assert council.listed("health_contact_without_due_date") == drawn("""
        file       | year | row | column   | value
        health.csv | 2020 | 2   | due_date |
        health.csv | 2021 | 2   | due_date |
        health.csv | 2021 | 4   | due_date |
    """)
