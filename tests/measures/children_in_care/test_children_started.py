"""Periods of care that start in the year, and which episodes make one."""

from pathlib import Path

from tests.lib.worked import a_council, drawn


def test_a_period_starts_if_rne_is_s_or_all_earlier_episodes_have_ended(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        (2020, 2021),
        episodes="""
        CHILD                     | DECOM      | RNE | LS | DEC
        on 31 March               | 31/03/2020 | S   | C2 |              # 2020: 1
        on 1 April                | 01/04/2020 | S   | C2 |              # 2021: 1
        on the last day           | 31/03/2021 | S   | C2 |              # 2021: 1
        moved                     | 01/06/2019 | S   | C2 | 01/09/2020   # 2020: 1
        moved                     | 01/09/2020 | P   | C2 |              # ended that day: goes on
        came back                 | 01/06/2020 | S   | C2 | 01/09/2020   # 2021: 1
        came back                 | 02/09/2020 | S   | C2 |              # 2021: 1
        came back the same day    | 01/06/2020 | S   | C2 | 01/09/2020   # 2021: 1
        came back the same day    | 01/09/2020 | S   | C2 |              # S starts a new one: 2021: 1
        a day between, no S       | 01/06/2020 | S   | C2 | 01/09/2020   # 2021: 1
        a day between, no S       | 02/09/2020 | P   | C2 |              # every earlier episode had ended: 2021: 1
        overlap                   | 01/06/2020 | S   | C2 | 01/12/2020   # 2021: 1
        overlap                   | 01/08/2020 | P   | C2 | 01/09/2020
        overlap                   | 01/11/2020 | P   | C2 |              # the first had not ended: goes on
        short breaks              | 01/06/2020 | S   | V3 |              # none
        short breaks, then care   | 01/06/2020 | S   | V4 | 01/09/2020
        short breaks, then care   | 01/09/2020 | L   | V2 |              # the first that is no short break: 2021: 1
        care, break, care         | 01/06/2020 | S   | C2 | 01/09/2020   # 2021: 1
        care, break, care         | 01/09/2020 | L   | V3 | 01/10/2020
        care, break, care         | 01/10/2020 | L   | C2 |              # the care had ended on 1 September: 2021: 1
        """,
    )
    assert council.figures("children_started") == drawn("""
        year | all
        2020 | 2
        2021 | 12
    """)


def test_a_corrected_start_moves_the_period_to_its_own_year(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        (2020, 2021),
        episodes="""
        CHILD                    | DECOM      | RNE | DEC        | files
        corrected                | 20/03/2020 | S   |            | 2020        # ignored
        corrected                | 20/02/2020 | S   |            | 2021        # 2020: 1, by the row that holds
        corrected, then ended    | 20/03/2020 | S   |            | 2020        # ignored
        corrected, then ended    | 23/03/2020 | S   | 01/06/2020 | 2021        # open on 31 March: 2020: 1
        not corrected: no S      | 20/03/2020 | S   |            | 2020        # 2020: 1, ends on 1 April 2020
        not corrected: no S      | 23/03/2020 | P   |            | 2021        # goes on
        not corrected: later     | 20/03/2020 | S   |            | 2020        # 2020: 1, ends on 1 April 2020
        not corrected: later     | 01/04/2020 | S   |            | 2021        # began after 31 March: 2021: 1
        not corrected: had ended | 20/03/2020 | S   |            | 2020        # 2020: 1
        not corrected: had ended | 22/03/2020 | S   | 31/03/2020 | 2021        # not open at the end of 31 March: 2020: 1
        not corrected: was there | 20/03/2020 | S   |            | 2020        # 2020: 1
        not corrected: was there | 25/03/2020 | S   |            | 2020 2021   # 2020: 1
        """,
    )
    assert council.figures("children_started") == drawn("""
        year | all
        2020 | 8
        2021 | 1
    """)


def test_ages_are_those_on_the_day_of_the_start(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        header="""
        CHILD                             | DOB
        born on 29 February, 28 February  | 29/02/2016
        born on 29 February, 1 March      | 29/02/2016
        newborn                           | 01/06/2020
        no date of birth                  |
        """,
        episodes="""
        CHILD                             | DECOM
        born on 29 February, 28 February  | 28/02/2021   # still 4: 1–4
        born on 29 February, 1 March      | 01/03/2021   # 5 from 1 March: 5–9
        newborn                           | 01/06/2020   # Under 1
        no date of birth                  | 01/06/2020
        """,
    )
    assert council.figures("children_started", "age_band_all") == drawn("""
        year | Under 1 | 1–4 | 5–9 | Not recorded
        2021 | 1       | 1   | 1   | 1
    """)
