from pathlib import Path

from tests.lib.worked import a_council, drawn


def test_due_before_care_or_after_it(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        (2020, 2021),
        episodes="""
        CHILD | DECOM      | DEC
        Sam   | 01/06/2020 | 01/08/2020
        """,
        health="""
        child_id | kind   | due_date   | status    | files
        Sam      | dental | 31/05/2020 | completed | 2021   # row 2: the day before
        Sam      | dental | 01/06/2020 | completed | 2021   # the first day
        Sam      | dental | 31/07/2020 | completed | 2021
        Sam      | dental | 01/08/2020 | completed | 2021   # row 5: no longer looked after
        Sam      | dental | 01/04/2021 | planned   | 2021   # not yet due
        Sam      | dental | 31/03/2021 | planned   | 2021   # row 7: due on the last day
        Sam      | dental | 01/06/2019 | completed | 2020   # row 2 of the older file
        Sam      | dental | 31/05/2020 | planned   | 2020   # superseded
        Sam      | dental |            | completed | 2021   # done without having been planned
        stranger | dental | 01/06/2020 | completed | 2021   # listed by another rule
        """,
    )
    assert council.listed("health_contact_outside_care") == drawn("""
        file       | year | row | column   | value
        health.csv | 2020 | 2   | due_date | 01/06/2019
        health.csv | 2021 | 2   | due_date | 31/05/2020
        health.csv | 2021 | 5   | due_date | 01/08/2020
        health.csv | 2021 | 7   | due_date | 31/03/2021
    """)
