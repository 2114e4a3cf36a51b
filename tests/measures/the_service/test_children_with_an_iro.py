"""Children looked after on the last day who are allocated to an officer that day."""

from pathlib import Path

from tests.lib.worked import a_council, drawn


def test_an_allocation_holds_to_the_day_before_it_ends(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        episodes="""
        CHILD | DECOM
        Ann   | 01/06/2019
        Ben   | 01/06/2019
        Cat   | 01/06/2019
        Dan   | 01/06/2019
        Eve   | 01/06/2019
        Fay   | 01/06/2019
        """,
        allocations="""
        child_id | iro_id | start_date | end_date
        Ann      | one    | 01/06/2019 |              # holds
        Ben      | one    | 31/03/2021 |              # from the last day
        Cat      | one    | 01/06/2019 | 01/04/2021   # to the last day
        Dan      | one    | 01/06/2019 | 31/03/2021   # to the day before
        Eve      | one    | 01/04/2021 |              # from the day after
        nobody   | one    | 01/06/2019 |              # not looked after
        """,
    )
    assert council.figures("children_with_an_iro") == drawn("""
        year | all
        2021 | 3/6
    """)


def test_one_that_a_later_file_no_longer_has_holds_to_the_end_of_its_year(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        (2019, 2020, 2021),
        episodes="""
        CHILD | DECOM
        Ann   | 01/06/2017
        Ben   | 01/06/2017
        """,
        allocations="""
        child_id | iro_id | start_date | files
        Ann      | one    | 01/06/2017 | 2020          # open in 2019-20, and gone from the file of 2020-21
        Ben      | one    | 01/06/2017 | 2020 2021
        """,
    )
    # What is in 2020's file held before it too, though no file of 2019 says so.
    assert council.figures("children_with_an_iro") == drawn("""
        year | all
        2019 | not supplied
        2020 | 2/2
        2021 | 1/2
    """)
