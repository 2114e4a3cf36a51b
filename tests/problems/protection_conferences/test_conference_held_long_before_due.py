from pathlib import Path

from tests.lib.worked import a_council, drawn


def test_more_than_six_months_before(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        protection_conferences="""
        child_id | kind    | due_date   | held_date
        Ann      | review  | 01/03/2021 | 31/08/2020   # row 2
        Ben      | review  | 01/03/2021 | 01/09/2020   # six months
        Cal      | initial | 01/03/2021 | 01/04/2021
        Dee      | initial | 01/03/2021 |
        """,
    )
    assert council.listed("conference_held_long_before_due") == drawn("""
        file                       | year | row | column    | value
        protection_conferences.csv | 2021 | 2   | held_date | 31/08/2020
    """)
