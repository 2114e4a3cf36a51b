"""Reviews held in the year by the score of the papers before them."""

from pathlib import Path

from tests.lib.worked import a_council, drawn

EPISODES = """
    CHILD | DECOM
    Ann   | 01/04/2018
    """
REVIEWS = """
    CHILD | REVIEW
    Ann   | 31/03/2020
    Ann   | 01/04/2020
    Ann   | 01/07/2020
    Ann   | 01/10/2020
    Ann   | 01/01/2021
    Ann   | 31/03/2021
    """
DETAILS = """
    child_id | review_date | quality_score
    Ann      | 31/03/2020  | 4
    Ann      | 01/04/2020  | 3
    Ann      | 01/07/2020  |                # blank
    Ann      | 01/10/2020  | 5              # no score
    Ann      | 31/03/2021  | 2
    """


def test_every_review_has_a_score_or_none(tmp_path: Path) -> None:
    council = a_council(tmp_path, (2020, 2021), episodes=EPISODES, reviews=REVIEWS, review_details=DETAILS)
    assert council.figures("quality_score", "quality_score") == drawn("""
        year | 2 | 3 | 4 | Not recorded
        2020 | 0 | 0 | 1 | 0
        2021 | 1 | 1 | 0 | 3
    """)


def test_without_the_column_it_is_not_supplied(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        episodes=EPISODES,
        reviews=REVIEWS,
        review_details=DETAILS,
        without=("review_details.quality_score",),
    )
    assert council.figures("quality_score") == drawn("""
        year | all
        2021 | not supplied
    """)
