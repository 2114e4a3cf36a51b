"""Exclusions of the year, made and considered, of which it is known whether the virtual school was told."""

from pathlib import Path

from tests.lib.worked import a_council, drawn


def test_only_if_it_is_recorded(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        episodes="CHILD | DECOM\nSam | 01/06/2018",
        exclusions="""
        child_id | excluded_date | kind       | reported_to_virtual_school
        Sam      | 01/05/2020    | suspension | Y
        Sam      | 01/06/2020    | suspension | N
        Sam      | 01/07/2020    | suspension |     # left out
        Sam      | 01/08/2020    | permanent  | Y
        Sam      | 01/09/2020    | considered | N
        Sam      | 31/03/2020    | suspension | Y   # the year before
        stranger | 01/05/2020    | suspension | Y
        """,
    )
    assert council.figures("exclusions_reported") == drawn("year | all\n2021 | 2/4")
    assert council.figures("exclusions_reported", "exclusion_kind") == drawn("""
        year | Considered, not made | Permanent exclusion | Suspension
        2021 | 0/1                  | 1/1                 | 1/2
    """)
