"""A column that held values in the year before and holds none is said of the newer file, at row 1."""

from pathlib import Path

from tests.lib.worked import a_council, drawn

EPISODES = """
    CHILD | DECOM
    Sam   | 01/06/2019
"""


def test_a_column_that_holds_nothing_any_more(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        (2020, 2021),
        episodes=EPISODES,
        send="""
        child_id | as_at_date | sen_provision | primary_need | disability
        Sam      | 01/01/2020 | E             | ASD          |             # disability never held any
        Sam      | 01/01/2021 | E             |              |
        """,
    )
    assert council.listed("column_all_empty") == drawn("""
        file     | year | row | column       | value
        send.csv | 2021 | 1   | primary_need |
    """)
