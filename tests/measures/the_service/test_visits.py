"""Visits to a child who is named, dated in the year."""

from pathlib import Path

from tests.lib.worked import a_council, drawn


def test_dated_from_the_first_day_to_the_last(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        iro_contacts="""
        iro_id | child_id | contact_date | kind          | files
        one    | Ann      | 31/03/2020   | visit         | 2021   # the day before the year
        one    | Ann      | 01/04/2020   | VISIT         | 2021   # 1, in Q1
        one    | Ann      | 01/04/2020   | visit         | 2021   # the same again: a duplicate
        one    | Ann      | 01/04/2020   | call         | 2021   # another kind
        two    | Ann      | 01/04/2020   | visit         | 2021   # 2: by another officer
        two    | stranger | 31/03/2021   | visit         | 2021   # 3, in Q4: a child whom the return does not know
        two    |          | 01/07/2020   | visit         | 2021   # to nobody, listed
        two    | Ann      | 01/07/2020   | midway review | 2021   # neither
        two    |          | 01/07/2020   | supervision   | 2021
        one    | Ann      | 01/04/2021   | visit         | 2021   # the day after
        """,
    )
    assert council.figures("visits", "quarter") == drawn("""
        year | Q1 | Q4
        2021 | 2  | 1
    """)
    assert council.figures("visits") == drawn("year | all\n2021 | 3")
    assert len(council.listed("contact_without_child")) == 1


def test_no_file_is_not_supplied_and_none_of_the_kind_is_0(tmp_path: Path) -> None:
    assert a_council(tmp_path / "no").figures("visits") == [{"year": "2021", "all": "not supplied"}]
    contacts = "iro_id | child_id | contact_date | kind\none | Ann | 01/07/2020 | call"
    assert a_council(tmp_path / "none", iro_contacts=contacts).figures("visits") == [{"year": "2021", "all": "0"}]
