"""Review health assessments due in the year on a day in care, and completed by the due date recorded."""

from pathlib import Path

from tests.lib.worked import a_council, drawn


def test_the_due_date_decides_the_year_and_whether_it_was_on_time(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        (2020, 2021),
        header="""
        CHILD | DOB
        Sam   | 02/06/2015   # 4 on 1 June 2020
        Ann   | 01/06/2015   # 5 on 1 June 2020
        Left  | 01/06/2015
        New   | 01/06/2015
        """,
        episodes="""
        CHILD | DECOM      | DEC
        Sam   | 01/06/2018 |
        Ann   | 01/06/2018 |
        Left  | 01/06/2018 | 01/06/2020
        New   | 01/07/2020 |
        """,
        health="""
        child_id | kind                      | due_date   | completed_date | status
        Sam      | review health assessment  | 01/06/2020 | 01/06/2020     | completed   # on the day
        Ann      | review health assessment  | 01/06/2020 | 02/06/2020     | completed   # a day late
        Ann      | review health assessment  | 02/07/2020 | 01/01/2020     | completed   # long before: on time
        Ann      | review health assessment  | 03/07/2020 |                | planned     # not on time
        Ann      | review health assessment  | 04/07/2020 |                | cancelled   # not on time
        Ann      | review health assessment  | 05/07/2020 |                |             # not on time
        Ann      | review health assessment  | 06/07/2020 |                | refused     # left out
        Ann      | review health assessment  | 07/07/2020 | 01/07/2020     | refused     # left out
        Ann      | review health assessment  | 08/07/2020 |                | completed   # left out: on which day?
        Ann      | review health assessment  | 09/07/2020 | 01/07/2020     | cancelled   # not on time
        Ann      | review health assessment  | 10/07/2020 | 01/07/2020     | planned     # on time
        Ann      | initial health assessment | 11/07/2020 | 01/07/2020     | completed   # another kind
        Ann      | dental                    | 11/07/2020 | 01/07/2020     | completed   # another kind
        Ann      | review health assessment  | 31/03/2021 | 01/04/2021     | completed   # late, and not yet known
        Ann      | review health assessment  | 31/03/2020 | 31/03/2020     | completed   # 2019-20
        Ann      | review health assessment  | 01/04/2021 | 31/03/2021     | completed   # due in 2021-22
        Ann      | review health assessment  | 01/04/2020 | 01/04/2020     | completed   # the first day of 2020-21
        New      | review health assessment  | 01/07/2020 | 01/07/2020     | completed   # the first day in care
        New      | review health assessment  | 30/06/2020 | 30/06/2020     | completed   # not yet looked after
        Left     | review health assessment  | 31/05/2020 | 30/05/2020     | completed   # the last day in care
        Left     | review health assessment  | 01/06/2020 | 30/05/2020     | completed   # no longer looked after
        """,
    )
    assert council.figures("review_health_assessments_on_time") == drawn("""
        year | all
        2020 | 1/1
        2021 | 6/12
    """)
    assert council.figures("review_health_assessments_on_time", "health_age") == drawn("""
        year | 5 and over | Under 5
        2020 | no cases   | 1/1
        2021 | 3/9        | 3/3
    """)


def test_the_newer_files_row_holds(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        (2020, 2021),
        episodes="CHILD | DECOM\nSam | 01/06/2018",
        health="""
        child_id | kind                     | due_date   | completed_date | status    | files
        Sam      | review health assessment | 20/03/2020 |                | planned   | 2020
        Sam      | review health assessment | 20/03/2020 | 19/03/2020     | completed | 2021   # entered late
        """,
    )
    assert council.figures("review_health_assessments_on_time") == drawn("""
        year | all
        2020 | 1/1
        2021 | no cases
    """)
