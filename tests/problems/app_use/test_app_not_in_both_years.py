from pathlib import Path

from tests.lib.worked import a_council, drawn


def test_an_app_that_comes_and_one_that_goes(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        (2018, 2019, 2020, 2021),
        app_use="""
        child_id | app      | submitted_date
        Sam      | Old App  | 01/06/2017     # the first file: nothing to compare it with
        Sam      | MOMO One | 01/06/2017
        Sam      | MOMO One | 01/06/2019     # 2019 has no file, so 2020 is compared with 2018: Old App is gone
        Sam      | MOMO One | 01/06/2020
        Sam      | Tell Us  | 02/06/2020     # row 3 of 2021: new
        Ann      | Tell Us  | 03/06/2020     # listed once
        """,
    )
    assert council.listed("app_not_in_both_years") == drawn("""
        file        | year | row | column | value
        app_use.csv | 2020 | 1   | app    | Old App
        app_use.csv | 2021 | 3   | app    | Tell Us
    """)
