from pathlib import Path

from tests.lib.worked import a_council, drawn


def test_an_episode_whose_end_is_before_its_start(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        episodes="""
        CHILD | DECOM      | DEC
        Sam   | 01/06/2020 | 31/05/2020   # row 2
        Ann   | 01/06/2020 | 01/06/2020   # the same day: a short stay
        Bea   | 01/06/2020 |
        """,
    )
    assert council.listed("ends_before_it_starts") == drawn("""
        file         | year | row | column | value
        episodes.csv | 2021 | 2   | DEC    | 31/05/2020
    """)
