"""Visits and calls to children in the year."""

from pathlib import Path

from tests.lib.worked import a_council, drawn


def test_dated_from_the_first_day_to_the_last(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        iro_contacts="""
        iro_id | child_id | contact_date | kind          | files
        one    | Ann      | 31/03/2020   | visit         | 2021   # the day before the year
        one    | Ann      | 01/04/2020   | visit         | 2021   # 1
        one    | Ann      | 01/04/2020   | visit         | 2021   # the same again: a duplicate
        one    | Ann      | 01/04/2020   | call          | 2021   # 2: another kind
        two    | Ann      | 31/03/2021   | call          | 2021   # 3
        two    |          | 31/03/2021   | call          | 2021   # 4: to nobody, listed
        two    |          | 01/05/2020   | supervision   | 2021   # neither
        one    | Ann      | 01/04/2021   | visit         | 2021   # the day after
        """,
    )
    assert council.figures("visits_and_calls") == drawn("""
        year | all
        2021 | 4
    """)
    assert council.figures("visits_and_calls", "contact_kind") == drawn("""
        year | Call | Visit
        2021 | 3    | 1
    """)
    assert council.figures("visits_and_calls", "iro") == drawn("""
        year | one | two
        2021 | 2   | 2
    """)
    months = council.figures("visits_and_calls", "month")[0]
    assert {month: number for month, number in months.items() if number != "0"} == {
        "year": "2021",
        "2020-04": "2",
        "2021-03": "2",
    }


def test_no_file_is_not_supplied(tmp_path: Path) -> None:
    assert a_council(tmp_path).figures("visits_and_calls") == [{"year": "2021", "all": "not supplied"}]
