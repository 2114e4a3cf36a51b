from pathlib import Path

from tests.lib.worked import a_council, drawn


def test_a_score_that_is_no_whole_number(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        oc2="""
        CHILD | SDQ_SCORE
        Sam   | 14
        Ann   |          # a blank is not listed
        Bea   | twelve   # row 4
        Cy    | 12.0     # read as 12, as other software writes it
        """,
        iros="""
        iro_id | fte  | files
        7      | 0.5  | 2021
        8      | full | 2021   # row 3
        """,
        exclusions="""
        child_id | excluded_date | kind       | days | files
        Sam      | 01/06/2020 | Suspension | 2    | 2021
        Ann      | 02/06/2020 | Suspension | inf  | 2021   # row 3, as other software writes what it divides by 0
        Cy       | 02/06/2020 | Suspension | nan  | 2021   # a blank, as other software writes it
        Bea      | 03/06/2020 | Suspension | 1e23 | 2021   # row 5
        """,
    )
    assert council.listed("not_a_number") == drawn("""
        file           | year | row | column | value
        exclusions.csv | 2021 | 3   | days   | inf
        exclusions.csv | 2021 | 5   | days   | 1e23
        iros.csv       | 2021 | 3   | fte    | full
    """)
    assert council.listed("dfe_180") == drawn("""
        file    | year | row | column    | value
        oc2.csv | 2021 | 4   | SDQ_SCORE | twelve
    """)
