from pathlib import Path

from tests.lib.worked import a_council, drawn


def test_an_answer_in_other_words(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        feedback="""
        child_id | feedback_date | respondent | question  | answer
        Sam      | 01/06/2020    | child      | Listened? | yes
        Sam      | 02/06/2020    | child      | Listened? | Partly
        Sam      | 03/06/2020    | child      | Listened? | NO
        Sam      | 04/06/2020    | child      | Listened? |           # left blank: no fault
        Sam      | 05/06/2020    | child      | Listened? | sometimes # row 6
        Sam      | 06/06/2020    | child      | Listened? | 4         # row 7
        """,
    )
    assert council.listed("feedback_answer_not_used") == drawn("""
        file         | year | row | column | value
        feedback.csv | 2021 | 6   | answer | sometimes
        feedback.csv | 2021 | 7   | answer | 4
    """)
