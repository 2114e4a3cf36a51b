"""Questions on the forms dated in the year, by question and answer as they are."""

from pathlib import Path

from tests.lib.worked import a_council, drawn


def test_each_answer_as_it_is_and_a_blank_one_is_not_recorded(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        feedback="""
        child_id | feedback_date | respondent | question   | answer
        Sam      | 01/04/2020    | child      | Listened?  | no       # said again below: listed
        Sam      | 01/04/2020    | child      | Listened?  | yes
        Sam      | 01/04/2020    | carer      | Listened?  | YES
        Sam      | 01/04/2020    | child      | Explained? | 4
        Sam      | 31/03/2021    | child      | Explained? |
        Sam      | 31/03/2020    | child      | Listened?  | yes      # before the year
        Ann      | 01/04/2020    | child      | Explained? | 4
        Ann      | 01/04/2020    | Child      | Explained? | 4        # other capitals: another
        """,
    )
    assert council.figures("feedback_answers") == drawn("""
        year | all
        2021 | 6
    """)
    assert council.figures("feedback_answers", "question_answer") == drawn("""
        year | Explained? – 4 | Explained? – Not recorded | Listened? – Yes
        2021 | 3             | 1                        | 2
    """)
    assert council.listed("duplicate_row") == drawn("""
        file         | year | row | column   | value
        feedback.csv | 2021 | 2   | question |
    """)
