"""Commendations given in the year, by team."""

from pathlib import Path

from tests.lib.worked import a_council, drawn


def test_each_commendation_counts_once_in_the_year_of_its_day(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        (2019, 2020, 2021),
        commendations="""
        awarded_date | team  | note      | files
        31/03/2020   | North | A report  | 2020
        31/03/2020   | North | A report  | 2021   # the same again in the next file
        01/04/2020   | North | A letter  | 2021
        01/04/2020   | North | A visit   | 2021   # one day, another thing
        31/03/2021   |       | A letter  | 2021
        01/04/2021   | South | A letter  | 2021   # after the year
        """,
    )
    assert council.figures("commendations_given") == drawn("""
        year | all
        2019 | not supplied
        2020 | 1
        2021 | 3
    """)
    assert council.figures("commendations_given", "team") == drawn("""
        year | North | Not recorded
        2019 | not supplied | not supplied
        2020 | 1     | 0
        2021 | 2     | 1
    """)
