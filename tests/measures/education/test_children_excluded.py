"""Children of school age looked after on any day of the year: those suspended or excluded while looked after."""

from pathlib import Path

from tests.lib.worked import a_council, drawn


def test_each_child_once_and_only_what_was_made(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        header="""
        CHILD      | DOB
        twice      | 01/06/2010
        permanent  | 01/06/2010
        considered | 01/06/2010
        never      | 01/06/2010
        outside    | 01/06/2010
        five       | 31/08/2015   # on 31 August 2020
        four       | 01/09/2015
        fifteen    | 01/09/2004
        sixteen    | 31/08/2004
        gone       | 01/06/2010
        no birth   |
        """,
        episodes="""
        CHILD      | DECOM      | DEC
        twice      | 01/06/2018 |
        permanent  | 01/06/2018 | 01/05/2020
        considered | 01/06/2018 |
        never      | 01/06/2018 |
        outside    | 01/06/2020 |
        five       | 01/06/2018 |
        four       | 01/06/2018 |              # left out
        fifteen    | 01/06/2018 |
        sixteen    | 01/06/2018 |              # left out
        gone       | 01/06/2018 | 01/04/2020   # on no day of the year
        no birth   | 01/06/2018 |              # left out
        """,
        exclusions="""
        child_id   | excluded_date | kind       | days
        twice      | 01/05/2020    | suspension | 1
        twice      | 01/06/2020    | suspension | 2
        permanent  | 30/04/2020    | permanent  |
        considered | 01/05/2020    | considered |
        outside    | 31/05/2020    | suspension | 1
        five       | 01/05/2020    | suspension | 1
        four       | 01/05/2020    | suspension | 1
        sixteen    | 01/05/2020    | suspension | 1
        gone       | 31/03/2020    | suspension | 1
        no birth   | 01/05/2020    | suspension | 1
        """,
    )
    assert council.figures("children_excluded") == drawn("year | all\n2021 | 3/7")
