"""Escalations resolved in the year at the stage at which they were raised."""

from pathlib import Path

from tests.worked import a_council, drawn


def test_the_same_stage_however_it_is_written(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        (2020, 2021),
        escalations="""
        escalation_id  | raised_date | raised_stage | resolved_date | resolved_stage
        informal       | 01/06/2020  | informal     | 01/07/2020    | Informal   # 1 of 1
        stage 1        | 01/06/2020  | 1            | 01/07/2020    | Stage 1    # 1 of 1
        went up        | 01/06/2020  | informal     | 01/07/2020    | 1          # 0 of 1
        raised unknown | 01/06/2020  |              | 01/07/2020    | 1          # 0 of 1
        neither known  | 01/06/2020  |              | 01/07/2020    |            # cannot be said to be the same: 0 of 1
        year before    | 01/02/2020  | 1            | 31/03/2020    | 1          # 2020: 1 of 1
        after the year | 01/06/2020  | 1            | 01/04/2021    | 1          # not yet resolved: no stage
        """,
    )
    assert council.figures("escalations_resolved_early") == drawn("""
        year | all
        2020 | 1/1
        2021 | 2/5
    """)
