"""Questions answered yes, of those answered yes, partly or no, by the respondent "child" alone."""

from pathlib import Path

from tests.lib.worked import a_council, drawn


def test_children_alone(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        feedback="""
        child_id | feedback_date | respondent  | question   | answer
        Sam      | 01/04/2020    | child       | Listened?  | yes      # 1 of 1
        Sam      | 02/04/2020    | Child       | Listened?  | partly   # 0 of 1
        Sam      | 03/04/2020    | CHILD       | Explained? | no       # 0 of 1
        Sam      | 04/04/2020    | carer       | Listened?  | yes      # not the child
        Sam      | 05/04/2020    | young child | Listened?  | yes      # another word: map it
        Sam      | 06/04/2020    |             | Listened?  | yes      # not recorded
        Sam      | 07/04/2020    | child       | Listened?  |          # left blank: left out
        Sam      | 31/03/2020    | child       | Listened?  | yes      # before the year
        """,
    )
    assert council.figures("feedback_children_yes") == drawn("""
        year | all
        2021 | 1/3
    """)
    assert council.figures("feedback_children_yes", "question") == drawn("""
        year | Explained? | Listened?
        2021 | 0/1        | 1/2
    """)
