from pathlib import Path

from tests.lib.worked import a_council, drawn


def test_an_episode_that_begins_before_an_earlier_one_of_its_period_ended(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        episodes="""
        CHILD      | DECOM      | RNE | LS | DEC
        Sam        | 01/06/2020 | S   | C2 | 01/09/2020
        Sam        | 01/09/2020 | P   | C2 | 01/12/2020   # begins as the one before ends
        Sam        | 30/11/2020 | P   | C2 |              # row 4
        came back  | 01/06/2020 | S   | C2 |
        came back  | 01/09/2020 | S   | C2 |              # S starts another period, which ends the one before
        with break | 01/06/2020 | S   | C2 | 01/09/2020
        with break | 01/07/2020 | L   | V3 | 01/08/2020   # a short break is no part of a period of care
        """,
    )
    assert council.listed("episodes_overlap") == drawn("""
        file         | year | row | column | value
        episodes.csv | 2021 | 4   | DECOM  | 30/11/2020
    """)
