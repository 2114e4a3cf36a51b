from pathlib import Path

from tests.lib.worked import a_council, drawn


def test_two_kinds_on_one_day(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        exclusions="""
        child_id | excluded_date | kind
        Sam      | 01/06/2020    | suspension   # row 2
        Sam      | 01/06/2020    | permanent    # row 3
        Sam      | 02/06/2020    | suspension
        Ann      | 01/06/2020    | suspension
        """,
    )
    assert council.listed("exclusions_of_one_day") == drawn("""
        file           | year | row | column | value
        exclusions.csv | 2021 | 2   | kind   | suspension
        exclusions.csv | 2021 | 3   | kind   | permanent
    """)
