from pathlib import Path

from tests.lib.worked import a_council, drawn


def test_what_the_status_and_the_dates_say(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        education_plans="""
        child_id | as_at_date | initiated_date | completed_date | status
        Sam      | 31/03/2021 | 01/06/2020     | 02/06/2020     | up to date
        Ann      | 31/03/2021 | 01/06/2020     |                | none          # row 3
        Bo       | 31/03/2021 |                | 02/06/2020     | none          # row 4
        Cy       | 31/03/2021 | 01/06/2020     |                | up to date    # row 5
        Di       | 31/03/2021 | 01/06/2020     | 02/06/2020     |               # row 6
        Ed       | 31/03/2021 |                |                | none
        Flo      | 31/03/2021 | 01/06/2020     |                | in progress
        Guy      | 31/03/2021 |                |                | out of date
        """,
    )
    assert council.listed("pep_status_disagrees") == drawn("""
        file                | year | row | column | value
        education_plans.csv | 2021 | 3   | status | none
        education_plans.csv | 2021 | 4   | status | none
        education_plans.csv | 2021 | 5   | status | up to date
        education_plans.csv | 2021 | 6   | status |
    """)
