"""Reviews held in the year with a final, legal or draft care plan, of those for which it is recorded."""

from pathlib import Path

from tests.lib.worked import a_council, drawn


def test_a_plan_with_the_court_and_a_draft_are_plans(tmp_path: Path) -> None:
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
        Sam      | 01/06/2020  | final      # 1 of 1
        Sam      | 02/06/2020  | legal      # 1 of 1
        Sam      | 03/06/2020  | draft      # 1 of 1
        Sam      | 04/06/2020  | none       # 0 of 1
        Sam      | 05/06/2020  |            # left out, as that of 6 June, which has no details
        """,
    )
    assert council.figures("reviews_with_care_plan") == drawn("""
        year | all
        2020 | not supplied
        2021 | 3/4
    """)
