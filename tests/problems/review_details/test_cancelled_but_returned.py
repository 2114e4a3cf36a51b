from pathlib import Path

from tests.lib.worked import a_council, drawn

EPISODES = """
    CHILD | DECOM
    Sam   | 01/06/2020
"""
REVIEWS = """
    CHILD | REVIEW
    Sam   | 29/06/2020
    Sam   | 29/09/2020
"""


def test_a_cancelled_meeting_on_the_day_of_a_review(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        episodes=EPISODES,
        reviews=REVIEWS,
        review_details="""
        child_id | review_date | cancelled
        Sam      | 22/06/2020  | Y   # no review that day: no conflict
        Sam      | 29/06/2020  | y   # row 3
        Sam      | 29/09/2020  | N
        """,
    )
    assert council.listed("cancelled_but_returned") == drawn("""
        file               | year | row | column    | value
        review_details.csv | 2021 | 3   | cancelled | Y
    """)
