"""Reviews held in the year with a social work report, on time or late, of those of which it is known."""

from pathlib import Path

from tests.lib.worked import a_council, drawn


def test_a_late_report_is_a_report(tmp_path: Path) -> None:
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
        """,
        review_details="""
        child_id | review_date | social_work_report
        Sam      | 01/06/2020  | on time         # 1 of 1
        Sam      | 02/06/2020  | late            # 1 of 1
        Sam      | 03/06/2020  | not available   # 0 of 1
        Sam      | 04/06/2020  |                 # not known
        """,
    )
    # The review of 5 June has no details: not known. There are no review details of 2019-20.
    assert council.figures("reviews_with_social_work_report") == drawn("""
        year | all
        2020 | not supplied
        2021 | 2/3
    """)
