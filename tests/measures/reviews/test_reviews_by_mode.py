"""Reviews held in the year by mode; blanks and reviews without details are not recorded."""

from pathlib import Path

from tests.lib.worked import a_council, drawn


def test_every_review_has_a_mode_or_none_recorded(tmp_path: Path) -> None:
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
        child_id | review_date | mode
        Sam      | 01/06/2020  | in person
        Sam      | 02/06/2020  | virtual
        Sam      | 03/06/2020  | hybrid
        Sam      | 04/06/2020  | paper
        Sam      | 05/06/2020  |             # not recorded, as that of 6 June, which has no details
        Sam      | 07/06/2020  | virtual     # no review of the return
        """,
    )
    assert council.figures("reviews_by_mode") == drawn("""
        year | all
        2020 | not supplied
        2021 | 6
    """)
    assert council.figures("reviews_by_mode", "mode") == drawn("""
        year | Hybrid       | In person    | Not recorded | Paper        | Virtual
        2020 | not supplied | not supplied | not supplied | not supplied | not supplied
        2021 | 1            | 1            | 2            | 1            | 1
    """)
