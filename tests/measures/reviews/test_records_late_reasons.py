"""Records not sent by their limit, in the year in which it falls, by reason."""

from pathlib import Path

from tests.lib.worked import a_council, drawn

EPISODES = """
    CHILD | DECOM
    Sam   | 01/05/2020
"""
REVIEWS = """
    CHILD | REVIEW
    Sam   | 01/06/2020
    Sam   | 02/06/2020
    Sam   | 03/06/2020
    Sam   | 04/06/2020
    Sam   | 05/06/2020
    Sam   | 04/03/2021
"""


def test_late_and_unsent_records_by_reason(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        episodes=EPISODES,
        reviews=REVIEWS,
        review_details="""
        child_id | review_date | record_sent_date | record_late_reason
        Sam      | 01/06/2020  | 29/06/2020       | Sickness      # the limit is 29 June: in time, whatever the reason
        Sam      | 02/06/2020  | 01/07/2020       | Sickness      # 30 June: late
        Sam      | 03/06/2020  |                  | Sickness      # 1 July: not sent
        Sam      | 04/06/2020  | 01/09/2020       |               # 2 July: late, no reason
        Sam      | 04/03/2021  |                  | Workload      # 1 April 2021: in no loaded year
        """,
    )
    # The review of 5 June has no details: not known.
    assert council.figures("records_late_reasons") == drawn("""
        year | all
        2021 | 3
    """)
    assert council.figures("records_late_reasons", "record_late_reason") == drawn("""
        year | Sickness | Not recorded
        2021 | 2        | 1
    """)


def test_without_the_sending_dates_it_is_not_supplied(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        episodes=EPISODES,
        reviews=REVIEWS,
        review_details="""
        child_id | review_date | record_late_reason
        Sam      | 01/06/2020  | Sickness
        """,
        without=["review_details.record_sent_date"],
    )
    assert council.figures("records_late_reasons") == drawn("""
        year | all
        2021 | not supplied
    """)
