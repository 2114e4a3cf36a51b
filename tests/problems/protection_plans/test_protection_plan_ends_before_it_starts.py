from pathlib import Path

from tests.lib.worked import a_council, drawn


def test_an_end_before_the_start(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        protection_plans="""
        child_id | start_date | end_date
        Ann      | 01/06/2020 | 31/05/2020   # row 2
        Ben      | 01/06/2020 | 01/06/2020
        Cal      | 01/06/2020 |
        """,
    )
    assert council.listed("protection_plan_ends_before_it_starts") == drawn("""
        file                 | year | row | column   | value
        protection_plans.csv | 2021 | 2   | end_date | 31/05/2020
    """)
