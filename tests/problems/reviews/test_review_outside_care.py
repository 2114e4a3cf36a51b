from pathlib import Path

from tests.lib.worked import a_council, drawn


def test_a_review_before_after_or_without_care(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        episodes="""
        CHILD        | DECOM      | LS | DEC
        Sam          | 01/06/2020 | C2 | 01/09/2020
        short breaks | 01/06/2020 | V3 |
        """,
        reviews="""
        CHILD        | REVIEW
        Sam          | 31/05/2020   # row 2: the day before
        Sam          | 01/06/2020
        Sam          | 01/09/2020   # the last day
        Sam          | 02/09/2020   # row 5: the day after
        no episode   | 01/06/2020   # row 6
        no episode   | 01/04/2021   # after the year: another rule
        short breaks | 29/06/2020   # another rule
        """,
    )
    assert council.listed("review_outside_care") == drawn("""
        file        | year | row | column | value
        reviews.csv | 2021 | 2   | REVIEW | 31/05/2020
        reviews.csv | 2021 | 5   | REVIEW | 02/09/2020
        reviews.csv | 2021 | 6   | REVIEW | 01/06/2020
    """)
