"""Reviews held in the year with mode virtual or hybrid, of those with a mode."""

from pathlib import Path

from tests.lib.worked import a_council, drawn

EPISODES = """
    CHILD | DECOM
    Sam   | 01/06/2019
"""


def test_virtual_and_hybrid_of_those_with_a_mode(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        (2020, 2021),
        episodes=EPISODES,
        reviews="""
        CHILD | REVIEW
        Sam   | 31/03/2020
        Sam   | 01/04/2020
        Sam   | 02/04/2020
        Sam   | 01/05/2020
        Sam   | 02/05/2020
        Sam   | 03/05/2020
        Sam   | 04/05/2020
        """,
        review_details="""
        child_id | review_date | mode       | cancelled
        Sam      | 31/03/2020  | in person  | N           # 2020: 0 of 1
        Sam      | 01/04/2020  | virtual    | N           # 1 of 1
        Sam      | 02/04/2020  | Hybrid     | Y           # capitals are no matter; the return holds: 1 of 1
        Sam      | 01/05/2020  | paper      | N           # 0 of 1
        Sam      | 02/05/2020  |            | N           # not known
        Sam      | 03/05/2020  | telephone  | N           # no mode of the contract: not known
        Sam      | 05/05/2020  | virtual    | N           # no review that day
        """,
    )
    # The review of 4 May has no details: not known.
    assert council.figures("reviews_virtual") == drawn("""
        year | all
        2020 | 0/1
        2021 | 2/3
    """)
    assert council.figures("reviews_virtual", "month") == drawn("""
        year | 2020-03 | 2020-04 | 2020-05
        2020 | 0/1     |         |
        2021 |         | 2/2     | 0/1
    """)


def test_without_the_column_it_is_not_supplied(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        (2020, 2021),
        episodes=EPISODES,
        review_details="""
        child_id | review_date
        Sam      | 01/06/2020
        """,
        without=["review_details.mode"],
    )
    # 2020 has no file at all, 2021 one without the column.
    assert council.figures("reviews_virtual") == drawn("""
        year | all
        2020 | not supplied
        2021 | not supplied
    """)
