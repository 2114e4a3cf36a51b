from pathlib import Path

from tests.lib.worked import a_council, drawn


def test_an_uncancelled_meeting_that_the_return_does_not_report(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        episodes="""
        CHILD | DECOM
        Sam   | 01/06/2020
        """,
        reviews="""
        CHILD | REVIEW
        Sam   | 29/06/2020
        Sam   | 01/05/2020
        Ann   | 30/06/2020
        """,
        review_details="""
        child_id | review_date | cancelled
        Sam      | 29/06/2020  | N
        Sam      | 30/06/2020  | N   # row 3: on that day another child was reviewed
        Sam      | 01/07/2020  |     # row 4: a blank is not cancelled
        Sam      | 02/07/2020  | Y   # cancelled, and not held
        Sam      | 01/05/2020  | N   # a review that day, though outside care
        """,
    )
    assert council.listed("details_without_review") == drawn("""
        file               | year | row | column      | value
        review_details.csv | 2021 | 3   | review_date | 30/06/2020
        review_details.csv | 2021 | 4   | review_date | 01/07/2020
    """)
