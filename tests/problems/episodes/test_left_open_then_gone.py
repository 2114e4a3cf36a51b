from pathlib import Path

from tests.lib.worked import a_council, drawn


def test_open_in_one_years_file_and_absent_from_the_next(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        (2019, 2020, 2021),
        episodes="""
        CHILD           | DECOM      | RNE | DEC        | files
        gone in 2020    | 01/06/2018 | S   |            | 2019             # row 2 of 2019
        gone in 2021    | 01/06/2018 | S   |            | 2019 2020        # the row that holds is 2020's: row 2
        still there     | 01/06/2018 | S   |            | 2019 2020 2021
        ended, then gone| 01/06/2018 | S   | 01/02/2020 | 2020
        open at the end | 01/06/2020 | S   |            | 2021
        corrected       | 01/03/2020 | S   |            | 2020             # another rule
        corrected       | 08/03/2020 | S   |            | 2021
        """,
    )
    assert council.listed("left_open_then_gone") == drawn("""
        file         | year | row | column | value
        episodes.csv | 2019 | 2   | DEC    |
        episodes.csv | 2020 | 2   | DEC    |
    """)
