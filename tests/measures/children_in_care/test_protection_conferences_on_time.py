"""Child protection conferences due in the year, held by the day on which they were due."""

from pathlib import Path

from tests.lib.worked import a_council, drawn


def test_by_the_due_date_that_the_record_gives(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        (2020, 2021),
        protection_conferences="""
        child_id | kind    | due_date   | held_date
        Ann      | initial | 31/03/2020 | 31/03/2020   # 2020: on the day: 1 of 1
        Ann      | review  | 30/06/2020 | 01/06/2020   # 2021: before: 1 of 1
        Ben      | initial | 01/04/2020 | 02/04/2020   # 2021: a day late: 0 of 1
        Ben      | review  | 02/07/2020 |              # 2021: not held: 0 of 1
        Cal      | review  | 31/03/2021 | 31/03/2021   # 2021: 1 of 1
        Cal      | review  | 01/04/2021 | 20/03/2021   # held in the year, due after it: none
        """,
    )
    assert council.figures("protection_conferences_on_time") == drawn("""
        year | all
        2020 | 1/1
        2021 | 2/4
    """)
    assert council.figures("protection_conferences_on_time", "conference_kind") == drawn("""
        year | Initial conference | Review conference
        2020 | 1/1                | no cases
        2021 | 0/1                | 2/3
    """)
    assert council.figures("protection_conferences_on_time", "quarter") == drawn("""
        year | Q1       | Q2       | Q4
        2020 | no cases | no cases | 1/1
        2021 | 1/2      | 0/1      | 1/1
    """)


def test_what_was_held_late_is_late_in_the_year_in_which_it_was_due(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        (2020, 2021),
        protection_conferences="""
        child_id | kind    | due_date   | held_date  | files
        Ann      | initial | 31/03/2020 |            | 2020
        Ann      | initial | 31/03/2020 | 05/04/2020 | 2021   # one conference: late in 2019-20
        """,
    )
    assert council.figures("protection_conferences_on_time") == drawn("""
        year | all
        2020 | 0/1
        2021 | no cases
    """)
