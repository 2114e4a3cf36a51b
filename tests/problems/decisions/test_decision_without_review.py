from pathlib import Path

from tests.lib.worked import a_council, drawn


def test_a_decision_of_a_day_without_a_review_that_counts(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        episodes="""
        CHILD | DECOM      | DEC        | LS
        Sam   | 01/05/2020 | 01/09/2020 | C2
        Ann   | 01/05/2020 |            | V4
        """,
        reviews="""
        CHILD | REVIEW
        Sam   | 02/06/2020
        Sam   | 02/10/2020
        Ann   | 02/06/2020
        """,
        decisions="""
        child_id | review_date | decision
        Sam      | 02/06/2020  | See the dentist
        Sam      | 03/06/2020  | See the dentist   # row 3: no review that day
        Sam      | 02/10/2020  | See the dentist   # row 4: after leaving
        Ann      | 02/06/2020  | See the dentist   # row 5: of short breaks
        """,
    )
    assert council.listed("decision_without_review") == drawn("""
        file          | year | row | column      | value
        decisions.csv | 2021 | 3   | review_date | 03/06/2020
        decisions.csv | 2021 | 4   | review_date | 02/10/2020
        decisions.csv | 2021 | 5   | review_date | 02/06/2020
    """)
