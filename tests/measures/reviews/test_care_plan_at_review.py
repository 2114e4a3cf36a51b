"""Reviews held in the year by the care plan at the review: no plan available is not no plan."""

from pathlib import Path

from tests.lib.worked import a_council, drawn


def test_final_legal_draft_none_and_not_recorded_are_apart(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        (2020, 2021),
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
        child_id | review_date | care_plan
        Sam      | 01/06/2020  | final
        Sam      | 02/06/2020  | legal
        Sam      | 03/06/2020  | draft
        Sam      | 04/06/2020  | none
        Sam      | 05/06/2020  |             # not recorded, as that of 6 June, which has no details
        """,
    )
    assert council.figures("care_plan_at_review") == drawn("""
        year | all
        2020 | not supplied
        2021 | 6
    """)
    assert council.figures("care_plan_at_review", "care_plan") == drawn("""
        year | Draft        | Final        | Legal        | None         | Not recorded
        2020 | not supplied | not supplied | not supplied | not supplied | not supplied
        2021 | 1            | 1            | 1            | 1            | 2
    """)
