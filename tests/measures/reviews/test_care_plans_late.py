"""How late the care plans were that were not completed by the 10th working day."""

from pathlib import Path

from tests.lib.worked import a_council, drawn


def test_days_from_the_limit_to_the_plan(tmp_path: Path) -> None:
    # 10 working days after Monday 1 June 2020 are Monday 15 June.
    council = a_council(
        tmp_path,
        (2020, 2021),
        episodes="""
        CHILD         | DECOM      | DEC
        in time       | 01/06/2020 |
        1 day         | 01/06/2020 |
        7 days        | 01/06/2020 |
        8 days        | 01/06/2020 |
        28 days       | 01/06/2020 |
        29 days       | 01/06/2020 |
        next year     | 01/06/2020 |
        never         | 01/06/2020 |
        after leaving | 01/06/2020 | 20/06/2020
        """,
        care_plans="""
        child_id      | care_plan_completed_date | files
        in time       | 15/06/2020               | 2021
        1 day         | 16/06/2020               | 2021   # up to a week
        7 days        | 22/06/2020               | 2021   # up to a week
        8 days        | 23/06/2020               | 2021   # up to four weeks
        28 days       | 13/07/2020               | 2021   # up to four weeks
        29 days       | 14/07/2020               | 2021   # over four weeks
        next year     | 01/04/2021               | 2021   # not yet known: not completed
        never         |                          | 2021   # not completed
        after leaving | 21/06/2020               | 2021   # not completed
        """,
    )
    assert council.figures("care_plans_late") == drawn("""
        year | all
        2020 | not supplied
        2021 | 8
    """)
    assert council.figures("care_plans_late", "care_plan_delay") == drawn("""
        year | Not completed | Over a week, up to four weeks | Over four weeks | Up to a week late
        2020 | not supplied  | not supplied                  | not supplied    | not supplied
        2021 | 3             | 2                             | 1               | 2
    """)
