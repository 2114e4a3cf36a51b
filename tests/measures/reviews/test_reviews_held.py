"""Counted reviews held in the year: dated inside a period of care, first day to last day."""

from pathlib import Path

from tests.lib.worked import a_council, drawn


def test_a_review_counts_from_the_first_day_of_care_to_the_last(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        (2020, 2021),
        episodes="""
        CHILD             | DECOM      | LS | DEC        | files
        one period        | 01/02/2020 | C2 | 01/10/2020 | 2020 2021
        short breaks      | 01/02/2020 | V3 |            | 2020 2021
        open, then gone   | 01/02/2020 | C2 |            | 2020        # treated as ending on 1 April 2020
        reviewed, no care | 01/02/2020 | V4 | 01/03/2020 | 2020
        """,
        reviews="""
        CHILD             | REVIEW     | files
        one period        | 31/01/2020 | 2020        # the day before: left out
        one period        | 01/02/2020 | 2020        # the first day: 2020: 1
        one period        | 31/03/2020 | 2021        # in the newer year's file, but of 2020: 1
        one period        | 01/04/2020 | 2020        # of 2021: 1
        one period        | 01/06/2020 | 2020 2021   # in both files, one review: 1
        one period        | 01/08/2020 | 2021        # twice in one file: 1
        one period        | 01/08/2020 | 2021
        one period        | 01/10/2020 | 2021        # the last day: 1
        one period        | 02/10/2020 | 2021        # the day after: left out
        one period        | 01/04/2021 | 2021        # after the year: not known to it
        short breaks      | 01/06/2020 | 2021        # may be a review under regulation 48: left out
        open, then gone   | 01/04/2020 | 2021        # the last day: 2021: 1
        open, then gone   | 02/04/2020 | 2021        # left out
        reviewed, no care | 01/06/2020 | 2021        # left out
        """,
    )
    assert council.figures("reviews_held") == drawn("""
        year | all
        2020 | 2
        2021 | 5
    """)
    assert council.figures("reviews_held", "month") == drawn("""
        year | 2020-02 | 2020-03 | 2020-04 | 2020-06 | 2020-08 | 2020-10
        2020 | 1       | 1       |         |         |         |
        2021 |         |         | 2       | 1       | 1       | 1
    """)
    assert council.figures("reviews_held", "quarter") == drawn("""
        year | Q1 | Q2 | Q3 | Q4
        2020 | 0  | 0  | 0  | 2
        2021 | 3  | 1  | 1  | 0
    """)


def test_placement_and_legal_status_are_those_of_the_day(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        episodes="""
        CHILD     | DECOM      | RNE | LS | PLACE | DEC
        moved     | 01/06/2020 | S   | L1 | U1    | 01/07/2020
        moved     | 01/07/2020 | B   | C1 | R1    | 01/08/2020
        came back | 01/06/2020 | S   | V2 | P2    | 01/07/2020
        came back | 01/07/2020 | S   | J2 | K1    |
        """,
        reviews="""
        CHILD     | REVIEW
        moved     | 30/06/2020   # police protection, relative or friend
        moved     | 01/07/2020   # the episode that begins that day: interim care order, other residential
        moved     | 01/08/2020   # the last day, still the last episode
        came back | 01/07/2020   # belongs to the earlier period: section 20, independent
        came back | 02/07/2020   # sentence, secure
        """,
    )
    assert council.figures("reviews_held", "legal_status") == drawn("""
        year | Police protection or emergency order | Interim care order | Accommodated under section 20 | Remand or sentence
        2021 | 1                                    | 2                  | 1                             | 1
    """)
    assert council.figures("reviews_held", "placement") == drawn("""
        year | Foster care, relative or friend | Other residential | Independent or supported | Secure
        2021 | 1                               | 2                 | 1                        | 1
    """)
