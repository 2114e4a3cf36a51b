from pathlib import Path

from tests.lib.worked import a_council, drawn


def test_no_measure_or_none_of_the_kit(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        actions="""
        action_id | agreed_year | measure
        a         | 2020        | reviews_on_time
        b         | 2020        | minutes on time    # row 3
        c         | 2021        |                    # row 4
        """,
    )
    assert council.listed("action_without_measure") == drawn("""
        file        | year | row | column  | value
        actions.csv | 2021 | 3   | measure | minutes on time
        actions.csv | 2021 | 4   | measure |
    """)
