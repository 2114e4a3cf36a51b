"""Reviews in which a parent attended or contributed, of those to which parents were invited and it is known."""

from pathlib import Path

from tests.lib.worked import a_council, drawn


def test_not_invited_is_in_neither_part(tmp_path: Path) -> None:
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
        child_id | review_date | parent_took_part
        Sam      | 01/06/2020  | attended      # 1 of 1
        Sam      | 02/06/2020  | contributed   # 1 of 1
        Sam      | 03/06/2020  | no            # 0 of 1
        Sam      | 04/06/2020  | not invited   # left out
        Sam      | 05/06/2020  |               # not known
        """,
    )
    # The review of 6 June has no details: not known. There are no review details of 2019-20.
    assert council.figures("parents_took_part") == drawn("""
        year | all
        2020 | not supplied
        2021 | 2/3
    """)
