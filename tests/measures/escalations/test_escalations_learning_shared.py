"""Escalations resolved in the year from which learning was shared by 31 March."""

from pathlib import Path

from tests.lib.worked import a_council, drawn


def test_shared_by_the_end_of_the_year_in_which_it_was_resolved(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        (2020, 2021),
        escalations="""
        escalation_id   | raised_date | resolved_date | learning_shared_date
        shared in time  | 01/06/2020  | 01/07/2020    | 31/03/2021   # 1 of 1
        shared later    | 01/06/2020  | 01/07/2020    | 01/04/2021   # a year knows only its own past: 0 of 1
        not shared      | 01/06/2020  | 01/07/2020    |              # 0 of 1
        shared first    | 01/06/2020  | 01/07/2020    | 15/06/2020   # before it was resolved: 1 of 1
        open            | 01/06/2020  |               | 01/07/2020   # not resolved: not counted
        last year       | 01/02/2020  | 31/03/2020    | 01/05/2020   # resolved in 2020, not shared by then: 2020: 0 of 1
        """,
    )
    assert council.figures("escalations_learning_shared") == drawn("""
        year | all
        2020 | 0/1
        2021 | 2/4
    """)
