"""Exclusions dated in the year on a day in care, by kind; those that a school only considered among them."""

from pathlib import Path

from tests.lib.worked import a_council, drawn


def test_the_day_decides_year_and_care(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        (2020, 2021),
        episodes="""
        CHILD | DECOM      | DEC
        Sam   | 01/06/2019 |
        Left  | 01/06/2019 | 01/07/2020
        """,
        exclusions="""
        child_id | excluded_date | kind       | days | reported_to_virtual_school
        Sam      | 31/05/2019    | suspension | 1    | Y   # before care
        Sam      | 01/06/2019    | suspension | 1    | Y
        Sam      | 31/03/2020    | permanent  |      | Y
        Sam      | 01/04/2020    | suspension | 2    | N
        Sam      | 31/03/2021    | considered |      |
        Sam      | 01/04/2021    | suspension | 1    | Y   # not yet known
        Left     | 30/06/2020    | suspension | 1    | Y
        Left     | 01/07/2020    | suspension | 1    | Y   # no longer looked after
        stranger | 01/06/2020    | suspension | 1    | Y
        """,
    )
    assert council.figures("school_exclusions", "exclusion_kind") == drawn("""
        year | Considered, not made | Permanent exclusion | Suspension
        2020 | 0                    | 1                   | 1
        2021 | 1                    | 0                   | 2
    """)
    assert council.figures("school_exclusions") == drawn("year | all\n2020 | 2\n2021 | 3")


def test_what_is_in_two_files_is_one_exclusion(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        (2020, 2021),
        episodes="CHILD | DECOM\nSam | 01/06/2018",
        exclusions="""
        child_id | excluded_date | kind       | days | files
        Sam      | 01/06/2019    | suspension | 1    | 2020 2021
        """,
    )
    assert council.figures("school_exclusions") == drawn("year | all\n2020 | 1\n2021 | 0")
