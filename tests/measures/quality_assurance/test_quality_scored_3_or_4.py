"""Reviews held in the year whose papers scored 3 or 4, of those with a score."""

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


def test_those_without_a_score_are_left_out(tmp_path: Path) -> None:
    council = a_council(tmp_path, (2020, 2021), episodes=EPISODES, reviews=REVIEWS, review_details=DETAILS)
    assert council.figures("quality_scored_3_or_4") == drawn("""
        year | all
        2020 | 1/1
        2021 | 1/2
    """)
    assert council.figures("quality_scored_3_or_4", "quarter") == drawn("""
        year | Q1       | Q4
        2020 | no cases | 1/1
        2021 | 1/1      | 0/1
    """)
