from pathlib import Path

from tests.lib.worked import a_council, drawn


def test_achieved_without_a_day_and_a_day_without_achieved(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        actions="""
        action_id | agreed_year | status      | achieved_date
        a         | 2020        | achieved    | 01/06/2020
        b         | 2020        | achieved    |               # row 3
        c         | 2020        | in progress | 01/06/2020    # row 4
        d         | 2020        |             | 01/06/2020    # row 5
        e         | 2020        | not started |
        f         | 2020        |             |
        """,
    )
    assert council.listed("action_status_and_date_disagree") == drawn("""
        file        | year | row | column        | value
        actions.csv | 2021 | 3   | achieved_date |
        actions.csv | 2021 | 4   | achieved_date | 01/06/2020
        actions.csv | 2021 | 5   | achieved_date | 01/06/2020
    """)
