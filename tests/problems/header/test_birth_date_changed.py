"""A child whose date of birth is another than in the year's file before is listed in the year in which it changed."""

from pathlib import Path

from tests.lib.worked import a_council


def test_a_changed_date_of_birth_is_listed_in_the_year_in_which_it_changed(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        (2019, 2020, 2021),
        header="""
            CHILD  | DOB        | files
            same   | 01/06/2010 | 2019 2020 2021
            change | 01/06/2010 | 2019
            change | 02/06/2010 | 2020 2021
            gap    | 01/06/2011 | 2019            # not in 2020's file
            gap    | 01/06/2012 | 2021
            blank  |            | 2020
            blank  | 01/06/2012 | 2021
        """,
        episodes="""
            CHILD  | DECOM
            same   | 01/06/2018
            change | 01/06/2018
            gap    | 01/06/2018
        """,
    )
    assert council.listed("birth_date_changed") == [
        {"file": "header.csv", "year": "2020", "row": "3", "column": "DOB", "value": "02/06/2010"},
        {"file": "header.csv", "year": "2021", "row": "4", "column": "DOB", "value": "01/06/2012"},
    ]
