from pathlib import Path

from tests.lib.worked import a_council, drawn


def test_a_day_of_sending_before_the_review(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        review_details="""
        child_id | review_date | decisions_sent_date | record_sent_date
        Sam      | 01/06/2020  | 01/06/2020          | 01/06/2020   # the same day
        Sam      | 02/06/2020  | 01/06/2020          | 22/06/2020   # row 3: the decisions
        Sam      | 03/06/2020  | 04/06/2020          | 02/06/2020   # row 4: the record
        Sam      | 04/06/2020  |                     |              # not sent
        Sam      | 05/06/2020  | 03/06/2020          | 04/06/2020   # row 6: both, each with its own day
        """,
    )
    assert council.listed("sent_before_the_review") == drawn("""
        file               | year | row | column              | value
        review_details.csv | 2021 | 3   | decisions_sent_date | 01/06/2020
        review_details.csv | 2021 | 4   | record_sent_date    | 02/06/2020
        review_details.csv | 2021 | 6   | decisions_sent_date | 03/06/2020
        review_details.csv | 2021 | 6   | record_sent_date    | 04/06/2020
    """)
