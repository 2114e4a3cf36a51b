from pathlib import Path

from tests.lib.worked import a_council, drawn


def test_a_review_after_the_last_day_of_the_year_reported(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        (2020, 2021),
        episodes="""
        CHILD | DECOM
        Sam   | 01/06/2019
        """,
        reviews="""
        CHILD | REVIEW     | files
        Sam   | 01/04/2020 | 2020   # after its own file's year, but 2021 is loaded
        Sam   | 31/03/2021 | 2021
        Sam   | 01/04/2021 | 2021   # row 3 of 2021
        """,
    )
    assert council.listed("review_after_the_year") == drawn("""
        file        | year | row | column | value
        reviews.csv | 2021 | 3   | REVIEW | 01/04/2021
    """)
