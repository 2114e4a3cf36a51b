from pathlib import Path

from tests.lib.worked import a_council, drawn


def test_a_heading_that_the_contract_does_not_know_is_listed_once_at_row_1(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        send="""
        child_id | as_at_date | team   | communication_support
        Sam      | 01/01/2021 | North  | Y   # communication_support is a column of the contract
        Ann      | 01/01/2021 | South  | N
        """,
    )
    assert council.listed("column_not_used") == drawn("""
        file     | year | row | column | value
        send.csv | 2021 | 1   | team   |
    """)
