"""Children looked after on 31 March whom the file of unaccompanied children holds, DUC blank or later."""

from pathlib import Path

from tests.lib.worked import a_council, drawn


def test_until_the_day_on_which_it_ceased(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        (2019, 2020, 2021),
        episodes="""
        CHILD              | DECOM      | LS | DEC
        no DUC             | 01/06/2019 | V2 |              # 2020, 2021
        DUC on 31 March    | 01/06/2019 | V2 |              # ceased that day: none in 2020, 2021
        DUC on 1 April     | 01/06/2019 | V2 |              # 2020
        left               | 01/06/2019 | V2 | 31/03/2021   # 2020
        not in the file    | 01/06/2019 | V2 |
        short breaks       | 01/06/2019 | V4 |              # not looked after
        """,
        uasc="""
        CHILD              | DUC        | files
        no DUC             |            | 2020 2021
        DUC on 31 March    | 31/03/2020 | 2020
        DUC on 1 April     |            | 2020
        DUC on 1 April     | 01/04/2020 | 2021
        left               |            | 2020 2021
        short breaks       |            | 2020 2021
        never in care      |            | 2020 2021
        """,
    )
    # 2018-19 has no such file, which does not say that there was no such child.
    assert council.figures("children_unaccompanied") == drawn("""
        year | all
        2019 | not supplied
        2020 | 3
        2021 | 1
    """)


def test_the_newest_row_holds_for_every_year(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        (2020, 2021),
        episodes="""
        CHILD             | DECOM
        found out later   | 01/06/2019
        gone from the file| 01/06/2019
        corrected         | 01/06/2019
        """,
        uasc="""
        CHILD             | DUC        | files
        gone from the file|            | 2020        # without a DUC: 2020, 2021
        found out later   |            | 2021        # 2020, 2021
        corrected         |            | 2020
        corrected         | 01/02/2020 | 2021        # in neither year
        """,
    )
    assert council.figures("children_unaccompanied") == drawn("""
        year | all
        2020 | 2
        2021 | 2
    """)
