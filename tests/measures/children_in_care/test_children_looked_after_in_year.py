"""Children looked after on any day of the year: shown only as the denominator of other measures."""

from pathlib import Path

from tests.lib.worked import a_council, drawn

EPISODES = """
    CHILD                   | DECOM      | RNE | LS | DEC
    all year                | 01/04/2020 | S   | C2 |              # 1
    left on 1 April         | 01/06/2019 | S   | C2 | 01/04/2020   # last looked after on 31 March: not in the year
    left on 2 April         | 01/06/2019 | S   | C2 | 02/04/2020   # 1
    came on 31 March        | 31/03/2021 | S   | C2 |              # 1
    came on 1 April         | 01/04/2021 | S   | C2 |              # not in the year
    came and left the day   | 01/06/2020 | S   | C2 | 01/06/2020   # looked after on no day
    two periods             | 01/06/2020 | S   | C2 | 01/07/2020   # one child: 1
    two periods             | 01/09/2020 | S   | C2 | 01/10/2020
    short breaks            | 01/04/2020 | S   | V4 |              # not in care
"""


def test_a_child_counts_once_however_short_the_time(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        episodes=EPISODES,
        escalations="""
        escalation_id | raised_date
        one           | 01/06/2020
        """,
    )
    assert council.figures("children_remanded") == drawn("""
        year | all
        2021 | 0/4
    """)
    # 1 escalation for 4 children is 25 for every 100.
    assert council.figures("escalations_raised_per_100") == drawn("""
        year | all
        2021 | 25 (1/4)
    """)


def test_left_open_and_then_gone_is_not_looked_after_on_1_april(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        (2020, 2021),
        episodes="""
        CHILD | DECOM      | files
        gone  | 01/06/2019 | 2020        # until 1 April 2020
        stays | 01/06/2019 | 2020 2021
        """,
    )
    assert council.figures("children_remanded") == drawn("""
        year | all
        2020 | 0/2
        2021 | 0/1
    """)
