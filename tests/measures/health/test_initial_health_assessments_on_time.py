"""Periods of care whose 20th working day fell in the year, and an initial health assessment by then.

20 working days after Monday 1 June 2020 is Monday 29 June.
"""

from pathlib import Path

from tests.lib.worked import a_council, drawn


def test_the_twentieth_working_day_and_what_counts_as_done(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        header="""
        CHILD           | DOB
        first day       | 02/06/2015   # 4 on the day
        that day        | 01/06/2015   # 5 on the day
        the day after   | 01/06/2004
        day before      | 01/06/2004
        due later       | 01/06/2004
        not recorded    | 01/06/2004
        cancelled       | 01/06/2004
        planned, dated  | 01/06/2004
        refused         | 01/06/2004
        refused, dated  | 01/06/2004
        no day          | 01/06/2004
        other kind      | 01/06/2004
        left that day   | 01/06/2004
        left next day   | 01/06/2004
        no status       | 01/06/2004
        no due date     | 01/06/2004
        """,
        episodes="""
        CHILD           | DECOM      | DEC
        first day       | 01/06/2020 |
        that day        | 01/06/2020 |
        the day after   | 01/06/2020 |
        day before      | 01/06/2020 |
        due later       | 01/06/2020 |
        not recorded    | 01/06/2020 |
        cancelled       | 01/06/2020 |
        planned, dated  | 01/06/2020 |
        refused         | 01/06/2020 |
        refused, dated  | 01/06/2020 |
        no day          | 01/06/2020 |
        other kind      | 01/06/2020 |
        left that day   | 01/06/2020 | 29/06/2020   # not looked after at the end of that day: left out
        left next day   | 01/06/2020 | 30/06/2020   # not done
        no status       | 01/06/2020 |
        no due date     | 01/06/2020 |
        """,
        health="""
        child_id        | kind                      | due_date   | completed_date | status
        first day       | initial health assessment | 29/06/2020 | 01/06/2020     | completed   # on time
        that day        | initial health assessment | 29/06/2020 | 29/06/2020     | completed   # on time
        the day after   | initial health assessment | 30/06/2020 | 30/06/2020     | completed   # by its due date, yet late
        day before      | initial health assessment | 29/06/2020 | 31/05/2020     | completed   # before the period
        due later       | initial health assessment | 31/12/2020 | 29/06/2020     | completed   # the due date says nothing
        cancelled       | initial health assessment | 29/06/2020 |                | cancelled   # not on time
        planned, dated  | initial health assessment | 29/06/2020 | 20/06/2020     | planned     # a date is a date: on time
        refused         | initial health assessment | 29/06/2020 |                | refused     # left out
        refused, dated  | initial health assessment | 29/06/2020 | 20/06/2020     | refused     # left out
        no day          | initial health assessment | 29/06/2020 |                | completed   # left out
        no due date     | initial health assessment |            | 29/06/2020     | completed   # on time
        other kind      | review health assessment  | 29/06/2020 | 20/06/2020     | completed   # not done
        no status       | initial health assessment | 29/06/2020 | 29/06/2020     |             # on time
        """,
    )
    assert council.figures("initial_health_assessments_on_time") == drawn("""
        year | all
        2021 | 6/12
    """)
    assert council.figures("initial_health_assessments_on_time", "health_age") == drawn("""
        year | 5 and over | Under 5
        2021 | 5/11       | 1/1
    """)


def test_the_year_is_that_of_the_twentieth_working_day_and_each_period_has_its_own(tmp_path: Path) -> None:
    # 20 working days after 3 March 2020 is 31 March; after 4 March it is 1 April.
    council = a_council(
        tmp_path,
        (2020, 2021),
        episodes="""
        CHILD      | DECOM      | DEC        | RNE
        in March   | 03/03/2020 |            | S
        in April   | 04/03/2020 |            | S
        twice      | 01/10/2019 | 01/12/2019 | S
        twice      | 01/06/2020 |            | S
        not known  | 20/03/2019 |            | P   # the start is not known: left out
        known      | 20/03/2019 |            | S   # before the first loaded year, and known
        """,
        health="""
        child_id   | kind                      | due_date   | completed_date | status
        in March   | initial health assessment | 31/03/2020 | 01/04/2020     | completed   # too late, and not yet known
        in April   | initial health assessment | 01/04/2020 | 01/04/2020     | completed
        twice      | initial health assessment | 29/10/2019 | 01/12/2019     | completed   # the first period's last day: late
        known      | initial health assessment | 17/04/2019 | 17/04/2019     | completed
        not known  | initial health assessment | 17/04/2019 | 17/04/2019     | completed
        """,
    )
    assert council.figures("initial_health_assessments_on_time") == drawn("""
        year | all
        2020 | 1/3   # in March, twice; known
        2021 | 1/2   # in April; twice again
    """)


def test_without_the_extract_nothing_is_counted(tmp_path: Path) -> None:
    council = a_council(tmp_path, episodes="CHILD | DECOM\nSam | 01/06/2020")
    assert council.figures("initial_health_assessments_on_time") == drawn("year | all\n2021 | not supplied")


def test_the_day_on_which_one_period_ends_and_the_next_begins_is_of_both(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        episodes="""
        CHILD | DECOM      | DEC        | RNE
        Sam   | 01/06/2020 | 03/08/2020 | S   # late, on the last day
        Sam   | 03/08/2020 |            | S   # on time, on the first
        """,
        health="""
        child_id | kind                      | due_date   | completed_date | status
        Sam      | initial health assessment | 29/06/2020 | 03/08/2020     | completed
        """,
    )
    assert council.figures("initial_health_assessments_on_time") == drawn("year | all\n2021 | 1/2")
