"""Feedback forms dated in the year: all that one respondent answered about one child on one day."""

from pathlib import Path

from tests.lib.worked import a_council, drawn


def test_one_form_a_child_day_and_respondent(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        (2020, 2021),
        feedback="""
        child_id | feedback_date | respondent | question   | answer
        Sam      | 31/03/2020    | child      | Listened?  | yes      # 2020
        Sam      | 01/04/2020    | child      | Listened?  | yes      # 2021: a form of two questions
        Sam      | 01/04/2020    | child      | Explained? |          # left blank
        Sam      | 01/04/2020    | carer      | Listened?  | no       # the carer's form of the same day: another
        Sam      | 02/04/2020    | Child      | Listened?  | no       # another day: another
        Ann      | 02/04/2020    |            | Listened?  | yes      # a blank respondent: not recorded
        Ann      | 02/04/2020    |            | Explained? | yes      # of the same form
        Ann      | 01/04/2021    | child      | Listened?  | yes      # after the year
        """,
    )
    assert council.figures("feedback_received") == drawn("""
        year | all
        2020 | 1
        2021 | 4
    """)
    assert council.figures("feedback_received", "respondent") == drawn("""
        year | Carer | Child | Not recorded
        2020 | 0     | 1     | 0
        2021 | 1     | 2     | 1
    """)


def test_a_year_without_a_file_is_not_supplied(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        (2020, 2021),
        feedback="child_id | feedback_date | respondent | question | answer\nSam | 01/06/2020 | child | Listened? | yes",
    )
    assert council.figures("feedback_received") == drawn("""
        year | all
        2020 | not supplied
        2021 | 1
    """)
