from pathlib import Path

from tests.lib.worked import a_council, drawn


def test_neither_yes_nor_no(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        exclusions="""
        child_id | excluded_date | kind       | reported_to_virtual_school
        Sam      | 01/06/2020    | suspension | Y
        Sam      | 02/06/2020    | suspension |     # row 3
        Sam      | 03/06/2020    | considered | N
        """,
    )
    assert council.listed("exclusion_report_not_recorded") == drawn("""
        file           | year | row | column                     | value
        exclusions.csv | 2021 | 3   | reported_to_virtual_school |
    """)
