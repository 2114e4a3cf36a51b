"""Escalations raised in the year, by stage, theme and quarter."""

from pathlib import Path

from tests.lib.worked import a_council, drawn


def test_raised_from_the_first_day_of_the_year_to_the_last(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        (2020, 2021),
        escalations="""
        escalation_id  | raised_date | raised_stage | theme     | resolved_date | files
        the day before | 31/03/2020  | 1            | Drift     | 01/05/2020    | 2020 2021   # one escalation: 2020: 1
        the first day  | 01/04/2020  | Informal     | Placement |               | 2021        # 2021: 1
        stage in words | 01/07/2020  | Stage 2      | Drift     |               | 2021        # 2021: 1
        nothing else   | 01/10/2020  |              |           |               | 2021        # 2021: 1, not recorded
        corrected      | 01/01/2021  | 1            | Drift     |               | 2021        # a duplicate: the later row
        corrected      | 01/01/2021  | informal     | Drift     |               | 2021        # holds: 2021: 1
        the last day   | 31/03/2021  | 2            | Drift     |               | 2021        # 2021: 1
        the day after  | 01/04/2021  | 1            | Drift     |               | 2021        # after the year: not known to it
        """,
    )
    assert council.figures("escalations_raised") == drawn("""
        year | all
        2020 | 1
        2021 | 5
    """)
    assert council.figures("escalations_raised", "stage_raised") == drawn("""
        year | Informal | Stage 1 | Stage 2 | Not recorded
        2020 | 0        | 1       | 0       | 0
        2021 | 2        | 0       | 2       | 1
    """)
    assert council.figures("escalations_raised", "theme") == drawn("""
        year | Drift | Placement | Not recorded
        2020 | 1     | 0         | 0
        2021 | 3     | 1         | 1
    """)
    assert council.figures("escalations_raised", "quarter") == drawn("""
        year | Q1 | Q2 | Q3 | Q4
        2020 | 0  | 0  | 0  | 1
        2021 | 1  | 1  | 1  | 2
    """)


def test_no_file_is_not_supplied_and_a_file_without_rows_is_0(tmp_path: Path) -> None:
    council = a_council(tmp_path, (2020, 2021), escalations="escalation_id | raised_date")
    assert council.figures("escalations_raised") == drawn("""
        year | all
        2020 | not supplied
        2021 | 0
    """)
