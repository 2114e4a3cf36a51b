from pathlib import Path

from tests.lib.worked import a_council, drawn


def test_of_resolved_escalations_each_stage_that_is_blank_or_unknown(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        escalations="""
        escalation_id | raised_date | raised_stage | resolved_date | resolved_stage
        E1            | 01/06/2020  | 1            | 01/07/2020    | 1            # both are there
        E2            | 01/06/2020  |              | 01/07/2020    | 1            # row 3
        E3            | 01/06/2020  | 1            | 01/07/2020    |              # row 4
        E4            | 01/06/2020  |              | 01/07/2020    | manager      # row 5, each stage
        E5            | 01/06/2020  |              |               |              # open: it has no stage of resolving
        """,
    )
    assert council.listed("escalation_stage_not_recorded") == drawn("""
        file            | year | row | column         | value
        escalations.csv | 2021 | 3   | raised_stage   |
        escalations.csv | 2021 | 4   | resolved_stage |
        escalations.csv | 2021 | 5   | raised_stage   |
        escalations.csv | 2021 | 5   | resolved_stage |
    """)


def test_nothing_is_missing_from_a_file_without_the_column(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        escalations="""
        escalation_id | raised_date | raised_stage | resolved_date
        E1            | 01/06/2020  | 1            | 01/07/2020
        """,
        without=["escalations.resolved_stage"],
    )
    assert council.listed("escalation_stage_not_recorded") == []
