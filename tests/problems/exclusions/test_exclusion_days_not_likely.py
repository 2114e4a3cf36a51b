from pathlib import Path

from tests.lib.worked import a_council, drawn


def test_days_of_what_was_not_made_and_suspensions_of_no_days(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        exclusions="""
        child_id | excluded_date | kind       | days
        Sam      | 01/06/2020    | considered | 2      # row 2
        Sam      | 02/06/2020    | considered | 0
        Sam      | 03/06/2020    | considered |
        Sam      | 04/06/2020    | suspension |        # row 5
        Sam      | 05/06/2020    | suspension | 0      # row 6
        Sam      | 06/06/2020    | suspension | 45
        Sam      | 07/06/2020    | suspension | 45.5   # row 8
        Sam      | 08/06/2020    | suspension | 0.5
        Sam      | 09/06/2020    | permanent  |
        """,
    )
    assert council.listed("exclusion_days_not_likely") == drawn("""
        file           | year | row | column | value
        exclusions.csv | 2021 | 2   | days   | 2.0
        exclusions.csv | 2021 | 5   | days   |
        exclusions.csv | 2021 | 6   | days   | 0.0
        exclusions.csv | 2021 | 8   | days   | 45.5
    """)
