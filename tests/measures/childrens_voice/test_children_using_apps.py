"""Distinct children with a submission dated in the year; by app they do not add up to the whole."""

from pathlib import Path

from tests.lib.worked import a_council, drawn


def test_a_child_counts_once_and_under_each_app(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        (2020, 2021),
        app_use="""
        child_id | app          | submitted_date
        Sam      | MOMO One     | 01/06/2019
        Sam      | MOMO One     | 01/06/2020
        Sam      | MOMO One     | 02/06/2020   # again by the same app
        Sam      | MOMO Express | 03/06/2020   # and by the other
        Ann      | MOMO Express | 01/04/2020   # the first day of 2021
        Bo       | MOMO One     | 31/03/2021
        Cy       | MOMO One     | 01/04/2021   # after the year
        """,
    )
    assert council.figures("children_using_apps") == drawn("""
        year | all
        2020 | 1
        2021 | 3
    """)
    assert council.figures("children_using_apps", "apps") == drawn("""
        year | MOMO Express | MOMO One
        2020 | 0            | 1
        2021 | 2            | 2
    """)


def test_an_app_that_the_source_lacked_is_not_supplied_before_it(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        (2020, 2021),
        settings='sources_changed: {app_use: {2021: {words: "Now Tell Us as well.", adds: {app: [Tell Us]}}}}\n',
        app_use="""
        child_id | app      | submitted_date
        Sam      | MOMO One | 01/06/2019
        Sam      | Tell Us  | 01/06/2020
        """,
    )
    assert council.figures("children_using_apps", "apps") == drawn("""
        year | MOMO One | Tell Us
        2020 | 1        | not supplied
        2021 | 0        | 1
    """)
