"""Children of school age looked after on 31 March, by what their newest plan record of the year says."""

from pathlib import Path

from tests.lib.worked import a_council, drawn


def test_by_the_newest_records_status(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        episodes="""
        CHILD       | DECOM
        up to date  | 01/06/2018
        out of date | 01/06/2018
        in progress | 01/06/2018
        no plan     | 01/06/2018
        no status   | 01/06/2018
        no record   | 01/06/2018
        """,
        education_plans="""
        child_id    | as_at_date | status
        up to date  | 30/03/2021 | out of date
        up to date  | 31/03/2021 | up to date
        out of date | 31/03/2021 | out of date
        in progress | 31/03/2021 | in progress
        no plan     | 31/03/2021 | none
        no status   | 31/03/2021 |
        stranger    | 31/03/2021 | up to date
        """,
    )
    assert council.figures("pep_status", "pep_status") == drawn("""
        year | In progress | No plan | Not recorded | Out of date | Up to date
        2021 | 1           | 1       | 2            | 1           | 1
    """)
    assert council.figures("pep_status") == drawn("year | all\n2021 | 6")


def test_a_record_in_two_files_is_as_the_newer_has_it(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        (2020, 2021),
        episodes="CHILD | DECOM\nSam | 01/06/2018",
        education_plans="""
        child_id | as_at_date | status      | files
        Sam      | 31/03/2020 | up to date  | 2020
        Sam      | 31/03/2020 | out of date | 2021   # corrected
        """,
    )
    assert council.figures("pep_status", "pep_status") == drawn("""
        year | Not recorded | Out of date
        2020 | 0            | 1
        2021 | 1            | 0
    """)
