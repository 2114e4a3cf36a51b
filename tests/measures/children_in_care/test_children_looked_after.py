"""Children inside a period of care on 31 March: start ≤ day, and the period open or its end > day."""

from pathlib import Path

from tests.lib.worked import a_council, drawn


def test_a_child_is_looked_after_from_the_first_day_until_the_day_before_the_last(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        (2020, 2021),
        episodes="""
        CHILD                       | DECOM      | DEC        | LS
        came on 31 March 2020       | 31/03/2020 |            | C2   # 2020 and 2021
        came on 1 April 2020        | 01/04/2020 |            | C2   #          2021
        left on 31 March 2020       | 01/06/2019 | 31/03/2020 | C2   # the end is not > 31 March
        left on 1 April 2020        | 01/06/2019 | 01/04/2020 | C2   # 2020
        left on 1 April 2021        | 01/06/2019 | 01/04/2021 | C2   # 2020 and 2021
        a day in care, none at home | 31/03/2020 | 31/03/2020 | C2   # came and left the same day: on no day
        short breaks                | 01/06/2019 |            | V3   # is no period of care
        short breaks, then care     | 01/06/2019 | 01/05/2020 | V4
        short breaks, then care     | 01/05/2020 |            | V2   #          2021
        """,
    )
    # 2020: two came before and stayed, and one left the day after. 2021: 31 March, 1 April, 1 April 2021, from breaks.
    assert council.figures("children_looked_after") == drawn("""
        year | all
        2020 | 3
        2021 | 4
    """)


def test_what_an_open_episode_without_a_successor_means(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        (2020, 2021),
        episodes="""
        CHILD                           | DECOM      | REC | files
        open, and in both files         | 01/06/2019 |     | 2020 2021   # 2020 and 2021
        open, with a reason for ending  | 01/06/2019 | X1  | 2020 2021   # a blank DEC is open: 2020 and 2021
        left open, then gone            | 01/06/2019 |     | 2020        # ends on 1 April 2020: 2020
        start corrected                 | 01/06/2019 |     | 2020        # ignored: the next row holds
        start corrected                 | 08/06/2019 |     | 2021        # 2020 and 2021
        """,
    )
    assert council.figures("children_looked_after") == drawn("""
        year | all
        2020 | 4
        2021 | 3
    """)


def test_a_period_taken_up_again_is_open_only_for_the_years_that_know_it(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        (2020, 2021),
        episodes="""
        CHILD | DECOM      | RNE | DEC
        Sam   | 01/04/2019 | S   |              # never ended, but the next S ends its period
        Sam   | 01/06/2019 | S   | 01/09/2019   # as 2020 knows it, this period ended on 1 September 2019
        Sam   | 01/06/2020 | P   |              # one is still open, so no new period starts: this one goes on
        """,
    )
    assert council.figures("children_looked_after") == drawn("""
        year | all
        2020 | 0
        2021 | 1
    """)
    assert council.figures("children_ceased") == drawn("""
        year | all
        2020 | 2
        2021 | 0
    """)


def test_placement_and_legal_status_are_those_of_the_episode_that_began_last(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        episodes="""
        CHILD                 | DECOM      | RNE | LS | PLACE | DEC
        moved on 31 March     | 01/06/2020 | S   | C1 | U1    | 31/03/2021
        moved on 31 March     | 31/03/2021 | B   | C2 | K2    |              # full care order, children's home
        moved on 1 April      | 01/06/2020 | S   | C1 | U3    |              # interim, relative or friend
        two episodes open     | 01/06/2020 | S   | V2 | U4    |
        two episodes open     | 01/09/2020 | P   | V2 | P1    |              # section 20, with parents
        earlier one ends last | 01/06/2020 | S   | D1 | U6    | 01/06/2021
        earlier one ends last | 01/09/2020 | U   | E1 | A5    | 01/02/2021   # placement order, for adoption
        codes not known       | 01/06/2020 | S   | C9 | z9    |              # listed, and not recorded
        """,
    )
    assert council.figures("children_looked_after", "legal_status") == drawn("""
        year | Interim care order | Full care order | Accommodated under section 20 | Placement or freeing order | Not recorded
        2021 | 1                  | 1               | 1                             | 1                          | 1
    """)
    assert council.figures("children_looked_after", "placement") == drawn("""
        year | Children's home | Foster care, relative or friend | With parents | Placed for adoption | Not recorded
        2021 | 1               | 1                               | 1            | 1                   | 1
    """)


def test_age_sex_and_ethnicity_are_the_newest_headers(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        (2020, 2021),
        header="""
        CHILD                      | SEX | DOB        | ETHNIC | files
        a year old the day before  | 1   | 31/03/2020 | WROM   | 2021        # on 31 March 2021: 1–4
        a year old the day after   | 1   | 01/04/2020 | MWBC   | 2021        # Under 1
        16 that day                | 2   | 31/03/2005 | AOTH   | 2020 2021   # 15 on 31 March 2020, then 16
        16 the day after           | 2   | 01/04/2005 | BAFR   | 2020 2021   # 14, then 15
        born on 29 February        | 3   | 29/02/2016 | CHNE   | 2020 2021   # 4, then 5 since 1 March
        corrected                  | 1   | 01/06/2009 | WBRI   | 2020        # superseded: Female, Asian, 9, then 10
        corrected                  | 2   | 01/06/2010 | AIND   | 2021
        no date of birth           |     |            | REFU   | 2021        # 7 by the review's date of birth
        """,
        episodes="""
        CHILD                      | DECOM
        a year old the day before  | 01/06/2020
        a year old the day after   | 01/06/2020
        16 that day                | 01/06/2019
        16 the day after           | 01/06/2019
        born on 29 February        | 01/06/2019
        corrected                  | 01/06/2019
        no date of birth           | 01/06/2020
        in no header               | 01/06/2020
        """,
        reviews="""
        CHILD            | REVIEW     | DOB
        no date of birth | 29/06/2020 | 01/01/2014
        """,
    )
    assert council.figures("children_looked_after", "age_band_all") == drawn("""
        year | Under 1 | 1–4 | 5–9 | 10–15 | 16+ | Not recorded
        2020 | 0       | 1   | 1   | 2     | 0   | 0
        2021 | 1       | 1   | 2   | 2     | 1   | 1
    """)
    assert council.figures("children_looked_after", "sex") == drawn("""
        year | Female | Male | Other or not recorded
        2020 | 3      | 0    | 1
        2021 | 3      | 2    | 3
    """)
    assert council.figures("children_looked_after", "ethnicity") == drawn("""
        year | White | Mixed | Asian | Black | Other | Not recorded
        2020 | 0     | 0     | 2     | 1     | 1     | 0
        2021 | 1     | 1     | 2     | 1     | 1     | 2
    """)
