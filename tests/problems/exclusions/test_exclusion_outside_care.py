from pathlib import Path

from tests.lib.worked import a_council, drawn


def test_before_care_or_after_it(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        episodes="""
        CHILD | DECOM      | DEC
        Sam   | 01/06/2020 | 01/08/2020
        """,
        exclusions="""
        child_id | excluded_date | kind       | days
        Sam      | 31/05/2020    | suspension | 1    # row 2: the day before
        Sam      | 01/06/2020    | suspension | 1
        Sam      | 31/07/2020    | suspension | 1
        Sam      | 01/08/2020    | suspension | 1    # row 5: no longer looked after
        Sam      | 01/04/2021    | suspension | 1    # not yet known
        Sam      | 31/03/2021    | suspension | 1    # row 7: the last day
        stranger | 01/06/2020    | suspension | 1    # listed by another rule
        """,
    )
    assert council.listed("exclusion_outside_care") == drawn("""
        file           | year | row | column        | value
        exclusions.csv | 2021 | 2   | excluded_date | 31/05/2020
        exclusions.csv | 2021 | 5   | excluded_date | 01/08/2020
        exclusions.csv | 2021 | 7   | excluded_date | 31/03/2021
    """)
