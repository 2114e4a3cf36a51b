from pathlib import Path

from tests.lib.worked import a_council, drawn


def test_the_first_review_by_30_september_of_a_period_that_began_before_f(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        episodes="""
        CHILD         | DECOM
        not known     | 01/06/2018
        held later    | 01/06/2018
        known history | 01/06/2018
        began on F    | 01/04/2020
        """,
        reviews="""
        CHILD         | REVIEW
        not known     | 30/09/2020   # row 2
        not known     | 30/03/2021   # every 6 months from there
        held later    | 01/10/2020   # late, whatever came before
        known history | 31/03/2020   # a review before F makes the rest known
        known history | 30/06/2020
        began on F    | 01/05/2020
        """,
    )
    assert council.listed("timeliness_not_known") == drawn("""
        file        | year | row | column | value
        reviews.csv | 2021 | 2   | REVIEW | 30/09/2020
    """)
