from pathlib import Path

from tests.lib.worked import a_council, drawn


def test_not_achieved_and_nobody_says_why(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        actions="""
        action_id | agreed_year | status      | reason
        a         | 2020        | in progress | the pandemic
        b         | 2020        | in progress |                 # row 3
        c         | 2020        |             |                 # row 4
        d         | 2020        | achieved    |
        e         | 2021        | not started |                 # the plan for the year ahead needs none
        """,
    )
    assert council.listed("action_without_reason") == drawn("""
        file        | year | row | column | value
        actions.csv | 2021 | 3   | reason |
        actions.csv | 2021 | 4   | reason |
    """)
