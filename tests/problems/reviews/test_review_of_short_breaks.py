from pathlib import Path

from tests.lib.worked import a_council, drawn


def test_a_review_outside_care_of_a_child_with_short_breaks(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        episodes="""
        CHILD            | DECOM      | LS | DEC
        V3               | 01/06/2020 | V3 |
        V4               | 01/06/2020 | V4 |
        breaks, then care| 01/06/2020 | V4 | 01/09/2020
        breaks, then care| 01/09/2020 | C2 |
        care only        | 01/06/2020 | C2 | 01/09/2020
        """,
        reviews="""
        CHILD            | REVIEW
        V3               | 29/06/2020   # row 2
        V4               | 29/06/2020   # row 3
        breaks, then care| 29/06/2020   # row 4
        breaks, then care| 28/09/2020   # in care: counted
        care only        | 02/09/2020   # another rule
        """,
    )
    assert council.listed("review_of_short_breaks") == drawn("""
        file        | year | row | column | value
        reviews.csv | 2021 | 2   | REVIEW | 29/06/2020
        reviews.csv | 2021 | 3   | REVIEW | 29/06/2020
        reviews.csv | 2021 | 4   | REVIEW | 29/06/2020
    """)
