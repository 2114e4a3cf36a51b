"""Children of school age looked after on 31 March, whose newest plan record of the year says that there is a plan."""

from pathlib import Path

from tests.lib.worked import a_council, drawn


def test_the_newest_record_of_twelve_months_says_whether_there_is_a_plan(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        header="""
        CHILD            | DOB
        five that day    | 31/08/2015   # on 31 August 2020
        five next day    | 01/09/2015
        fifteen          | 01/09/2004
        sixteen          | 31/08/2004
        out of date      | 01/06/2010
        in progress      | 01/06/2010
        no plan          | 01/06/2010
        no status        | 01/06/2010
        no record        | 01/06/2010
        newest says none | 01/06/2010
        of 1 April       | 01/06/2010
        a year old       | 01/06/2010
        not yet          | 01/06/2010
        left             | 01/06/2010
        """,
        episodes="""
        CHILD            | DECOM      | DEC
        five that day    | 01/06/2018 |
        five next day    | 01/06/2018 |              # 4 on 31 August: left out
        fifteen          | 01/06/2018 |
        sixteen          | 01/06/2018 |              # left out
        out of date      | 01/06/2018 |
        in progress      | 01/06/2018 |
        no plan          | 01/06/2018 |
        no status        | 01/06/2018 |
        no record        | 01/06/2018 |
        newest says none | 01/06/2018 |
        of 1 April       | 01/06/2018 |
        a year old       | 01/06/2018 |
        not yet          | 01/06/2018 |
        left             | 01/06/2018 | 31/03/2021   # left out
        """,
        education_plans="""
        child_id         | as_at_date | status
        five that day    | 31/03/2021 | up to date
        five next day    | 31/03/2021 | up to date
        fifteen          | 31/03/2021 | up to date
        sixteen          | 31/03/2021 | up to date
        out of date      | 31/03/2021 | out of date
        in progress      | 31/03/2021 | in progress
        no plan          | 31/03/2021 | none
        no status        | 31/03/2021 |
        newest says none | 30/09/2020 | up to date
        newest says none | 31/03/2021 | none
        of 1 April       | 01/04/2020 | up to date    # in the twelve months
        a year old       | 31/03/2020 | up to date    # not in them
        not yet          | 01/04/2021 | up to date    # not yet known
        left             | 31/03/2021 | up to date
        """,
    )
    assert council.figures("children_with_pep") == drawn("""
        year | all
        2021 | 5/11
    """)


def test_time_in_care_in_calendar_months(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        episodes="""
        CHILD         | DECOM
        under three   | 01/01/2021   # three months later is 1 April
        three months  | 31/12/2020   # 31 March
        under a year  | 01/04/2020
        a year        | 31/03/2020
        under two     | 01/04/2019
        two years     | 31/03/2019
        """,
        education_plans="""
        child_id      | as_at_date | status
        three months  | 31/03/2021 | up to date
        under a year  | 31/03/2021 | up to date
        """,
    )
    assert council.figures("children_with_pep", "months_in_care") == drawn("""
        year | 1 to 2 years | 2 years or more | 3 months to 1 year | Under 3 months
        2021 | 0/2          | 0/1             | 2/2                | 0/1
    """)
