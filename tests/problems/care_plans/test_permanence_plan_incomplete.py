from pathlib import Path

from tests.lib.worked import a_council, drawn


def test_a_plan_without_a_day_and_a_day_without_a_plan(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        episodes="""
        CHILD | DECOM
        Ann   | 01/06/2019
        """,
        care_plans="""
        child_id | care_plan_completed_date | permanence_plan | permanence_plan_date
        Ann      | 01/07/2019               | Adoption        |              # row 2
        Ann      | 02/07/2019               |                 | 01/06/2020   # row 3
        Ann      | 03/07/2019               | Adoption        | 01/06/2020
        Ann      | 04/07/2019               |                 |
        """,
    )
    assert council.listed("permanence_plan_incomplete") == drawn("""
        file           | year | row | column               | value
        care_plans.csv | 2021 | 2   | permanence_plan_date |
        care_plans.csv | 2021 | 3   | permanence_plan      |
    """)
