from pathlib import Path

from tests.lib.worked import a_council, drawn


def test_a_plan_that_starts_while_another_goes_on(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        protection_plans="""
        child_id | start_date | end_date
        Ann      | 01/06/2020 |
        Ann      | 01/09/2020 |              # row 3
        Ben      | 01/06/2020 | 01/09/2020
        Ben      | 01/09/2020 |              # the day on which the first ended
        Cal      | 01/06/2020 | 02/09/2020
        Cal      | 01/09/2020 |              # row 7
        """,
    )
    assert council.listed("protection_plans_overlap") == drawn("""
        file                 | year | row | column     | value
        protection_plans.csv | 2021 | 3   | start_date | 01/09/2020
        protection_plans.csv | 2021 | 7   | start_date | 01/09/2020
    """)
