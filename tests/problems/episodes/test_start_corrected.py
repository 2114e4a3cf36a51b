from pathlib import Path

from tests.lib.worked import a_council, drawn


def test_gone_and_replaced_by_an_episode_with_another_start(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        (2020, 2021),
        episodes="""
        CHILD           | DECOM      | RNE | DEC        | files
        corrected       | 01/03/2020 | S   |            | 2020   # row 2 of 2020
        corrected       | 08/03/2020 | S   |            | 2021
        by a move       | 01/03/2020 | S   |            | 2020   # what follows is no start
        by a move       | 08/03/2020 | P   |            | 2021
        by a later one  | 01/03/2020 | S   |            | 2020   # began after 31 March
        by a later one  | 01/04/2020 | S   |            | 2021
        by one ended    | 01/03/2020 | S   |            | 2020   # not open then
        by one ended    | 08/03/2020 | S   | 31/03/2020 | 2021
        was not open    | 01/03/2020 | S   | 07/03/2020 | 2020   # had ended: nothing to correct
        was not open    | 08/03/2020 | S   |            | 2021
        """,
    )
    assert council.listed("start_corrected") == drawn("""
        file         | year | row | column | value
        episodes.csv | 2020 | 2   | DECOM  | 01/03/2020
    """)
