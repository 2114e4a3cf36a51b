from pathlib import Path

from tests.lib.worked import a_council, drawn


def test_a_row_without_its_child_or_its_day_is_left_out(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        header="""
        CHILD | DOB
        Sam   |              # a blank date of birth is allowed
        """,
        episodes="""
        CHILD | DECOM      | DEC
        Sam   | 01/06/2020 |       # a blank DEC is an open episode
        Ann   |            |       # row 3
              | 01/06/2020 |       # row 4
        """,
        reviews="""
        CHILD | REVIEW     | REVIEW_CODE
        Sam   | 29/06/2020 |       # a blank code is listed by another rule
        Sam   |            | PN1   # row 3
        """,
        escalations="""
        escalation_id | raised_date | child_id
        a             | 01/06/2020  |       # a blank child is allowed
                      | 01/06/2020  | Sam   # row 3
        """,
    )
    assert council.listed("required_value_missing") == drawn("""
        file            | year | row | column        | value
        episodes.csv    | 2021 | 3   | DECOM         |
        episodes.csv    | 2021 | 4   | CHILD         |
        escalations.csv | 2021 | 3   | escalation_id |
        reviews.csv     | 2021 | 3   | REVIEW        |
    """)
    assert council.figures("children_looked_after") == drawn("""
        year | all
        2021 | 1
    """)
