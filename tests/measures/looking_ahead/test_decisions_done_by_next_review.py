"""Decisions of reviews, by whether they were done when the next review was held."""

from pathlib import Path

from tests.lib.worked import a_council, drawn

CARE = """
CHILD | DECOM      | DEC        | files
Ann   | 01/06/2019 |            | 2020 2021
Ben   | 01/06/2019 |            | 2020 2021
Cat   | 01/06/2020 | 01/09/2020 | 2021
Cat   | 01/11/2020 |            | 2021
"""
REVIEWS = """
CHILD | REVIEW
Ann   | 20/06/2019
Ann   | 20/09/2019
Ann   | 20/03/2020
Ann   | 20/09/2020
Ben   | 20/12/2019
Ben   | 21/12/2020
Cat   | 20/06/2020
Cat   | 20/11/2020
"""


def test_done_by_the_day_of_the_next_review(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        (2020, 2021),
        episodes=CARE,
        reviews=REVIEWS,
        decisions="""
        child_id | review_date | decision        | done_date  | files
        Ann      | 20/06/2019  | See the dentist | 20/09/2019 | 2020        # 2020: on the day of the next review
        Ann      | 20/06/2019  | Visit the farm  | 21/09/2019 | 2020        # 2020: a day too late
        Ann      | 20/09/2019  | Visit the farm  |            | 2020        # 2020: not done; 20/09 to 20/03 is 6 months
        Ann      | 20/03/2020  | Write to Dad    | 01/05/2020 | 2020 2021   # 2021: by 20/09/2020
        Ann      | 20/03/2020  | Find a school   | 01/04/2020 | 2020        # the file of 2021 does not have it: not known
        Ann      | 20/09/2020  | Find a school   | 01/10/2020 | 2021        # no next review yet
        Ben      | 20/12/2019  | See the dentist |            | 2020 2021   # 2021: not done after a year and a day
        Cat      | 20/06/2020  | See the dentist | 01/07/2020 | 2021        # left before a next review; the later one is of another time in care
        """,
    )
    assert council.figures("decisions_done_by_next_review") == drawn("year | all\n2020 | 1/3\n2021 | 1/2")
    assert council.figures("decisions_done_by_next_review", "until_next_review") == drawn("""
        year | Over 3 months | Up to 3 months
        2020 | 0/1           | 1/2
        2021 | 1/2           | no cases
    """)
    assert council.figures("decisions_done_by_next_review", "quarter") == drawn("""
        year | Q2  | Q3       | Q4
        2020 | 1/2 | no cases | 0/1
        2021 | 1/1 | 0/1      | no cases
    """)


def test_a_year_without_the_file_is_not_supplied(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        (2020, 2021),
        episodes=CARE,
        reviews=REVIEWS,
        decisions="child_id | review_date | decision | done_date | files\nAnn | 20/03/2020 | Call Mum | | 2021",
    )
    assert council.figures("decisions_done_by_next_review") == drawn("year | all\n2020 | not supplied\n2021 | 0/1")
