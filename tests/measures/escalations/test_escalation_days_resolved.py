"""The median of the days from raised to resolved, of those resolved in the year."""

from pathlib import Path

from tests.lib.worked import a_council, drawn


def test_the_middle_of_those_resolved_by_stage_and_path(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        escalations="""
        escalation_id | iro_id | raised_date | raised_stage | resolved_date | resolved_stage
        a             | I1     | 01/06/2020  | informal     | 01/06/2020    | informal   # 0 days
        b             | I1     | 01/06/2020  | informal     | 11/06/2020    | 1          # 10
        c             | I2     | 01/06/2019  | 1            | 31/05/2020    | 1          # 365: raised the year before
        d             | I2     | 01/06/2020  | 1            | 05/06/2020    | 2          # 4
        e             | I2     | 01/06/2020  | 1            |               |            # open: not in it
        f             | I2     | 01/06/2020  | 1            | 01/04/2021    | 1          # after the year
        g             |        | 01/06/2020  | 2            | 31/05/2020    | 2          # before it was raised: left out
        """,
    )
    assert council.figures("escalation_days_resolved") == drawn("""
        year | all
        2021 | 4 (4/4)
    """)
    assert council.figures("escalation_days_resolved", "stage_raised") == drawn("""
        year | Informal | Stage 1
        2021 | 0 (2/2)  | 4 (2/2)
    """)
    assert council.figures("escalation_days_resolved", "stage_resolved") == drawn("""
        year | Informal | Stage 1  | Stage 2
        2021 | 0 (1/1)  | 10 (2/2) | 4 (1/1)
    """)
    assert council.figures("escalation_days_resolved", "way_up") == drawn("""
        year | One stage higher | Resolved where raised
        2021 | 4 (2/2)          | 0 (2/2)
    """)
    assert council.figures("escalation_days_resolved", "iro") == drawn("""
        year | I1      | I2
        2021 | 0 (2/2) | 4 (2/2)
    """)


def test_a_year_in_which_none_was_resolved(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        escalations="""
        escalation_id | raised_date | resolved_date
        a             | 01/06/2020  |
        """,
    )
    assert council.figures("escalation_days_resolved") == drawn("""
        year | all
        2021 | no cases
    """)
