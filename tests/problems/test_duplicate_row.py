from pathlib import Path

from tests.worked import a_council, drawn


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
