"""Periods of care that end in the year: at their latest DEC, or when the next period starts if that is earlier."""

from pathlib import Path

from tests.lib.worked import a_council, drawn


def test_a_period_ends_on_its_latest_dec_or_when_the_next_begins(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        (2020, 2021),
        episodes="""
        CHILD                     | DECOM      | RNE | LS | DEC
        on 31 March               | 01/06/2019 | S   | C2 | 31/03/2020   # 2020: 1
        on 1 April                | 01/06/2019 | S   | C2 | 01/04/2020   # 2021: 1
        on the last day           | 01/06/2019 | S   | C2 | 31/03/2021   # 2021: 1
        after the last day        | 01/06/2019 | S   | C2 | 01/04/2021   # a year knows only its own past: none
        moved, still there        | 01/06/2019 | S   | C2 | 01/09/2020
        moved, still there        | 01/09/2020 | P   | C2 |              # open while any of its episodes is: none
        earlier one ends last     | 01/06/2020 | S   | C2 | 01/12/2020   # the latest DEC of the period: 2021: 1
        earlier one ends last     | 01/08/2020 | P   | C2 | 01/09/2020
        left twice                | 01/06/2020 | S   | C2 | 01/08/2020   # 2021: 1
        left twice                | 01/09/2020 | S   | C2 | 01/10/2020   # 2021: 1
        ended by the next         | 01/06/2019 | S   | C2 |              # by 1 March 2020, though open: 2020: 1
        ended by the next         | 01/03/2020 | S   | C2 |
        short breaks              | 01/06/2019 | S   | V3 | 01/09/2020   # none
        """,
    )
    assert council.figures("children_ceased") == drawn("""
        year | all
        2020 | 2
        2021 | 5
    """)


def test_left_open_and_then_gone_is_no_leaving_unless_a_later_period_ended_it_first(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        (2020, 2021),
        episodes="""
        CHILD                 | DECOM      | RNE | files
        gone                  | 01/06/2019 | S   | 2020        # treated as ending on 1 April 2020: not a leaving
        gone, but came back   | 01/06/2019 | S   | 2020        # the next period ended it on 1 March 2020: 2020: 1
        gone, but came back   | 01/03/2020 | S   | 2020 2021
        gone, came back later | 01/06/2019 | S   | 2020        # ends on 1 April, before the next: not a leaving
        gone, came back later | 01/06/2020 | S   | 2021
        """,
    )
    assert council.figures("children_ceased") == drawn("""
        year | all
        2020 | 1
        2021 | 0
    """)


def test_ages_are_those_on_the_day_of_the_end(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        header="""
        CHILD                   | DOB
        on the 16th birthday    | 01/09/2004
        the day before          | 02/09/2004
        on 28 February          | 29/02/2020
        on 1 March              | 29/02/2020
        """,
        episodes="""
        CHILD                   | DECOM      | DEC
        on the 16th birthday    | 01/06/2020 | 01/09/2020   # 16+
        the day before          | 01/06/2020 | 01/09/2020   # 15: 10–15
        on 28 February          | 01/06/2020 | 28/02/2021   # a year is complete on 1 March: Under 1
        on 1 March              | 01/06/2020 | 01/03/2021   # 1–4
        """,
    )
    assert council.figures("children_ceased", "age_band_all") == drawn("""
        year | Under 1 | 1–4 | 10–15 | 16+
        2021 | 1       | 1   | 1     | 1
    """)
