from pathlib import Path

from tests.lib.worked import a_council, drawn


def test_a_period_on_or_after_f_whose_first_episode_is_no_start(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        episodes="""
        CHILD       | DECOM      | RNE | DEC
        start       | 01/06/2020 | S   | 01/09/2020
        start       | 01/09/2020 | P   |              # not the first of its period
        before F    | 31/03/2020 | P   |              # a start that is not known: earlier years are not loaded
        on F        | 01/04/2020 | P   |              # row 5
        after a gap | 01/06/2020 | S   | 01/09/2020
        after a gap | 02/09/2020 | L   |              # row 7: every earlier episode had ended
        blank       | 01/06/2020 |     |              # row 8
        """,
    )
    assert council.listed("start_not_recorded") == drawn("""
        file         | year | row | column | value
        episodes.csv | 2021 | 5   | RNE    | P
        episodes.csv | 2021 | 7   | RNE    | L
        episodes.csv | 2021 | 8   | RNE    |
    """)
