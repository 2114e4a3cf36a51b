"""Escalations whose 20 working days end in the year, resolved by then."""

from pathlib import Path

from tests.lib.worked import a_council, drawn


def test_resolved_by_the_twentieth_working_day(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        escalations="""
        escalation_id | raised_date | raised_stage | resolved_date
        on the day    | 01/06/2020  | informal     | 29/06/2020   # 29 June is the 20th: in time
        a day late    | 01/06/2020  | 1            | 30/06/2020   # 0 of 1
        open          | 01/06/2020  | 1            |              # 0 of 1
        the same day  | 01/06/2020  | 1            | 01/06/2020   # in time
        over Easter   | 20/03/2020  | 2            | 21/04/2020   # 27 March 5, 3 April 10, 9 14, 17 18, 21 April 20: in time
        """,
    )
    assert council.figures("escalations_resolved_on_time") == drawn("""
        year | all
        2021 | 3/5
    """)
    assert council.figures("escalations_resolved_on_time", "stage_raised") == drawn("""
        year | Informal | Stage 1 | Stage 2
        2021 | 1/1      | 1/3     | 1/1
    """)


def test_the_limit_decides_the_year(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        (2020, 2021),
        escalations="""
        escalation_id   | raised_date | resolved_date
        limit 31 March  | 03/03/2020  | 31/03/2020   # 4 March 1, 6 3, 13 8, 20 13, 27 18, 31 March 20: in time in 2020
        limit 1 April   | 04/03/2020  | 31/03/2020   # in time in 2021
        resolved after  | 03/03/2021  | 01/04/2021   # 31 March 2021: not resolved in time
        limit next year | 04/03/2021  | 05/03/2021   # 1 April 2021: in no loaded year
        """,
    )
    assert council.figures("escalations_resolved_on_time") == drawn("""
        year | all
        2020 | 1/1
        2021 | 1/2
    """)
