"""Escalations resolved in the year, whenever they were raised, by stage and outcome."""

from pathlib import Path

from tests.lib.worked import a_council, drawn


def test_resolved_from_the_first_day_of_the_year_to_the_last(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        (2020, 2021),
        escalations="""
        escalation_id  | raised_date | resolved_date | resolved_stage | outcome
        on 31 March    | 01/12/2019  | 31/03/2020    | informal       | Plan changed   # 2020: 1
        on 1 April     | 01/12/2019  | 01/04/2020    | 1              | Plan changed   # 2021: 1
        on the last    | 01/06/2020  | 31/03/2021    | 3              | Not upheld     # 2021: 1
        nothing else   | 01/06/2020  | 02/06/2020    |                |                # 2021: 1, not recorded
        the day after  | 01/06/2020  | 01/04/2021    | 2              | Plan changed   # after the year: still open
        open           | 01/06/2020  |               |                |
        """,
    )
    assert council.figures("escalations_resolved") == drawn("""
        year | all
        2020 | 1
        2021 | 3
    """)
    assert council.figures("escalations_resolved", "stage_resolved") == drawn("""
        year | Informal | Stage 1 | Stage 3 | Not recorded
        2020 | 1        | 0       | 0       | 0
        2021 | 0        | 1       | 1       | 1
    """)
    assert council.figures("escalations_resolved", "outcome") == drawn("""
        year | Plan changed | Not upheld | Not recorded
        2020 | 1            | 0          | 0
        2021 | 1            | 1          | 1
    """)


def test_a_year_without_a_file_is_not_supplied_though_a_later_file_tells_of_it(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        (2020, 2021),
        escalations="""
        escalation_id | raised_date | resolved_date | files
        a             | 01/06/2019  | 01/07/2019    | 2021
        """,
    )
    assert council.figures("escalations_resolved") == drawn("""
        year | all
        2020 | not supplied
        2021 | 0
    """)
