from pathlib import Path

from tests.lib.worked import a_council, drawn


def test_a_reason_for_ending_without_an_end(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        episodes="""
        CHILD | DECOM      | DEC        | REC
        Sam   | 01/06/2020 | 01/09/2020 | X1
        Ann   | 01/06/2020 |            | X1   # row 3
        Bea   | 01/06/2020 |            |
        """,
    )
    assert council.listed("open_with_reason") == drawn("""
        file         | year | row | column | value
        episodes.csv | 2021 | 3   | REC    | X1
    """)
