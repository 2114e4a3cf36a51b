from pathlib import Path

from tests.lib.worked import a_council, drawn


def test_open_in_one_file_and_gone_from_a_later_one(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        (2019, 2020, 2021),
        allocations="""
        child_id | iro_id | start_date | end_date   | files
        stays    | one    | 01/05/2018 |            | 2019 2021   # row 2
        gone     | one    | 01/05/2018 |            | 2019        # row 3
        ended    | one    | 01/05/2018 | 01/06/2018 | 2019        # row 4: it had ended
        newest   | one    | 01/05/2020 |            | 2021
        """,
    )
    assert council.listed("allocation_left_open_then_gone") == drawn("""
        file            | year | row | column   | value
        allocations.csv | 2019 | 3   | end_date |
    """)
