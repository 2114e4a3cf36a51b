from pathlib import Path

from tests.lib.worked import a_council, drawn


def test_no_part_of_a_full_time_post(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        iros="""
        iro_id | fte
        full   | 1
        blank  |         # row 3
        nought | 0       # row 4
        """,
    )
    assert council.listed("iro_without_fte") == drawn("""
        file     | year | row | column | value
        iros.csv | 2021 | 3   | fte    |
        iros.csv | 2021 | 4   | fte    | 0.0
    """)
