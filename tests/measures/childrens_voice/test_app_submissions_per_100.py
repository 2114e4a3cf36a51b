"""Submissions dated in the year, per 100 children looked after on any day of it."""

from pathlib import Path

from tests.lib.worked import a_council, drawn


def test_per_100_children_looked_after_on_any_day_of_the_year(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        episodes="""
        CHILD          | DECOM      | DEC
        all year       | 01/05/2018 |
        left in April  | 01/05/2018 | 02/04/2020
        left before    | 01/05/2018 | 01/04/2020   # not looked after on 1 April: not among the 2
        """,
        app_use="""
        child_id       | app      | submitted_date
        all year       | MOMO One | 01/06/2020
        all year       | MOMO One | 02/06/2020
        left before    | MOMO One | 03/06/2020   # not looked after: the submission counts
        all year       | MOMO One | 01/04/2021   # after the year
        """,
    )
    assert council.figures("app_submissions_per_100") == drawn("""
        year | all
        2021 | 150 (3/2)
    """)
