"""Reviews held in the year by the social work report: on time, late, not available, not recorded."""

from pathlib import Path

from tests.lib.worked import a_council, drawn


def test_a_blank_is_not_recorded_and_not_a_missing_report(tmp_path: Path) -> None:
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
        child_id | review_date | social_work_report
        Sam      | 01/06/2020  | on time
        Sam      | 02/06/2020  | late
        Sam      | 03/06/2020  | late
        Sam      | 04/06/2020  | not available
        Sam      | 05/06/2020  |                 # not recorded, as that of 6 June, which has no details
        """,
    )
    assert council.figures("social_work_report_at_review") == drawn("""
        year | all
        2020 | not supplied
        2021 | 6
    """)
    assert council.figures("social_work_report_at_review", "social_work_report") == drawn("""
        year | Late         | Not available | Not recorded | On time
        2020 | not supplied | not supplied  | not supplied | not supplied
        2021 | 2            | 1             | 2            | 1
    """)
