from pathlib import Path

from tests.lib.worked import a_council, drawn


def test_an_episode_of_a_child_in_no_loaded_header(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        (2020, 2021),
        header="""
        CHILD | files
        Sam   | 2020 2021
        Ann   | 2020        # an earlier year's header is enough
        """,
        episodes="""
        CHILD | DECOM
        Sam   | 01/06/2019
        Ann   | 01/06/2020
        Bea   | 01/06/2020   # row 4
        """,
    )
    assert council.listed("child_not_in_header") == drawn("""
        file         | year | row | column | value
        episodes.csv | 2021 | 4   | CHILD  | Bea
    """)
