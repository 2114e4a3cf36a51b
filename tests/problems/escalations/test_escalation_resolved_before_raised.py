from pathlib import Path

from tests.lib.worked import a_council, drawn


def test_an_escalation_resolved_before_it_was_raised(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        escalations="""
        escalation_id | child_id | raised_date | raised_stage | resolved_date
        E1            | Sam      | 02/06/2020  | 1            | 01/06/2020   # row 2: the day before
        E2            | Sam      | 02/06/2020  | 1            | 02/06/2020   # the same day
        E3            | Sam      | 02/06/2020  | 1            |              # open
        """,
    )
    assert council.listed("escalation_resolved_before_raised") == drawn("""
        file            | year | row | column        | value
        escalations.csv | 2021 | 2   | resolved_date | 01/06/2020
    """)
