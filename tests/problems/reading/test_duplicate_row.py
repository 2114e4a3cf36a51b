from pathlib import Path

from tests.lib.worked import a_council, drawn


def test_the_earlier_of_two_rows_with_one_key_is_listed_by_file(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        (2020, 2021),
        episodes="""
        CHILD | DECOM      | DEC        | PLACE
        Sam   | 01/06/2019 |            | U6      # row 2, in both years' files: one thing, superseded, not listed
        Ann   | 01/06/2020 |            | U6      # row 3 of 2021: listed
        Ann   | 01/07/2020 |            | U6      # another episode
        Ann   | 01/06/2020 |            | K2      # row 5 of 2021: holds
        """,
        send="""
        child_id | as_at_date
        Sam      | 01/01/2021   # row 2: listed
        Ann      | 01/01/2021   # another child
        Sam      | 01/01/2021   # row 4: listed
        Sam      | 01/01/2021   # row 5: holds
        """,
    )
    assert council.listed("duplicate_row") == drawn("""
        file         | year | row | column     | value
        episodes.csv | 2021 | 3   | DECOM      |
        send.csv     | 2021 | 2   | as_at_date |
        send.csv     | 2021 | 4   | as_at_date |
    """)


def test_contacts_without_a_due_date_are_one_only_if_completed_on_one_day(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        health="""
        child_id | kind   | due_date   | completed_date | status
        Sam      | dental |            | 01/06/2020     | completed
        Sam      | dental |            | 01/12/2020     | completed   # another check
        Sam      | dental |            | 01/06/2020     | planned     # row 4: row 2 is listed
        Sam      | dental |            |                | cancelled   # row 5: listed
        Sam      | dental |            |                | refused     # holds
        Sam      | dental | 01/02/2021 | 01/12/2020     | completed   # row 7: listed
        Sam      | dental | 01/02/2021 | 01/02/2021     | completed   # holds, as its due date is the same
        """,
    )
    assert council.listed("duplicate_row") == drawn("""
        file       | year | row | column   | value
        health.csv | 2021 | 2   | due_date |
        health.csv | 2021 | 5   | due_date |
        health.csv | 2021 | 7   | due_date |
    """)
