"""Children looked after on any day of the year whom the file of unaccompanied children holds, DUC after 1 April."""

from pathlib import Path

from tests.lib.worked import a_council, drawn


def test_on_any_day_of_the_year(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        (2019, 2020, 2021),
        episodes="""
        CHILD            | DECOM      | LS | DEC
        no DUC           | 01/06/2019 | V2 |              # 2020, 2021
        DUC on 1 April   | 01/06/2019 | V2 |              # ceased as 2020-21 began: 2020
        DUC on 2 April   | 01/06/2019 | V2 |              # 2020, 2021
        left on 1 April  | 01/06/2019 | V2 | 01/04/2020   # 2020
        left on 2 April  | 01/06/2019 | V2 | 02/04/2020   # 2020, 2021
        not in the file  | 01/06/2019 | V2 |
        short breaks     | 01/06/2019 | V4 |              # not looked after
        """,
        uasc="""
        CHILD            | DUC        | files
        no DUC           |            | 2020 2021
        DUC on 1 April   | 01/04/2020 | 2020
        DUC on 2 April   | 02/04/2020 | 2020
        left on 1 April  |            | 2020
        left on 2 April  |            | 2020
        short breaks     |            | 2020 2021
        """,
    )
    assert council.figures("children_unaccompanied_in_year") == drawn("""
        year | all
        2019 | not supplied
        2020 | 5
        2021 | 3
    """)
