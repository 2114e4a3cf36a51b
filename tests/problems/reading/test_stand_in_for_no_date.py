from pathlib import Path

from tests.lib.worked import a_council, drawn


def test_a_day_that_stands_for_none_is_read_as_blank_and_listed(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        episodes="""
        CHILD | DECOM      | DEC
        Sam   | 01/06/2020 | 31/12/9999   # row 2: open, as a database says it
        Ann   | 01/06/2020 |
        """,
        reviews="""
        CHILD | REVIEW
        Sam   | 29/06/2020
        """,
        review_details="""
        child_id | review_date | decisions_sent_date | record_sent_date | system_due_date
        Sam      | 29/06/2020  | 01/01/1900          | 1753-01-01       | 0            # row 2: three of them
        Ann      | 30/06/2020  | 02/01/1900          | 01/01/2101       | 31/12/2100   # row 3: one
        """,
    )
    assert council.listed("stand_in_for_no_date") == drawn("""
        file               | year | row | column              | value
        episodes.csv       | 2021 | 2   | DEC                 | 31/12/9999
        review_details.csv | 2021 | 2   | decisions_sent_date | 01/01/1900
        review_details.csv | 2021 | 2   | record_sent_date    | 1753-01-01
        review_details.csv | 2021 | 2   | system_due_date     | 0
        review_details.csv | 2021 | 3   | record_sent_date    | 01/01/2101
    """)
    assert council.figures("children_looked_after") == drawn("""
        year | all
        2021 | 2
    """)
    # Of the one review that counts, nobody knows when its decisions were sent: not in time.
    assert council.figures("decisions_sent_on_time") == drawn("""
        year | all
        2021 | 0/1
    """)
