"""Decisions not done on the last day of the year, though a later review was held."""

from pathlib import Path

from tests.lib.worked import a_council, drawn


def test_open_on_the_last_day_with_a_later_review(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        (2020, 2021),
        episodes="""
        CHILD | DECOM      | DEC        | files
        Ann   | 01/06/2019 |            | 2020 2021
        Ben   | 01/06/2019 | 01/02/2021 | 2020 2021
        Ben   | 01/03/2021 |            | 2021
        """,
        reviews="""
        CHILD | REVIEW
        Ann   | 30/06/2019
        Ann   | 30/09/2019
        Ann   | 31/12/2020
        Ann   | 31/03/2021
        Ben   | 20/06/2019
        Ben   | 20/09/2019
        Ben   | 20/03/2021
        """,
        decisions="""
        child_id | review_date | decision | done_date  | files
        Ann      | 30/06/2019  | One      | 01/04/2020 | 2020 2021   # 2020: done the day after; over 9 months
        Ann      | 30/06/2019  | Two      |            | 2020 2021   # 2020 and 2021: over 12 months by then
        Ann      | 30/06/2019  | Three    |            | 2020        # 2020: the file of 2021 does not have it
        Ann      | 30/09/2019  | Four     | 31/03/2021 | 2020 2021   # 2020: no review since; 2021: done that day
        Ann      | 31/12/2020  | Five     |            | 2021        # 2021: 3 months
        Ann      | 31/03/2021  | Six      |            | 2021        # no review since
        Ben      | 20/06/2019  | One      |            | 2020 2021   # 2020; in 2021 that time in care is over
        """,
    )
    assert council.figures("decisions_open_after_review") == drawn("year | all\n2020 | 4\n2021 | 2")
    assert council.figures("decisions_open_after_review", "decision_age") == drawn("""
        year | Over 12 months | Over 6, up to 12 months | Up to 6 months
        2020 | 0              | 4                       | 0
        2021 | 1              | 0                       | 1
    """)
