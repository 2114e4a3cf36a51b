"""Care plans completed by the 10th working day of a period of care that went on past that day."""

from pathlib import Path

from tests.lib.worked import a_council, drawn


def test_by_the_tenth_working_day(tmp_path: Path) -> None:
    # 10 working days after Monday 1 June 2020 are Monday 15 June.
    council = a_council(
        tmp_path,
        (2020, 2021),
        episodes="""
        CHILD               | DECOM      | DEC
        on the day          | 01/06/2020 |
        a day late          | 01/06/2020 |
        28 days before      | 01/06/2020 |
        29 days before      | 01/06/2020 |
        never               | 01/06/2020 |
        left on the day     | 01/06/2020 | 15/06/2020   # needed none: left out
        left after          | 01/06/2020 | 16/06/2020
        left, then planned  | 01/06/2020 | 30/06/2020
        second of two       | 01/06/2020 |
        next year           | 22/03/2021 |              # limit after 31 March 2021 (Good Friday, Easter Monday)
        """,
        care_plans="""
        child_id            | care_plan_completed_date | files
        on the day          | 15/06/2020               | 2021   # 1 of 1
        a day late          | 16/06/2020               | 2021   # 0 of 1
        28 days before      | 04/05/2020               | 2021   # made for it: 1 of 1
        29 days before      | 03/05/2020               | 2021   # of an earlier time: 0 of 1
        never               |                          | 2021   # 0 of 1
        left on the day     | 05/06/2020               | 2021
        left after          | 15/06/2020               | 2021   # 1 of 1
        left, then planned  | 01/07/2020               | 2021   # after care ended: 0 of 1
        second of two       | 10/12/2020               | 2021
        second of two       | 10/06/2020               | 2021   # the earliest counts: 1 of 1
        next year           | 25/03/2021               | 2021
        unknown             | 10/06/2020               | 2021
        """,
    )
    assert council.figures("care_plans_in_time") == drawn("""
        year | all
        2020 | not supplied
        2021 | 4/8
    """)


def test_the_year_is_that_of_the_limit_and_a_start_that_is_not_known_has_none(tmp_path: Path) -> None:
    # 10 working days after 17 March 2020 are 31 March; after 18 March, 1 April 2020.
    council = a_council(
        tmp_path,
        (2020, 2021),
        episodes="""
        CHILD             | DECOM      | RNE
        limit on 31 March | 17/03/2020 | S     # 2020
        limit on 1 April  | 18/03/2020 | S     # 2021
        before F, started | 20/03/2019 | S     # limit 3 April 2019: 2020
        before F, no S    | 20/03/2019 | P     # start not known: left out
        after F, no S     | 01/06/2019 | P     # starts there: 2020
        """,
        care_plans="""
        child_id          | care_plan_completed_date
        limit on 31 March | 31/03/2020   # 1 of 1
        limit on 1 April  | 01/04/2020   # 1 of 1
        before F, started | 20/03/2019   # 1 of 1
        before F, no S    | 20/03/2019
        after F, no S     | 30/03/2021   # 0 of 1
        """,
    )
    assert council.figures("care_plans_in_time") == drawn("""
        year | all
        2020 | 2/3
        2021 | 1/1
    """)
