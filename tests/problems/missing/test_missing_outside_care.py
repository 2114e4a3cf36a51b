from pathlib import Path

from tests.lib.worked import a_council, drawn


def test_a_child_looked_after_on_no_day_of_the_year_of_the_time(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        (2020, 2021),
        episodes="""
        CHILD        | DECOM      | LS | DEC
        Ann          | 01/06/2019 | C2 | 01/04/2020
        Ben          | 01/06/2019 | C2 | 02/04/2020
        short breaks | 01/06/2019 | V4 |
        """,
        missing="""
        CHILD        | MISSING | MIS_START  | files
        Ann          | M       | 01/06/2019 | 2020
        Ann          | M       | 01/04/2020 | 2021   # row 2: left as the year began
        Ann          | A       | 02/04/2020 | 2021   # away: in no figure anyway
        Ben          | M       | 01/06/2020 | 2021   # looked after on 1 April
        short breaks | M       | 01/06/2020 | 2021   # row 5
        stranger     | M       | 01/06/2020 | 2021   # row 6: a child of no episode
        Ann          | M       | 01/04/2021 | 2021   # not yet known
        """,
    )
    assert council.listed("missing_outside_care") == drawn("""
        file        | year | row | column    | value
        missing.csv | 2021 | 2   | MIS_START | 01/04/2020
        missing.csv | 2021 | 5   | MIS_START | 01/06/2020
        missing.csv | 2021 | 6   | MIS_START | 01/06/2020
    """)
