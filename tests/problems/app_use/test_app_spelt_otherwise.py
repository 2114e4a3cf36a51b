from pathlib import Path

from tests.lib.worked import a_council, drawn


def test_the_rarer_spelling_is_listed(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        (2020, 2021),
        app_use="""
        child_id | app          | submitted_date
        Sam      | MOMO One     | 01/06/2019
        Sam      | Momo-One     | 02/06/2019   # row 3 of 2020
        Sam      | MOMO One     | 01/06/2020
        Sam      | MOMO One     | 02/06/2020
        Sam      | momo  one    | 03/06/2020   # row 4 of 2021
        Sam      | MOMO Express | 04/06/2020   # another app
        """,
    )
    assert council.listed("app_spelt_otherwise") == drawn("""
        file        | year | row | column | value
        app_use.csv | 2020 | 3   | app    | Momo-One
        app_use.csv | 2021 | 4   | app    | momo  one
    """)
