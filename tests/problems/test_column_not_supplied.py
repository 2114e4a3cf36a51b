from pathlib import Path

from tests.worked import a_council, drawn


def test_a_column_of_the_contract_that_the_file_lacks_is_listed_once_at_row_1(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        (2020, 2021),
        send="""
        child_id | as_at_date | files
        Sam      | 01/01/2020 | 2020
        Sam      | 01/01/2021 | 2021
        """,
        without=["send.disability"],
    )
    # The file has a column primary_need, though no cell of it is filled.
    assert council.listed("column_not_supplied") == drawn("""
        file     | year | row | column     | value
        send.csv | 2020 | 1   | disability |
        send.csv | 2021 | 1   | disability |
    """)
