from pathlib import Path

from tests.lib.worked import a_council, drawn


def test_a_review_whose_date_of_birth_is_not_the_headers(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        header="""
        CHILD | DOB
        Sam   | 01/06/2010
        Ann   |
        """,
        episodes="""
        CHILD | DECOM
        Sam   | 01/06/2020
        Ann   | 01/06/2020
        """,
        reviews="""
        CHILD | REVIEW     | DOB
        Sam   | 29/06/2020 | 01/06/2010
        Sam   | 29/09/2020 | 06/01/2010   # row 3
        Sam   | 29/03/2021 |              # a blank does not differ
        Ann   | 29/06/2020 | 01/06/2012   # the header has none to differ from
        """,
    )
    assert council.listed("birth_dates_differ") == drawn("""
        file        | year | row | column | value
        reviews.csv | 2021 | 3   | DOB    | 06/01/2010
    """)
