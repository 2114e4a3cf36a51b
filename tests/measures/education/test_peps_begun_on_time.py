"""Periods of care whose 10th working day fell in the year, of children of school age, with a plan begun by then.

10 working days after Monday 1 June 2020 is Monday 15 June.
"""

from pathlib import Path

from tests.lib.worked import a_council, drawn


def test_begun_from_the_first_day_to_the_tenth_working_day(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        header="""
        CHILD          | DOB
        first day      | 01/06/2010
        tenth day      | 01/06/2010
        eleventh day   | 01/06/2010
        before care    | 01/06/2010
        two records    | 01/06/2010
        not begun      | 01/06/2010
        no record      | 01/06/2010
        told later     | 01/06/2010
        left that day  | 01/06/2010
        left next day  | 01/06/2010
        five           | 31/08/2014   # on 31 August 2019
        four           | 01/09/2014
        fifteen        | 01/09/2003
        sixteen        | 31/08/2003
        no birth date  |
        """,
        episodes="""
        CHILD          | DECOM      | DEC
        first day      | 01/06/2020 |
        tenth day      | 01/06/2020 |
        eleventh day   | 01/06/2020 |
        before care    | 01/06/2020 |
        two records    | 01/06/2020 |
        not begun      | 01/06/2020 |
        no record      | 01/06/2020 |
        told later     | 01/06/2020 |
        left that day  | 01/06/2020 | 15/06/2020   # left out
        left next day  | 01/06/2020 | 16/06/2020
        five           | 01/06/2020 |
        four           | 01/06/2020 |              # left out
        fifteen        | 01/06/2020 |
        sixteen        | 01/06/2020 |              # left out
        no birth date  | 01/06/2020 |              # left out
        """,
        education_plans="""
        child_id       | as_at_date | initiated_date | status      | files
        first day      | 31/03/2021 | 01/06/2020     | up to date  | 2021
        tenth day      | 31/03/2021 | 15/06/2020     | none        | 2021   # the status says nothing here
        eleventh day   | 31/03/2021 | 16/06/2020     | up to date  | 2021
        before care    | 31/03/2021 | 31/05/2020     | up to date  | 2021
        two records    | 30/09/2020 | 02/06/2020     | up to date  | 2021   # one is enough
        two records    | 31/03/2021 | 01/03/2021     | up to date  | 2021
        not begun      | 31/03/2021 |                | in progress | 2021
        told later     | 01/04/2021 | 02/06/2020     | up to date  | 2021   # not yet known
        left that day  | 14/06/2020 | 02/06/2020     | in progress | 2021
        left next day  | 14/06/2020 | 02/06/2020     | in progress | 2021
        five           | 31/03/2021 | 02/06/2020     | up to date  | 2021
        four           | 31/03/2021 | 02/06/2020     | up to date  | 2021
        no birth date  | 31/03/2021 | 02/06/2020     | up to date  | 2021
        """,
    )
    assert council.figures("peps_begun_on_time") == drawn("""
        year | all
        2021 | 5/11
    """)


def test_the_year_is_that_of_the_tenth_working_day(tmp_path: Path) -> None:
    # 10 working days after 17 March 2020 is 31 March.
    council = a_council(
        tmp_path,
        (2020, 2021),
        episodes="""
        CHILD     | DECOM      | DEC        | RNE
        in March  | 17/03/2020 |            | S
        in April  | 18/03/2020 |            | S
        not known | 25/03/2019 |            | P   # the start is not known: left out
        known     | 25/03/2019 | 01/08/2019 | S
        known     | 01/12/2019 |            | S   # each period has its own
        """,
        education_plans="""
        child_id  | as_at_date | initiated_date | status     | files
        in March  | 31/03/2020 | 31/03/2020     | up to date | 2020
        in April  | 31/03/2021 | 01/04/2020     | up to date | 2021
        not known | 31/03/2020 | 26/03/2019     | up to date | 2020
        known     | 31/03/2020 | 26/03/2019     | up to date | 2020   # for the first, not for the second
        """,
    )
    assert council.figures("peps_begun_on_time") == drawn("""
        year | all
        2020 | 2/3
        2021 | 1/1
    """)
