"""Records (minutes) sent within 20 working days of the review, or within the council's own limit."""

from pathlib import Path

from tests.lib.worked import a_council, drawn

EPISODES = """
    CHILD | DECOM
    Sam   | 01/02/2020
"""
REVIEWS = """
    CHILD | REVIEW
    Sam   | 20/03/2020
    Sam   | 01/06/2020
    Sam   | 02/06/2020
    Sam   | 03/06/2020
    Sam   | 03/03/2021
    Sam   | 10/03/2021
    Sam   | 11/03/2021
"""


def test_sent_by_the_twentieth_working_day_which_decides_the_year(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        (2020, 2021),
        episodes=EPISODES,
        reviews=REVIEWS,
        review_details="""
        child_id | review_date | record_sent_date
        Sam      | 20/03/2020  | 21/04/2020   # 27 March 5, 3 April 10, 6–9 14, 14–17 18, 21 April the 20th: in time in 2021
        Sam      | 01/06/2020  | 29/06/2020   # 29 June: in time
        Sam      | 02/06/2020  | 01/07/2020   # 30 June: late
        Sam      | 03/06/2020  |              # 1 July: not sent
        Sam      | 03/03/2021  | 05/04/2021   # 31 March: a record sent on 5 April is not yet sent
        Sam      | 10/03/2021  |              # 9 April 2021: in no loaded year
        """,
    )
    assert council.figures("records_sent_on_time", "month") == drawn("""
        year | 2020-04 | 2020-06 | 2020-07 | 2021-03
        2020 |         |         |         |
        2021 | 1/1     | 1/2     | 0/1     | 0/1
    """)
    assert council.figures("records_sent_on_time") == drawn("""
        year | all
        2020 | no cases
        2021 | 2/5
    """)


def test_a_council_may_set_its_own_limit(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        (2020, 2021),
        settings="timescales: {record_sent: {amount: 21, unit: calendar days}}",
        episodes=EPISODES,
        reviews=REVIEWS,
        review_details="""
        child_id | review_date | record_sent_date
        Sam      | 20/03/2020  | 21/04/2020   # 10 April: late
        Sam      | 01/06/2020  | 22/06/2020   # 22 June: in time
        Sam      | 02/06/2020  | 24/06/2020   # 23 June: late
        Sam      | 10/03/2021  | 31/03/2021   # 31 March: in time
        Sam      | 11/03/2021  | 31/03/2021   # 1 April 2021: in no loaded year
        """,
    )
    assert council.figures("records_sent_on_time") == drawn("""
        year | all
        2020 | no cases
        2021 | 2/4
    """)
