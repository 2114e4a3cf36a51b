"""Review occasions while a child is placed for adoption (definitions, 3.2; regulation 36 of 2005)."""

from pathlib import Path

from tests.lib.worked import a_council, drawn


def test_a_placement_for_adoption_replaces_what_was_pending(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        (2020, 2021),
        episodes="""
        CHILD  | DECOM      | RNE | LS | PLACE | DEC
        placed | 01/02/2020 | S   | C2 | U6    | 01/06/2020
        placed | 01/06/2020 | B   | E1 | A5    |
        """,
        reviews="""
        CHILD  | REVIEW
        placed | 28/02/2020   # First: on time in 2020 (3–7 February are 5 working days, 10, 15, 28 February the 20th)
                              # the second, due 28 May 2020, was not held: missed, and left behind by the placement
        placed | 29/06/2020   # Adoption: 28 days after 1 June: on time
        placed | 30/09/2020   # Adoption: 3 months after 29 June are 29 September: late
        placed | 30/03/2021   # Adoption: 6 months after 30 September: on time
        """,
    )
    assert council.figures("reviews_on_time", "occasion") == drawn("""
        year | First    | Second   | Adoption
        2020 | 1/1      | no cases | no cases
        2021 | no cases | 0/1      | 2/3
    """)


def test_only_an_occasion_due_before_the_placement_stays_missed(tmp_path: Path) -> None:
    # All reviewed on 29 June 2020, so that the second review is due on 29 September.
    council = a_council(
        tmp_path,
        episodes="""
        CHILD                     | DECOM      | RNE | PLACE | DEC
        placed on the due date    | 01/06/2020 | S   | U6    | 29/09/2020
        placed on the due date    | 29/09/2020 | P   | A3    | 01/10/2020   # replaced: no Second
        placed the day after      | 01/06/2020 | S   | U6    | 30/09/2020
        placed the day after      | 30/09/2020 | P   | A4    | 01/10/2020   # left behind: Second missed
        reviewed that day         | 01/06/2020 | S   | U6    | 01/09/2020
        reviewed that day         | 01/09/2020 | P   | A5    | 01/10/2020   # the review belongs to the chain before it
        """,
        reviews="""
        CHILD                     | REVIEW
        placed on the due date    | 29/06/2020
        placed the day after      | 29/06/2020
        reviewed that day         | 29/06/2020
        reviewed that day         | 01/09/2020   # Second: on time; Adoption due 29 September: missed
        """,
    )
    assert council.figures("reviews_on_time", "occasion") == drawn("""
        year | First | Second | Adoption
        2021 | 3/3   | 1/2    | 0/1
    """)


def test_which_episodes_start_a_placement_for_adoption(tmp_path: Path) -> None:
    # Each is placed on 1 June 2020, so that the first adoption review is due on 29 June; all leave on 1 September.
    council = a_council(
        tmp_path,
        episodes="""
        CHILD                   | DECOM      | RNE | LS | PLACE | DEC
        placed from the start   | 01/06/2020 | S   | D1 | A3    | 01/09/2020   # 29 June, the same day as a first: Adoption
        new legal status        | 01/06/2020 | S   | C2 | A3    | 20/06/2020
        new legal status        | 20/06/2020 | L   | E1 | A5    | 01/09/2020   # goes on: still 29 June
        new status, same carer  | 01/06/2020 | S   | C2 | A3    | 20/06/2020
        new status, same carer  | 20/06/2020 | U   | E1 | A5    | 01/09/2020   # goes on: still 29 June
        new carer               | 01/06/2020 | S   | E1 | A5    | 20/06/2020
        new carer               | 20/06/2020 | P   | E1 | A6    | 01/09/2020   # starts again: 28 days after 20 June, 18 July
        new status and carer    | 01/06/2020 | S   | C2 | A3    | 20/06/2020
        new status and carer    | 20/06/2020 | B   | E1 | A5    | 01/09/2020   # starts again: 18 July
        """,
        reviews="""
        CHILD                   | REVIEW
        placed from the start   | 18/07/2020   # late
        new legal status        | 18/07/2020   # late
        new status, same carer  | 18/07/2020   # late
        new carer               | 18/07/2020   # on time
        new status and carer    | 18/07/2020   # on time
        """,
    )
    assert council.figures("reviews_on_time", "occasion") == drawn("""
        year | Adoption
        2021 | 2/5
    """)


def test_when_the_placement_ends_the_pending_occasion_stays_and_later_ones_are_half_yearly(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        (2020, 2021),
        episodes="""
        CHILD              | DECOM      | RNE | PLACE | DEC
        left before        | 03/06/2019 | S   | A3    | 01/09/2019
        left before        | 01/09/2019 | P   | U6    |
        left that day      | 03/06/2019 | S   | A3    | 01/07/2019
        left that day      | 01/07/2019 | P   | U6    |
        """,
        reviews="""
        CHILD              | REVIEW
        left before        | 01/07/2019   # Adoption: 28 days after 3 June: on time
        left before        | 01/10/2019   # Adoption: 3 months after 1 July, pending when the placement ended: on time
        left before        | 01/04/2020   # Later: 6 months after 1 October: on time in 2021
                           #                Later: 1 October 2020, missed
        left that day      | 01/07/2019   # Adoption: on time; the placement ended that day, so the next after 6 months
        left that day      | 31/12/2019   # Later: due 1 January 2020: on time
        left that day      | 30/06/2020   # Later: on time; 31 December 2020 is due on 30 December: missed
        """,
    )
    assert council.figures("reviews_on_time", "occasion") == drawn("""
        year | Adoption | Later
        2020 | 3/3      | 1/1
        2021 | no cases | 2/4
    """)


def test_before_30_december_2005_such_a_placement_changed_nothing(tmp_path: Path) -> None:
    # Both were first reviewed on 31 October 2005, so that the second review is due on 31 January 2006.
    council = a_council(
        tmp_path,
        (2006,),
        episodes="""
        CHILD            | DECOM      | RNE | PLACE | DEC
        the day before   | 03/10/2005 | S   | U6    | 29/12/2005
        the day before   | 29/12/2005 | P   | A3    |              # 31 January stays: Second missed
        from the first   | 03/10/2005 | S   | U6    | 30/12/2005
        from the first   | 30/12/2005 | P   | A3    |              # 28 days later: 27 January: Adoption missed
        """,
        reviews="""
        CHILD            | REVIEW
        the day before   | 31/10/2005   # First: 28 days after 3 October
        from the first   | 31/10/2005
        """,
    )
    assert council.figures("reviews_on_time", "occasion") == drawn("""
        year | First | Second | Adoption
        2006 | 2/2   | 0/1    | 0/1
    """)
