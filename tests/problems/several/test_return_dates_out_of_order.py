from pathlib import Path

from tests.lib.worked import a_council, drawn


def test_files_of_the_return_that_no_figure_reads_to_the_end(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        missing="""
        CHILD | MISSING | MIS_START  | MIS_END
        Sam   | M       | 02/06/2020 | 01/06/2020   # row 2
        Ann   | M       | 02/06/2020 | 02/06/2020   # back the same day
        Bo    | M       | 02/06/2020 |
        """,
        placed_for_adoption="""
        CHILD | DATE_PLACED | DATE_PLACED_CEASED
        Sam   | 02/06/2020  | 03/06/2020
        Ann   | 02/06/2020  | 01/06/2020   # row 3
        """,
        dolo="""
        CHILD | DOLO_START | DOLO_END
        Sam   | 02/06/2020 | 01/05/2020   # row 2
        """,
    )
    assert council.listed("return_dates_out_of_order") == drawn("""
        file                    | year | row | column             | value
        dolo.csv                | 2021 | 2   | DOLO_END           | 01/05/2020
        missing.csv             | 2021 | 2   | MIS_END            | 01/06/2020
        placed_for_adoption.csv | 2021 | 3   | DATE_PLACED_CEASED | 01/06/2020
    """)
