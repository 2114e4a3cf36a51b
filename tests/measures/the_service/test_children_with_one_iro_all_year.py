"""Children looked after all year who had one officer throughout."""

from pathlib import Path

from tests.lib.worked import a_council, drawn

EPISODES = """
    CHILD | DECOM      | DEC
    Ann   | 01/04/2020 |
    Ben   | 01/06/2019 |
    Cat   | 01/06/2019 |
    Dan   | 01/06/2019 |
    Eve   | 01/06/2019 |
    Fay   | 02/04/2020 |               # not looked after on the first day
    Gus   | 01/06/2019 | 31/03/2021    # nor at the end of the last
    Hal   | 01/06/2019 |
"""
ALLOCATIONS = """
    child_id | iro_id | start_date | end_date
    Ann      | one    | 01/04/2020 |               # from the first day, to the last
    Ben      | one    | 01/06/2019 | 01/04/2020    # held to the day before the year
    Ben      | two    | 01/04/2020 |               # one officer in the year
    Cat      | one    | 01/06/2019 | 02/04/2020    # held on the first day
    Cat      | two    | 02/04/2020 | 31/03/2021
    Cat      | one    | 31/03/2021 |               # the same on the first and the last day: two in the year
    Dan      | one    | 01/06/2019 | 01/07/2020
    Dan      | two    | 01/07/2020 | 01/09/2020
    Dan      | three  | 01/09/2020 |               # three in the year
    Eve      | one    | 02/04/2020 |               # nobody on the first day: left out
    Fay      | one    | 02/04/2020 |
    Gus      | one    | 01/06/2019 |
    Hal      | one    | 01/06/2019 | 31/03/2021    # nobody on the last day: left out
"""


def test_one_officer_from_the_first_day_to_the_last(tmp_path: Path) -> None:
    council = a_council(tmp_path, episodes=EPISODES, allocations=ALLOCATIONS)
    # Ann and Ben of Ann, Ben, Cat and Dan.
    assert council.figures("children_with_one_iro_all_year") == drawn("""
        year | all
        2021 | 2/4
    """)


def test_a_change_after_the_year_is_not_known_to_it(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        (2020, 2021),
        episodes="""
        CHILD | DECOM
        Ann   | 01/06/2018
        """,
        allocations="""
        child_id | iro_id | start_date | end_date
        Ann      | one    | 01/06/2018 | 01/05/2020
        Ann      | two    | 01/05/2020 |
        """,
    )
    assert council.figures("children_with_one_iro_all_year") == drawn("""
        year | all
        2020 | 1/1
        2021 | 0/1
    """)


def test_a_gap_between_two_allocations_to_one_officer_is_no_change(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        episodes="""
        CHILD | DECOM
        Ann   | 01/06/2018
        """,
        allocations="""
        child_id | iro_id | start_date | end_date
        Ann      | one    | 01/06/2018 | 01/05/2020
        Ann      | one    | 01/07/2020 |
        Ann      | two    | 01/06/2020 | 01/06/2020   # holds on no day
        """,
    )
    assert council.figures("children_with_one_iro_all_year") == [{"year": "2021", "all": "1/1"}]
