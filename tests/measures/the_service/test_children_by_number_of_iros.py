"""Children looked after all year, by how many officers they had in it."""

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


def test_different_officers_whose_allocations_held_in_the_year(tmp_path: Path) -> None:
    council = a_council(tmp_path, episodes=EPISODES, allocations=ALLOCATIONS)
    assert council.figures("children_by_number_of_iros") == drawn("""
        year | all
        2021 | 4
    """)
    assert council.figures("children_by_number_of_iros", "number_of_iros") == drawn("""
        year | One | Three or more | Two
        2021 | 2   | 1             | 1
    """)


def test_no_file_is_not_supplied(tmp_path: Path) -> None:
    assert a_council(tmp_path).figures("children_by_number_of_iros") == [{"year": "2021", "all": "not supplied"}]
