from pathlib import Path

from tests.lib.worked import a_council, drawn


def test_agreed_neither_this_year_nor_the_year_before(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        actions="""
        action_id | agreed_year
        a         | 2019           # row 2
        b         | 2020
        c         | 2021
        d         | 2022           # row 5
        """,
    )
    assert council.listed("action_of_another_plan") == drawn("""
        file        | year | row | column      | value
        actions.csv | 2021 | 2   | agreed_year | 2019
        actions.csv | 2021 | 5   | agreed_year | 2022
    """)
