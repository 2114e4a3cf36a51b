from pathlib import Path

from tests.lib.worked import a_council, drawn


def test_a_decision_that_the_file_of_the_next_review_does_not_have(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        (2020, 2021),
        episodes="CHILD | DECOM | files\nSam | 01/06/2019 | 2020 2021",
        reviews="CHILD | REVIEW\nSam | 20/06/2019\nSam | 20/09/2019\nSam | 20/03/2020\nSam | 20/09/2020",
        decisions="""
        child_id | review_date | decision        | done_date  | files
        Sam      | 20/06/2019  | See the dentist |            | 2020        # the next review was that year
        Sam      | 20/03/2020  | See the dentist | 01/04/2020 | 2020        # row 3: the next was in 2020-21
        Sam      | 20/03/2020  | Visit the farm  |            | 2020 2021
        Sam      | 20/09/2020  | Visit the farm  |            | 2021        # no next review yet
        """,
    )
    assert council.listed("decision_not_in_later_file") == drawn("""
        file          | year | row | column    | value
        decisions.csv | 2020 | 3   | done_date |
    """)
