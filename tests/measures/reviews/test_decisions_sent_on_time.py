"""Decisions sent within 5 working days of the review, in the year in which that limit falls."""

from pathlib import Path

from tests.lib.worked import a_council, drawn


def test_sent_by_the_fifth_working_day(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        episodes="""
        CHILD | DECOM      | DEC
        Sam   | 01/05/2020 | 03/08/2020
        """,
        reviews="""
        CHILD | REVIEW
        Sam   | 20/05/2020
        Sam   | 22/05/2020
        Sam   | 06/06/2020
        Sam   | 09/06/2020
        Sam   | 10/06/2020
        Sam   | 11/06/2020
        Sam   | 04/08/2020
        """,
        review_details="""
        child_id | review_date | decisions_sent_date | cancelled
        Sam      | 20/05/2020  | 28/05/2020          | N           # 21, 22, 26 (25 May is a holiday), 27, 28 May: in time
        Sam      | 22/05/2020  | 02/06/2020          | N           # 26–29 May, 1 June: a day too late
        Sam      | 06/06/2020  | 12/06/2020          | N           # a Saturday: 8–12 June: in time
        Sam      | 09/06/2020  |                     | N           # blank is not sent
        Sam      | 10/06/2020  | 10/06/2020          | Y           # the return holds: in time
        Sam      | 04/08/2020  | 04/08/2020          | N           # the child had left: no counted review
        """,
    )
    # The review of 11 June has no details: not known, and not counted.
    assert council.figures("decisions_sent_on_time") == drawn("""
        year | all
        2021 | 3/5
    """)
    assert council.figures("decisions_sent_on_time", "month") == drawn("""
        year | 2020-05 | 2020-06
        2021 | 1/1     | 2/4
    """)


def test_the_limit_decides_the_year(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        (2020, 2021),
        episodes="""
        CHILD | DECOM
        Sam   | 01/02/2020
        """,
        reviews="""
        CHILD | REVIEW
        Sam   | 24/03/2020
        Sam   | 25/03/2020
        Sam   | 24/03/2021
        Sam   | 25/03/2021
        """,
        review_details="""
        child_id | review_date | decisions_sent_date
        Sam      | 24/03/2020  | 31/03/2020   # 25, 26, 27, 30, 31 March: in time in 2020
        Sam      | 25/03/2020  | 31/03/2020   # 1 April: in time in 2021
        Sam      | 24/03/2021  |              # 31 March: not sent in 2021
        Sam      | 25/03/2021  |              # 1 April 2021: in no loaded year
        """,
    )
    assert council.figures("decisions_sent_on_time", "month") == drawn("""
        year | 2020-03 | 2020-04 | 2021-03
        2020 | 1/1     |         |
        2021 |         | 1/1     | 0/1
    """)


def test_without_review_details_it_is_not_supplied(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        episodes="""
        CHILD | DECOM
        Sam   | 01/06/2020
        """,
    )
    assert council.figures("decisions_sent_on_time") == drawn("""
        year | all
        2021 | not supplied
    """)
