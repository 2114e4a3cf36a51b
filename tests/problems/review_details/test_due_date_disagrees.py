from pathlib import Path

from tests.lib.worked import a_council, drawn


def test_another_due_date_than_the_rules_give(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        episodes="""
        CHILD     | DECOM
        Sam       | 01/06/2020
        not known | 01/06/2018
        """,
        reviews="""
        CHILD     | REVIEW
        Sam       | 29/06/2020
        Sam       | 05/10/2020
        Sam       | 29/03/2021
        not known | 01/09/2020
        """,
        review_details="""
        child_id  | review_date | system_due_date
        Sam       | 29/06/2020  | 29/06/2020   # 20 working days after 1 June
        Sam       | 05/10/2020  | 05/10/2020   # row 3: moved when booked again; due 29 September
        Sam       | 29/03/2021  |              # none to disagree with
        not known | 01/09/2020  | 01/09/2020   # no due date is computed, as earlier reviews may be missing
        """,
    )
    assert council.listed("due_date_disagrees") == drawn("""
        file               | year | row | column          | value
        review_details.csv | 2021 | 3   | system_due_date | 05/10/2020
    """)
    # It changes no figure: Sam's second review is late, by its own due date.
    assert council.figures("reviews_on_time") == drawn("""
        year | all
        2021 | 2/4
    """)
