from pathlib import Path

from tests.lib.worked import a_council, drawn


def test_an_allocation_that_starts_while_another_holds(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        allocations="""
        child_id | iro_id | start_date | end_date
        Ann      | one    | 01/04/2020 | 01/06/2020    # row 2
        Ann      | two    | 31/05/2020 |               # row 3: a day too early
        Ben      | one    | 01/04/2020 | 01/06/2020    # row 4
        Ben      | two    | 01/06/2020 |               # row 5: on the day on which the other ends
        Cat      | one    | 01/04/2020 |               # row 6
        Cat      | two    | 01/04/2020 |               # row 7: on the same day
        Dan      | one    | 01/04/2020 |               # row 8
        Dan      | one    | 01/05/2020 |               # row 9: to the same officer
        Eve      | one    | 01/04/2020 |               # row 10
        Eve      | two    | 01/05/2020 | 01/05/2020    # row 11: holds on no day
        """,
    )
    assert council.listed("allocations_overlap") == drawn("""
        file            | year | row | column     | value
        allocations.csv | 2021 | 3   | start_date | 31/05/2020
        allocations.csv | 2021 | 7   | start_date | 01/04/2020
        allocations.csv | 2021 | 9   | start_date | 01/05/2020
    """)
