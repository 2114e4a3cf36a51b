"""The days of suspensions that began in the year on a day in care; a part of a day counts as one."""

from pathlib import Path

from tests.lib.worked import a_council, drawn


def test_days_are_added_up(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        episodes="CHILD | DECOM\nSam | 01/06/2018",
        exclusions="""
        child_id | excluded_date | kind       | days
        Sam      | 01/05/2020    | suspension | 2
        Sam      | 01/06/2020    | suspension | 0.5    # 1
        Sam      | 01/07/2020    | suspension | 2.5    # 3
        Sam      | 01/08/2020    | suspension |        # none known
        Sam      | 02/08/2020    | suspension | 0
        Sam      | 03/08/2020    | suspension | -1
        Sam      | 01/09/2020    | permanent  | 10     # no suspension
        Sam      | 01/10/2020    | considered | 3
        Sam      | 31/03/2021    | suspension | 5      # all in the year in which it began
        Sam      | 31/03/2020    | suspension | 5      # the year before
        """,
    )
    assert council.figures("school_days_lost") == drawn("year | all\n2021 | 11")
