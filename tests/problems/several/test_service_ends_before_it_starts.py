from pathlib import Path

from tests.lib.worked import a_council, drawn


def test_posts_and_allocations_that_hold_on_no_day(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        iros="""
        iro_id | started_date | left_date
        a      | 02/05/2020   | 01/05/2020    # row 2
        b      | 02/05/2020   | 02/05/2020    # in post for a day
        """,
        allocations="""
        child_id | iro_id | start_date | end_date
        Ann      | a      | 02/05/2020 | 02/05/2020    # row 2
        Ann      | b      | 02/05/2020 | 03/05/2020
        """,
    )
    assert council.listed("service_ends_before_it_starts") == drawn("""
        file            | year | row | column    | value
        allocations.csv | 2021 | 2   | end_date  | 02/05/2020
        iros.csv        | 2021 | 2   | left_date | 01/05/2020
    """)
