"""Reviews held in the year by what the review details say of the parent's part."""

from pathlib import Path

from tests.lib.worked import a_council, drawn


def test_every_review_held_counts_and_what_is_not_said_is_not_recorded(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        header="""
        CHILD | DOB
        Sam   | 01/06/2020   # a baby's reviews count as well
        """,
        episodes="""
        CHILD | DECOM
        Sam   | 01/06/2020
        """,
        reviews="""
        CHILD | REVIEW     | REVIEW_CODE
        Sam   | 01/07/2020 | PN0
        Sam   | 02/07/2020 | PN0
        Sam   | 03/07/2020 | PN0
        Sam   | 04/07/2020 | PN0
        Sam   | 05/07/2020 | PN0
        Sam   | 06/07/2020 | PN0
        Sam   | 31/03/2021 | PN0
        Sam   | 01/04/2021 | PN0   # after the year
        """,
        review_details="""
        child_id | review_date | parent_took_part
        Sam      | 01/07/2020  | attended
        Sam      | 02/07/2020  | Contributed       # capitals are no matter
        Sam      | 03/07/2020  | no
        Sam      | 04/07/2020  | not invited
        Sam      | 05/07/2020  |                   # not recorded
        Sam      | 06/07/2020  | perhaps           # listed, and not recorded
        """,  # the review of 31 March has no details: not recorded
    )
    assert council.figures("parent_participation") == drawn("""
        year | all
        2021 | 7
    """)
    assert council.figures("parent_participation", "parent_participation") == drawn("""
        year | Attended | Contributed | Did not take part | Not invited | Not recorded
        2021 | 1        | 1           | 1                 | 1           | 3
    """)


def test_without_review_details_or_their_column_it_is_not_supplied(tmp_path: Path) -> None:
    reviews = "CHILD | REVIEW\nSam | 01/06/2020"
    episodes = "CHILD | DECOM\nSam | 01/05/2020"
    nothing = a_council(tmp_path / "none", episodes=episodes, reviews=reviews)
    lacking = a_council(
        tmp_path / "lacking",
        episodes=episodes,
        reviews=reviews,
        review_details="child_id | review_date\nSam | 01/06/2020",
        without={"review_details.parent_took_part"},
    )
    for council in (nothing, lacking):
        assert council.figures("parent_participation") == drawn("""
            year | all
            2021 | not supplied
        """)
