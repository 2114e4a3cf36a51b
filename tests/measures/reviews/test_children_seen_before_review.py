"""Reviews before which the reviewing officer saw the child, of those for which it is recorded."""

from pathlib import Path

from tests.lib.worked import a_council, drawn


def test_yes_of_yes_and_no_at_every_age(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        (2020, 2021),
        header="""
        CHILD | DOB
        Ann   | 01/06/2017     # 3 on 31 May 2021, not yet 4
        Ben   | 01/06/2005
        """,
        episodes="""
        CHILD | DECOM      | PLACE
        Ann   | 01/04/2020 | U1
        Ben   | 01/04/2020 | K2
        """,
        reviews="""
        CHILD | REVIEW
        Ann   | 30/06/2020
        Ann   | 01/07/2020
        Ben   | 01/06/2020
        Ben   | 31/03/2021
        """,
        review_details="""
        child_id | review_date | seen_before_review | mode
        Ann      | 30/06/2020  | Y                  | in person   # 1 of 1
        Ann      | 01/07/2020  | N                  | virtual     # 0 of 1
        Ben      | 01/06/2020  |                    | virtual     # left out
        Ben      | 31/03/2021  | Y                  |             # 1 of 1
        """,
    )
    assert council.figures("children_seen_before_review") == drawn("""
        year | all
        2020 | not supplied
        2021 | 2/3
    """)
    assert council.figures("children_seen_before_review", "age_band_all") == drawn("""
        year | 10–15        | 1–4
        2020 | not supplied | not supplied
        2021 | 1/1          | 1/2
    """)
    assert council.figures("children_seen_before_review", "quarter") == drawn("""
        year | Q1           | Q2           | Q4
        2020 | not supplied | not supplied | not supplied
        2021 | 1/1          | 0/1          | 1/1
    """)
    assert council.figures("children_seen_before_review", "placement") == drawn("""
        year | Children's home | Foster care, relative or friend
        2020 | not supplied    | not supplied
        2021 | 1/1             | 1/2
    """)
