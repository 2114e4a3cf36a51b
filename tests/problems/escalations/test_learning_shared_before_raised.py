from pathlib import Path

from tests.lib.worked import a_council, drawn


def test_learning_from_what_nobody_had_raised(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        escalations="""
        escalation_id | raised_date | resolved_date | learning_shared_date
        E1            | 02/06/2020  | 03/06/2020    | 01/06/2020   # row 2: the day before
        E2            | 02/06/2020  | 03/06/2020    | 02/06/2020   # the same day
        E3            | 02/06/2020  | 03/06/2020    |
        """,
    )
    assert council.listed("learning_shared_before_raised") == drawn("""
        file            | year | row | column               | value
        escalations.csv | 2021 | 2   | learning_shared_date | 01/06/2020
    """)
