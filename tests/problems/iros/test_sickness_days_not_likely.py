from pathlib import Path

from tests.lib.worked import a_council, drawn


def test_fewer_days_than_none_and_more_than_a_year_has(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        iros="""
        iro_id | fte | sickness_days
        a      | 1   | 0
        b      | 1   | -1      # row 3
        c      | 1   | 262
        d      | 1   | 262.5   # row 5
        e      | 1   |
        """,
    )
    assert council.listed("sickness_days_not_likely") == drawn("""
        file     | year | row | column        | value
        iros.csv | 2021 | 3   | sickness_days | -1.0
        iros.csv | 2021 | 5   | sickness_days | 262.5
    """)
