from pathlib import Path

from tests.lib.worked import a_council, drawn


def test_blank_or_unknown(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        (2020, 2021),
        episodes="CHILD | DECOM\nAnn | 01/06/2019",
        missing="""
        CHILD | MISSING | MIS_START  | files
        Ann   | M       | 01/06/2020 | 2021
        Ann   | a       | 02/06/2020 | 2021
        Ann   |         | 03/06/2020 | 2021   # row 4
        Ann   | X       | 04/06/2020 | 2021   # row 5
        Ann   |         | 01/06/2019 | 2020
        Ann   | M       | 01/06/2019 | 2021   # newer: the blank one is superseded
        """,
    )
    assert council.listed("missing_without_code") == drawn("""
        file        | year | row | column  | value
        missing.csv | 2021 | 4   | MISSING |
        missing.csv | 2021 | 5   | MISSING |
    """)


def test_nothing_is_missing_from_a_file_without_the_column(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        episodes="CHILD | DECOM\nAnn | 01/06/2019",
        missing="CHILD | MIS_START\nAnn | 01/06/2020",
        without=["missing.MISSING"],
    )
    assert council.listed("missing_without_code") == []
