"""Questions on the forms dated in the year answered yes, of those answered yes, partly or no, whoever answered."""

from pathlib import Path

from tests.lib.worked import a_council, drawn


def test_yes_of_yes_partly_and_no(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        (2020, 2021),
        feedback="""
        child_id | feedback_date | respondent | question   | answer
        Sam      | 31/03/2020    | child      | Listened?  | no       # 2020: 0 of 1
        Sam      | 01/04/2020    | child      | Listened?  | yes      # 1 of 1
        Sam      | 01/04/2020    | child      | Explained? | Partly   # 0 of 1
        Sam      | 02/04/2020    | carer      | Listened?  | NO       # 0 of 1
        Sam      | 03/04/2020    | carer      | Listened?  | Yes      # 1 of 1
        Ann      | 04/04/2020    |            | Listened?  | yes      # respondent not recorded: 1 of 1
        Ann      | 05/04/2020    | child      | Listened?  |          # left blank: left out
        Ann      | 06/04/2020    | child      | Listened?  | 4        # another answer: left out
        Ann      | 31/03/2021    | child      | Explained? | yes      # 1 of 1
        Ann      | 01/04/2021    | child      | Explained? | yes      # after the year
        """,
    )
    assert council.figures("feedback_answered_yes") == drawn("""
        year | all
        2020 | 0/1
        2021 | 4/6
    """)
    assert council.figures("feedback_answered_yes", "question") == drawn("""
        year | Explained? | Listened?
        2020 | no cases   | 0/1
        2021 | 1/2        | 3/4
    """)
    assert council.figures("feedback_answered_yes", "respondent") == drawn("""
        year | Carer    | Child | Not recorded
        2020 | no cases | 0/1   | no cases
        2021 | 1/2      | 2/3   | 1/1
    """)
