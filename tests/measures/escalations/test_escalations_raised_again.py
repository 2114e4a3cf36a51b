"""Escalations raised in the year about a child with another in the twelve months before."""

from pathlib import Path

from tests.lib.worked import a_council, drawn


def test_an_earlier_one_within_twelve_months(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        (2019, 2020, 2021),
        escalations="""
        escalation_id | child_id | raised_date | theme
        a             | Ann      | 01/06/2019  | Drift      # the first of Ann
        b             | Ann      | 01/06/2020  | Contact    # 12 months to the day; another theme
        c             | Bob      | 31/05/2019  | Drift
        d             | Bob      | 01/06/2020  | Drift      # a day too late
        e             | Cas      | 01/06/2020  | Drift
        f             | Cas      | 01/06/2020  | Contact    # the same day: neither is again
        g             | Cas      | 02/06/2020  | Contact    # again, whatever became of the earlier
        h             |          | 01/07/2020  | Drift      # no child
        i             |          | 02/07/2020  | Drift
        j             | Dee      | 29/02/2020  | Drift
        k             | Dee      | 28/02/2021  | Drift      # 12 months after 29 February
        """,
    )
    assert council.figures("escalations_raised_again") == drawn("""
        year | all
        2019 | not supplied
        2020 | 0/3
        2021 | 3/6
    """)


def test_the_first_twelve_months_of_the_data_are_left_out(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        (2020, 2021),
        escalations="""
        escalation_id | child_id | raised_date
        a             | Ann      | 01/04/2019
        b             | Ann      | 31/03/2020   # within a year of the first loaded day: not counted
        c             | Ann      | 01/04/2020   # 12 months after it
        """,
    )
    assert council.figures("escalations_raised_again") == drawn("""
        year | all
        2020 | no cases
        2021 | 1/1
    """)
