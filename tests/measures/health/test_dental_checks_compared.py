"""Children of the return's OC2 file of the year, by whether it and the health extract hold one in the year."""

from pathlib import Path

from tests.lib.worked import a_council, drawn


def test_where_it_is_recorded(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        (2020, 2021),
        oc2="""
        CHILD         | TEETH_CHECK | files
        both          | 1 | 2021
        on 31 March   | 1 | 2021
        on 1 April    | 1 | 2021
        a day early   | 1 | 2021
        other kind    | 1 | 2021
        refused       | 1 | 2021
        no day        | 1 | 2021
        not returned  | 0 | 2021
        not planned   | 1 | 2021
        not planned   | 1 | 2020
        neither       | 0 | 2021
        blank         |   | 2021   # left out
        earlier       | 1 | 2020   # the return only
        """,
        health="""
        child_id      | kind | due_date | completed_date | status | files
        both          | dental | 01/06/2021 | 01/06/2020 | completed | 2021   # due later, done in the year
        on 31 March   | dental | 01/06/2019 | 31/03/2021 | planned   | 2021   # the day counts: both
        on 1 April    | dental | 01/06/2020 | 01/04/2021 | completed | 2021   # the return only
        a day early   | dental | 01/06/2020 | 31/03/2020 | completed | 2021   # the return only
        other kind    | review health assessment | 01/06/2020 | 01/06/2020 | completed | 2021   # the return only
        refused       | dental | 01/06/2020 | 01/06/2020 | refused   | 2021   # the return only
        no day        | dental | 01/06/2020 |            | completed | 2021   # the return only
        not returned  | dental | 01/06/2020 | 01/04/2020 | completed | 2021   # the extract only
        blank         | dental | 01/06/2020 | 01/06/2020 | completed | 2021
        not planned   | dental |            | 01/06/2019 | completed | 2020   # both, in its year
        not planned   | dental |            | 01/06/2020 | completed | 2021   # both
        """,
    )
    assert council.figures("dental_checks_compared", "recorded_in") == drawn("""
        year | Both | Health extract only | Neither | Statutory return only
        2020 | 1    | 0                   | 0       | 1
        2021 | 3    | 1                   | 1       | 5
    """)
    assert council.figures("dental_checks_compared") == drawn("year | all\n2020 | 2\n2021 | 10")


def test_without_one_of_the_two_it_is_not_supplied(tmp_path: Path) -> None:
    council = a_council(tmp_path, oc2="CHILD | TEETH_CHECK\nSam | 1")
    assert council.figures("dental_checks_compared") == drawn("year | all\n2021 | not supplied")
