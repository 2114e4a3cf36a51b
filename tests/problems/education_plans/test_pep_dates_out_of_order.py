from pathlib import Path

from tests.lib.worked import a_council, drawn


def test_begun_completed_given_in_that_order(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        education_plans="""
        child_id | as_at_date | initiated_date | completed_date | given_to_child_date | status
        Sam      | 31/03/2021 | 01/06/2020     | 01/06/2020     | 01/06/2020          | up to date   # one day
        Ann      | 31/03/2021 | 02/06/2020     | 01/06/2020     | 01/06/2020          | up to date   # row 3
        Bo       | 31/03/2021 | 01/06/2020     | 02/06/2020     | 01/06/2020          | up to date   # row 4
        Cy       | 31/03/2021 |                |                | 01/06/2020          | in progress
        Di       | 31/03/2021 | 02/06/2020     |                | 01/06/2020          | in progress  # row 6: not begun by then
        """,
    )
    assert council.listed("pep_dates_out_of_order") == drawn("""
        file                | year | row | column              | value
        education_plans.csv | 2021 | 3   | completed_date      | 01/06/2020
        education_plans.csv | 2021 | 4   | given_to_child_date | 01/06/2020
        education_plans.csv | 2021 | 6   | given_to_child_date | 01/06/2020
    """)
