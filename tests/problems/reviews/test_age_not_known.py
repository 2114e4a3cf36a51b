from pathlib import Path

from tests.lib.worked import a_council, drawn


def test_a_counted_review_with_no_date_of_birth_anywhere(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        header="""
        CHILD          | DOB
        in the header  | 01/06/2010
        in the review  |
        nowhere        |
        """,
        episodes="""
        CHILD          | DECOM
        in the header  | 01/06/2020
        in the review  | 01/06/2020
        nowhere        | 01/06/2020
        """,
        reviews="""
        CHILD          | REVIEW     | DOB
        in the header  | 29/06/2020 |
        in the review  | 29/06/2020 | 01/06/2010
        nowhere        | 31/05/2020 |              # outside care: another rule
        nowhere        | 29/06/2020 |              # row 5
        """,
    )
    assert council.listed("age_not_known") == drawn("""
        file        | year | row | column | value
        reviews.csv | 2021 | 5   | DOB    |
    """)
