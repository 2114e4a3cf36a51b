from pathlib import Path

from tests.lib.worked import a_council, drawn


def test_a_child_looked_after_on_no_day_of_twelve_months(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        (2020, 2021),
        episodes="""
        CHILD    | DECOM      | DEC
        Sam      | 01/06/2018 | 01/06/2019
        Ann      | 02/06/2020 |
        """,
        education_plans="""
        child_id | as_at_date | status     | files
        Sam      | 31/05/2020 | up to date | 2021   # looked after on 31 May 2019
        Sam      | 01/06/2020 | up to date | 2021   # row 3: a year after leaving
        Ann      | 01/06/2020 | up to date | 2021   # row 4: the day before care
        Ann      | 02/06/2020 | up to date | 2021
        Ann      | 01/04/2021 | up to date | 2021   # not yet known
        Sam      | 31/03/2021 | none       | 2021   # row 7: the last day
        Sam      | 01/06/2020 | none       | 2020   # superseded
        stranger | 01/06/2020 | up to date | 2021   # listed by another rule
        """,
    )
    assert council.listed("pep_outside_care") == drawn("""
        file                | year | row | column     | value
        education_plans.csv | 2021 | 3   | as_at_date | 01/06/2020
        education_plans.csv | 2021 | 4   | as_at_date | 01/06/2020
        education_plans.csv | 2021 | 7   | as_at_date | 31/03/2021
    """)
