from pathlib import Path

from tests.lib.worked import a_council, drawn


def test_two_due_dates_and_one_day(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        protection_conferences="""
        child_id | kind    | due_date   | held_date
        Ann      | review  | 01/06/2020 | 01/06/2020   # row 2
        Ann      | review  | 08/06/2020 | 01/06/2020   # row 3
        Ann      | initial | 02/06/2020 | 01/06/2020   # of another kind
        Ben      | review  | 01/06/2020 | 01/06/2020   # of another child
        Cal      | review  | 01/06/2020 |
        Cal      | review  | 08/06/2020 |              # not held
        """,
    )
    assert council.listed("conferences_held_on_one_day") == drawn("""
        file                       | year | row | column    | value
        protection_conferences.csv | 2021 | 2   | held_date | 01/06/2020
        protection_conferences.csv | 2021 | 3   | held_date | 01/06/2020
    """)
