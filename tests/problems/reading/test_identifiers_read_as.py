from pathlib import Path

from tests.lib.worked import a_council, drawn


def test_what_identifiers_are_read_as_is_one_row_a_column(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        episodes="""
        CHILD | DECOM
        0012  | 01/06/2020
        AB7   | 01/06/2020
        """,
        iros="""
        iro_id | fte
        IRO 1  | 1
        """,
        escalations="""
        escalation_id | child_id | iro_id | raised_date
        E1            | 12       | iro1   | 01/07/2020
        E2            | ab7      | iro1   | 02/07/2020
        E3            | ab7      |        | 03/07/2020
        """,
    )
    assert council.listed("identifiers_read_as") == drawn("""
        file            | year | row | column   | value
        escalations.csv | 2021 | 1   | child_id | those of the return: 1 in other letter case, 1 without leading zeros
        escalations.csv | 2021 | 1   | iro_id   | those of iros: 1 without spaces or characters that cannot be seen
    """)
    assert council.listed("escalation_of_unknown_child") == []
