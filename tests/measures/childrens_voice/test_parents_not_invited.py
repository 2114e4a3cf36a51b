"""Reviews to which parents were not invited, of those of which the parents' part is known."""

from pathlib import Path

from tests.lib.worked import a_council, drawn


def test_all_four_answers_are_the_denominator(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        episodes="""
        CHILD | DECOM
        Sam   | 01/04/2020
        """,
        reviews="""
        CHILD | REVIEW
        Sam   | 01/06/2020
        Sam   | 02/06/2020
        Sam   | 03/06/2020
        Sam   | 04/06/2020
        Sam   | 05/06/2020
        Sam   | 06/06/2020
        """,
        review_details="""
        child_id | review_date | parent_took_part
        Sam      | 01/06/2020  | attended      # 0 of 1
        Sam      | 02/06/2020  | contributed   # 0 of 1
        Sam      | 03/06/2020  | no            # 0 of 1
        Sam      | 04/06/2020  | not invited   # 1 of 1
        Sam      | 05/06/2020  | unknown       # no answer of the contract: listed, not known
        Sam      | 06/06/2020  |               # not known
        """,
    )
    assert council.figures("parents_not_invited") == drawn("""
        year | all
        2021 | 1/4
    """)


def test_details_without_an_answer_are_no_cases(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        episodes="""
        CHILD | DECOM
        Sam   | 01/04/2020
        """,
        review_details="""
        child_id | review_date | parent_took_part
        Sam      | 01/06/2020  | not invited   # no review that day
        """,
    )
    assert council.figures("parents_not_invited") == drawn("""
        year | all
        2021 | no cases
    """)
