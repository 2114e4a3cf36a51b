from pathlib import Path

from tests.lib.worked import a_council, drawn


def test_a_child_in_no_header_episode_or_review(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        episodes="""
        CHILD | DECOM
        Ann   | 01/06/2019
        """,
        allocations="""
        child_id | iro_id | start_date
        Ann      | one    | 01/06/2019
        unknown  | one    | 01/06/2019    # row 3
        """,
    )
    assert council.listed("allocation_of_unknown_child") == drawn("""
        file            | year | row | column   | value
        allocations.csv | 2021 | 3   | child_id | unknown
    """)
