"""Submissions dated in the year: one a child, app and day; an app that the council names as added is not supplied before."""

from pathlib import Path

from tests.lib.worked import a_council, drawn

ADDED = 'sources_changed: {app_use: {2020: {words: "MOMO Express as well.", adds: {app: [MOMO Express]}}}}\n'


def test_one_a_child_app_and_day(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        (2020, 2021),
        app_use="""
        child_id | app          | submitted_date
        Sam      | MOMO One     | 31/03/2020   # the last day of 2020
        Sam      | MOMO One     | 01/04/2020   # the first of 2021
        Sam      | MOMO One     | 01/04/2020   # the same day by the same app: listed, one submission
        Sam      | MOMO Express | 01/04/2020   # the same day by another app: another
        Ann      | MOMO One     | 01/04/2020   # unknown to the return: counts
        Sam      | MOMO One     | 31/03/2021   # the last day of 2021
        Sam      | MOMO One     | 01/04/2021   # after the year
        """,
    )
    assert council.figures("app_submissions") == drawn("""
        year | all
        2020 | 1
        2021 | 4
    """)
    assert council.figures("app_submissions", "app") == drawn("""
        year | MOMO Express | MOMO One
        2020 | 0            | 1
        2021 | 1            | 3
    """)
    assert council.figures("app_submissions", "month") == drawn("""
        year | 2020-03 | 2020-04 | 2021-03
        2020 | 1       |         |
        2021 |         | 3       | 1
    """)
    assert council.listed("duplicate_row") == drawn("""
        file        | year | row | column         | value
        app_use.csv | 2021 | 2   | submitted_date |
    """)


def test_a_submission_that_is_in_two_years_files_is_one(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        (2020, 2021),
        app_use="""
        child_id | app      | submitted_date | files
        Sam      | MOMO One | 01/03/2020     | 2020 2021
        Sam      | MOMO One | 02/03/2020     | 2021        # came in late: still of the year of its date
        """,
    )
    assert council.figures("app_submissions") == drawn("""
        year | all
        2020 | 2
        2021 | 0
    """)


def test_an_app_that_the_source_lacked_is_not_supplied_before_it(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        (2018, 2019, 2020, 2021),
        settings=ADDED,
        app_use="""
        child_id | app          | submitted_date
        Sam      | MOMO One     | 01/06/2017
        Sam      | MOMO One     | 01/06/2018
        Sam      | MOMO Express | 01/07/2018     # there all the same: it is counted
        Sam      | MOMO One     | 01/06/2019     # none through MOMO Express: nought, as the source has it by now
        Sam      | MOMO One     | 01/06/2020
        Sam      | MOMO Express | 01/07/2020
        """,
    )
    assert council.figures("app_submissions", "app") == drawn("""
        year | MOMO Express | MOMO One
        2018 | not supplied | 1
        2019 | 1            | 1
        2020 | 0            | 1
        2021 | 1            | 1
    """)


def test_a_year_without_a_file_is_not_supplied(tmp_path: Path) -> None:
    council = a_council(tmp_path, (2020, 2021), app_use="child_id | app | submitted_date\nSam | Tell Us | 01/06/2020")
    assert council.figures("app_submissions") == drawn("""
        year | all
        2020 | not supplied
        2021 | 1
    """)
