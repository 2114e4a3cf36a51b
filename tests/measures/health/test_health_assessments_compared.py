"""Children of the return's OC2 file of the year, by whether it and the health extract hold one in the year."""

from pathlib import Path

from kit.counting.figures import load_unprotected_figures
from kit.years import parse_as_at
from tests.lib.worked import a_council, drawn


def test_where_it_is_recorded(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        (2020, 2021),
        oc2="""
        CHILD         | HEALTH_ASSESSMENT | files
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
        both          | review health assessment | 01/06/2021 | 01/06/2020 | completed | 2021   # due later, done in the year
        on 31 March   | review health assessment | 01/06/2019 | 31/03/2021 | planned   | 2021   # the day counts: both
        on 1 April    | review health assessment | 01/06/2020 | 01/04/2021 | completed | 2021   # the return only
        a day early   | review health assessment | 01/06/2020 | 31/03/2020 | completed | 2021   # the return only
        other kind    | dental | 01/06/2020 | 01/06/2020 | completed | 2021   # the return only
        refused       | review health assessment | 01/06/2020 | 01/06/2020 | refused   | 2021   # the return only
        no day        | review health assessment | 01/06/2020 |            | completed | 2021   # the return only
        not returned  | review health assessment | 01/06/2020 | 01/04/2020 | completed | 2021   # the extract only
        blank         | review health assessment | 01/06/2020 | 01/06/2020 | completed | 2021
        not planned   | review health assessment |            | 01/06/2019 | completed | 2020   # both, in its year
        not planned   | review health assessment |            | 01/06/2020 | completed | 2021   # both
        """,
    )
    assert council.figures("health_assessments_compared", "recorded_in") == drawn("""
        year | Both | Health extract only | Neither | Statutory return only
        2020 | 1    | 0                   | 0       | 1
        2021 | 3    | 1                   | 1       | 5
    """)
    assert council.figures("health_assessments_compared") == drawn("year | all\n2020 | 2\n2021 | 10")
    # The return speaks of whole years: of a part of one the figure is not known, which is not 0.
    part = load_unprotected_figures(council.places, 2021, parse_as_at("2021-03-30", 2021)).results
    assert set(part.filter(measure="health_assessments_compared")["note"]) == {"not known"}


def test_without_one_of_the_two_it_is_not_supplied(tmp_path: Path) -> None:
    council = a_council(tmp_path, oc2="CHILD | HEALTH_ASSESSMENT\nSam | 1")
    assert council.figures("health_assessments_compared") == drawn("year | all\n2021 | not supplied")
