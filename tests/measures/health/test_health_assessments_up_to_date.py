"""Children looked after for 20 working days by 31 March whose newest assessment is 6 (under 5) or 12 months old or less."""

from pathlib import Path

from tests.lib.worked import a_council, drawn


def test_six_months_under_five_and_twelve_from_five(tmp_path: Path) -> None:
    # 20 working days after 3 March 2021 is 31 March.
    council = a_council(
        tmp_path,
        header="""
        CHILD             | DOB
        four, a day over   | 01/04/2016   # 4 on 31 March 2021
        four, in time     | 01/04/2016
        five, in time     | 31/03/2016   # 5 on 31 March 2021
        five, a day over  | 31/03/2016
        two of them       | 01/06/2010
        dental only       | 01/06/2010
        refused           | 01/06/2010
        not yet           | 01/06/2010
        long enough       | 01/06/2010
        not planned       | 01/06/2010
        too new           | 01/06/2010
        no date of birth  |
        left              | 01/06/2010
        """,
        episodes="""
        CHILD             | DECOM      | DEC
        four, a day over   | 01/06/2018 |
        four, in time     | 01/06/2018 |
        five, in time     | 01/06/2018 |
        five, a day over  | 01/06/2018 |
        two of them       | 01/06/2018 |
        dental only       | 01/06/2018 |
        refused           | 01/06/2018 |
        not yet           | 01/06/2018 |
        long enough       | 03/03/2021 |              # exactly 20 working days: 0 of 1
        too new           | 04/03/2021 |              # left out
        not planned       | 01/06/2018 |
        no date of birth  | 01/06/2018 |              # left out
        left              | 01/06/2018 | 31/03/2021   # left out
        """,
        health="""
        child_id          | kind                      | due_date   | completed_date | status    | files
        four, a day over   | review health assessment  | 01/01/2021 | 30/09/2020     | completed | 2021   # + 6 months: 30 March
        four, in time     | review health assessment  | 01/01/2021 | 01/10/2020     | completed | 2021   # 1 April: up to date
        five, in time     | review health assessment  | 01/01/2021 | 31/03/2020     | completed | 2021   # 31 March: up to date
        five, a day over  | review health assessment  | 01/01/2021 | 30/03/2020     | completed | 2021   # 30 March
        two of them       | review health assessment  | 01/01/2020 | 01/01/2020     | completed | 2021
        two of them       | initial health assessment | 01/06/2020 | 01/06/2020     | planned   | 2021   # the newest: up to date
        dental only       | dental                    | 01/01/2021 | 01/01/2021     | completed | 2021
        not planned       | review health assessment  |            | 01/06/2020     | completed | 2021   # up to date
        not planned       | review health assessment  |            | 01/06/2018     | completed | 2021   # another
        refused           | review health assessment  | 01/01/2021 | 01/01/2021     | refused   | 2021
        not yet           | review health assessment  | 01/01/2021 | 01/04/2021     | completed | 2021
        too new           | initial health assessment | 31/03/2021 | 31/03/2021     | completed | 2021
        no date of birth  | review health assessment  | 01/01/2021 | 01/01/2021     | completed | 2021
        left              | review health assessment  | 01/01/2021 | 01/01/2021     | completed | 2021
        """,
    )
    assert council.figures("health_assessments_up_to_date") == drawn("""
        year | all
        2021 | 4/10
    """)
    assert council.figures("health_assessments_up_to_date", "health_age") == drawn("""
        year | 5 and over | Under 5
        2021 | 3/8        | 1/2
    """)
