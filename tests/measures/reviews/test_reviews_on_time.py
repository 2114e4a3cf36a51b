"""Occasions on time of all on-time, late and missed ones: the chain of regulation 33 (definitions, 3.2).

Placements for adoption and missing history are drawn in test_adoption_chains and test_chains_not_known.
"""

from pathlib import Path

from tests.lib.worked import a_council, drawn


def test_each_occasion_is_counted_from_the_review_before_it(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        episodes="""
        CHILD | DECOM
        Sam   | 01/06/2020
        """,
        reviews="""
        CHILD | REVIEW
        Sam   | 29/06/2020   # First: 2–5 June are 4 working days, 8–12 9, 15–19 14, 22–26 19, 29 June the 20th: on time
        Sam   | 30/09/2020   # Second: 3 months after 29 June are 29 September: late
                             # Later: 6 months after 30 September are 30 March: missed
        """,
    )
    assert council.figures("reviews_on_time") == drawn("""
        year | all
        2021 | 1/3
    """)
    assert council.figures("reviews_on_time", "occasion") == drawn("""
        year | First | Second | Later
        2021 | 1/1   | 0/1    | 0/1
    """)
    # On time in the quarter of the review (29 June), late and missed in that of the due date (29 September, 30 March).
    assert council.figures("reviews_on_time", "quarter") == drawn("""
        year | Q1  | Q2  | Q4
        2021 | 1/1 | 0/1 | 0/1
    """)


def test_working_days_leave_out_weekends_and_bank_holidays(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        (2020, 2021),
        episodes="""
        CHILD             | DECOM      | DEC
        Easter, on        | 23/03/2020 | 01/05/2020
        Easter, after     | 23/03/2020 | 01/05/2020
        VE day, on        | 20/04/2020 | 01/06/2020
        VE day, after     | 20/04/2020 | 01/06/2020
        August, on        | 03/08/2020 | 01/10/2020
        August, after     | 03/08/2020 | 01/10/2020
        Christmas, on     | 21/12/2020 | 01/02/2021
        Christmas, after  | 21/12/2020 | 01/02/2021
        Saturday, on      | 06/06/2020 | 01/08/2020
        Saturday, after   | 06/06/2020 | 01/08/2020
        """,
        reviews="""
        CHILD             | REVIEW
        Easter, on        | 22/04/2020   # 24–27 March 4, to 3 April 9, 6–9 13 (10 and 13 are holidays), 14–17 17, 22 the 20th
        Easter, after     | 23/04/2020
        VE day, on        | 19/05/2020   # 21–24 April 4, to 1 May 9, 4–7 13 (the 8th is a holiday), 11–15 18, 19 the 20th
        VE day, after     | 20/05/2020
        August, on        | 01/09/2020   # 4–7 August 4, then 9, 14, 24–28 19, the 31st is a holiday, 1 September the 20th
        August, after     | 02/09/2020
        Christmas, on     | 21/01/2021   # 22–24 December 3, 29–31 6 (25 and 28 are holidays), 4–8 January 11, 16, 21 the 20th
        Christmas, after  | 22/01/2021
        Saturday, on      | 03/07/2020   # the next working day, Monday 8 June, is day 1: 3 July is the 20th
        Saturday, after   | 04/07/2020
        """,
    )
    assert council.figures("reviews_on_time", "occasion") == drawn("""
        year | First
        2020 | no cases
        2021 | 5/10
    """)


def test_months_end_on_the_last_day_of_a_shorter_month(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        (2020, 2021),
        episodes="""
        CHILD               | DECOM
        November, on        | 02/11/2020
        November, after     | 02/11/2020
        August, on          | 01/05/2020
        August, after       | 01/05/2020
        leap year, on       | 01/11/2019
        leap year, after    | 01/11/2019
        """,
        reviews="""
        CHILD               | REVIEW
        November, on        | 30/11/2020   # First: due 30 November
        November, on        | 28/02/2021   # Second: no 30 February: 28 February
        November, after     | 30/11/2020
        November, after     | 01/03/2021
        August, on          | 29/05/2020   # First: due 2 June
        August, on          | 31/08/2020   # Second: late, due 29 August
        August, on          | 28/02/2021   # Later: no 31 February: 28 February
        August, after       | 29/05/2020
        August, after       | 31/08/2020
        August, after       | 01/03/2021
        leap year, on       | 29/11/2019   # First: due 29 November
        leap year, on       | 29/02/2020   # Second: 29 February
        leap year, after    | 29/11/2019
        leap year, after    | 01/03/2020
        """,
    )
    # The leap year's next reviews, due on 29 August and 1 September 2020, are missed: 2021 has four Later, one on time.
    assert council.figures("reviews_on_time", "occasion") == drawn("""
        year | First | Second | Later
        2020 | 2/2   | 1/2    | no cases
        2021 | 4/4   | 1/4    | 1/4
    """)


def test_the_first_review_follows_the_law_on_the_day_that_care_started(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        (2011, 2012),
        episodes="""
        CHILD           | DECOM      | DEC
        1991 law, on    | 31/03/2011 | 01/06/2011
        1991 law, after | 31/03/2011 | 01/06/2011
        2010 law, on    | 01/04/2011 | 01/06/2011
        2010 law, after | 01/04/2011 | 01/06/2011
        """,
        reviews="""
        CHILD           | REVIEW
        1991 law, on    | 28/04/2011   # 28 calendar days after 31 March
        1991 law, after | 29/04/2011
        2010 law, on    | 05/05/2011   # 4–8 April 5, 10, 18–21 14, 26–28 17 (22, 25, 29 April, 2 May are holidays), 5 May
        2010 law, after | 06/05/2011
        """,
    )
    assert council.figures("reviews_on_time") == drawn("""
        year | all
        2011 | no cases
        2012 | 2/4
    """)


def test_missed_only_if_still_looked_after_at_the_end_of_the_due_date(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        (2020, 2021),
        episodes="""
        CHILD                         | DECOM      | DEC        | LS | files
        left the day before           | 01/06/2020 | 28/06/2020 | C2 | 2021        # due 29 June, after the child left: none
        left on the due date          | 01/06/2020 | 29/06/2020 | C2 | 2021        # the end is not > 29 June: none
        left the day after            | 01/06/2020 | 30/06/2020 | C2 | 2021        # missed
        due on 31 March               | 03/03/2021 |            | C2 | 2021        # 20 working days later: missed
        due on 1 April                | 04/03/2021 |            | C2 | 2021        # pending: none
        gone on 1 April, due that day | 04/03/2020 |            | C2 | 2020        # due 1 April 2020, treated as ended: none
        gone on 1 April, due before   | 03/03/2020 |            | C2 | 2020        # due 31 March 2020: missed in 2020
        short breaks                  | 01/06/2020 |            | V3 | 2021        # no period of care: none
        """,
    )
    assert council.figures("reviews_on_time") == drawn("""
        year | all
        2020 | 0/1
        2021 | 0/2
    """)


def test_on_time_counts_in_the_year_of_the_review_and_late_or_missed_in_that_of_the_due_date(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        (2019, 2020, 2021),
        episodes="""
        CHILD                 | DECOM      | DEC
        early, over the year  | 16/03/2020 | 01/05/2020
        late, over the year   | 28/02/2020 | 01/05/2020
        one long gap          | 01/06/2018 |
        """,
        reviews="""
        CHILD                 | REVIEW
        early, over the year  | 31/03/2020   # due 15 April 2020, held the year before: on time in 2020
        late, over the year   | 06/04/2020   # due 27 March 2020: not on time in 2020
        one long gap          | 29/06/2018   # First: on time in 2019
        one long gap          | 28/09/2018   # Second: on time in 2019
        one long gap          | 01/12/2020   # Later: due 28 March 2019, one late occasion in 2019; the next: 1 June 2021
        """,
    )
    assert council.figures("reviews_on_time") == drawn("""
        year | all
        2019 | 2/3
        2020 | 1/2
        2021 | no cases
    """)


def test_ages_are_those_on_the_day_that_puts_the_occasion_in_the_year(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        header="""
        CHILD               | DOB
        on time, 5 that day | 26/06/2015
        on time, 4 that day | 27/06/2015
        late                | 29/06/2010
        late, a day younger | 30/06/2010
        """,
        episodes="""
        CHILD               | DECOM      | DEC
        on time, 5 that day | 01/06/2020 | 01/08/2020
        on time, 4 that day | 01/06/2020 | 01/08/2020
        late                | 01/06/2020 | 01/08/2020
        late, a day younger | 01/06/2020 | 01/08/2020
        """,
        reviews="""
        CHILD               | REVIEW
        on time, 5 that day | 26/06/2020   # the day of the review counts: 5–9
        on time, 4 that day | 26/06/2020   # 1–4
        late                | 03/07/2020   # the due date counts, 29 June: 10 that day
        late, a day younger | 03/07/2020   # 9 on 29 June, though 10 when it was held
        """,
    )
    assert council.figures("reviews_on_time", "age_band_all") == drawn("""
        year | 1–4 | 5–9 | 10–15
        2021 | 1/1 | 1/2 | 0/1
    """)


def test_a_period_has_its_own_chain(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        episodes="""
        CHILD     | DECOM      | DEC
        came back | 01/06/2020 | 29/06/2020
        came back | 29/06/2020 | 01/10/2020
        moved     | 01/06/2020 | 29/06/2020
        moved     | 30/06/2020 | 01/10/2020
        """,
        reviews="""
        CHILD     | REVIEW
        came back | 29/06/2020   # belongs to the earlier period: First, on time
        came back | 27/07/2020   # 20 working days after 29 June: First, on time
        moved     | 30/06/2020   # in the later period: First, early; the earlier left on its due date, so none
                                 # moved: Second due 30 September: missed (looked after until 1 October)
        """,
    )
    assert council.figures("reviews_on_time", "occasion") == drawn("""
        year | First | Second
        2021 | 3/3   | 0/1
    """)
