"""Escalations resolved in the year at the stage at which they were raised, of those with both stages recorded."""

from pathlib import Path

from tests.lib.worked import a_council, drawn


def test_the_same_stage_however_it_is_written(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        (2020, 2021),
        escalations="""
        escalation_id  | raised_date | raised_stage | resolved_date | resolved_stage
        informal       | 01/06/2020  | informal     | 01/07/2020    | Informal   # 1 of 1
        stage 1        | 01/06/2020  | 1            | 01/07/2020    | Stage 1    # 1 of 1
        went up        | 01/06/2020  | informal     | 01/07/2020    | 1          # 0 of 1
        raised unknown | 01/06/2020  |              | 01/07/2020    | 1          # it cannot be said: left out
        resolved where | 01/06/2020  | 1            | 01/07/2020    |            # left out
        no such stage  | 01/06/2020  | 1            | 01/07/2020    | manager    # left out
        neither known  | 01/06/2020  |              | 01/07/2020    |            # left out
        year before    | 01/02/2020  | 1            | 31/03/2020    | 1          # 2020: 1 of 1
        after the year | 01/06/2020  | 1            | 01/04/2021    | 1          # not yet resolved: no stage
        """,
    )
    assert council.figures("escalations_resolved_early") == drawn("""
        year | all
        2020 | 1/1
        2021 | 2/3
    """)


def test_no_case_if_no_stage_is_recorded_and_not_supplied_without_the_column(tmp_path: Path) -> None:
    rows = "escalation_id | raised_date | raised_stage | resolved_date\na | 01/06/2020 | 1 | 01/07/2020"
    assert a_council(tmp_path / "blank", escalations=rows).figures("escalations_resolved_early") == drawn("""
        year | all
        2021 | no cases
    """)
    council = a_council(tmp_path / "none", escalations=rows, without=["escalations.resolved_stage"])
    assert council.figures("escalations_resolved_early") == drawn("""
        year | all
        2021 | not supplied
    """)
