"""Children looked after for four months or more without a permanence plan, by time in care."""

from pathlib import Path

from tests.lib.worked import a_council, drawn


def test_by_time_in_care(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        (2020, 2021),
        episodes="""
        CHILD              | DECOM      | RNE | DEC
        4 months           | 30/11/2020 | S   |              # 4 months after: 30 March
        a day less         | 01/12/2020 | S   |              # 4 months after: 1 April: left out
        a year less a day  | 01/04/2020 | S   |              # 4 months to 1 year
        a year             | 31/03/2020 | S   |              # 1 to 2 years
        2 years less a day | 01/04/2019 | S   |              # 1 to 2 years
        2 years            | 31/03/2019 | S   |              # 2 years or more
        plan               | 01/06/2018 | S   |              # 0 of 1
        plan on the day    | 01/06/2018 | S   |              # 0 of 1
        plan after         | 01/06/2018 | S   |              # not yet known: 1 of 1
        old plan           | 01/06/2020 | S   |              # of an earlier time: 1 of 1
        old plan, no start | 01/06/2018 | P   |              # it may have begun earlier: 0 of 1
        left               | 01/06/2018 | S   | 31/03/2021   # not looked after
        """,
        care_plans="""
        child_id           | permanence_plan    | permanence_plan_date | files
        a year             | Long-term fostering|                      | 2021     # no day: not in place
        plan               | Long-term fostering| 01/09/2018           | 2021
        plan on the day    | Long-term fostering| 31/03/2021           | 2021
        plan after         | Long-term fostering| 01/04/2021           | 2021
        old plan           | Long-term fostering| 31/05/2020           | 2021
        old plan, no start | Long-term fostering| 01/05/2018           | 2021
        """,
    )
    assert council.figures("children_without_permanence_plan") == drawn("""
        year | all
        2020 | not supplied
        2021 | 7/10
    """)
    assert council.figures("children_without_permanence_plan", "years_in_care") == drawn("""
        year | 1 to 2 years | 2 years or more | 4 months to 1 year
        2020 | not supplied | not supplied    | not supplied
        2021 | 2/2          | 2/5             | 3/3
    """)
