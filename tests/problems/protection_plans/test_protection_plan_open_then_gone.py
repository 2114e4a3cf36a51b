from pathlib import Path

from tests.lib.worked import a_council, drawn


def test_open_in_one_file_and_missing_from_the_next(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        (2019, 2020, 2021),
        protection_plans="""
        child_id | start_date | end_date   | files
        Ann      | 01/06/2018 |            | 2019            # row 2 of 2019
        Ben      | 01/06/2018 |            | 2019 2020 2021
        Cal      | 01/06/2018 |            | 2019
        Cal      | 01/06/2018 | 01/06/2019 | 2020            # ended
        Dee      | 01/06/2018 | 01/01/2019 | 2019            # ended
        Eve      | 01/06/2020 |            | 2021            # no later file
        """,
    )
    assert council.listed("protection_plan_open_then_gone") == drawn("""
        file                 | year | row | column   | value
        protection_plans.csv | 2019 | 2   | end_date |
    """)


def test_nothing_is_missing_from_a_year_without_plans(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        (2019, 2020, 2021),
        protection_plans="""
        child_id | start_date | end_date   | files
        Ann      | 01/06/2018 |            | 2019
        Ben      | 01/06/2020 |            | 2021
        """,
    )
    assert council.listed("protection_plan_open_then_gone") == []
