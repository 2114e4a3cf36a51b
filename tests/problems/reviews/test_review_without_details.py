from pathlib import Path

from tests.lib.worked import a_council, drawn


def test_a_counted_review_of_a_year_with_details_that_has_none(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        (2020, 2021),
        episodes="""
        CHILD | DECOM
        Sam   | 01/06/2019
        """,
        reviews="""
        CHILD | REVIEW
        Sam   | 28/06/2019   # 2020 has no review details at all
        Sam   | 01/04/2020
        Sam   | 01/10/2020   # row 3
        Ann   | 01/10/2020   # outside care: another rule
        """,
        review_details="""
        child_id | review_date
        Sam      | 01/04/2020
        Sam      | 02/10/2020
        """,
    )
    assert council.listed("review_without_details") == drawn("""
        file        | year | row | column | value
        reviews.csv | 2021 | 3   | REVIEW | 01/10/2020
    """)
