from pathlib import Path

from tests.lib.worked import a_council, drawn


def test_given_before_the_day_or_without_it(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        episodes="""
        CHILD | DECOM
        Ann   | 01/06/2019
        """,
        care_plans="""
        child_id | care_plan_completed_date | life_story_started_date | life_story_given_date
        Ann      | 01/07/2019               | 02/06/2020              | 01/06/2020   # row 2
        Ann      | 02/07/2019               | 01/06/2020              | 01/06/2020   # both on one day
        Ann      | 03/07/2019               |                         | 01/06/2020   # row 4
        Ann      | 04/07/2019               | 01/06/2020              |
        """,
    )
    assert council.listed("life_story_given_before_started") == drawn("""
        file           | year | row | column                | value
        care_plans.csv | 2021 | 2   | life_story_given_date | 01/06/2020
        care_plans.csv | 2021 | 4   | life_story_given_date | 01/06/2020
    """)
