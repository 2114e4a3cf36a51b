from pathlib import Path

from tests.lib.worked import a_council, drawn


def test_contacts_and_allocations_after_the_last_day(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        (2020, 2021),
        iros="""
        iro_id   | left_date  | files
        leaver   | 30/06/2020 | 2020 2021
        returned | 30/06/2019 | 2020        # and is in the newer file without a last day
        returned |            | 2021
        """,
        iro_contacts="""
        iro_id   | child_id | contact_date | kind          | files
        leaver   | Ann      | 30/06/2020   | visit         | 2021    # the last day
        leaver   | Ann      | 01/07/2020   | visit         | 2021    # row 3
        returned | Ann      | 01/07/2020   | visit         | 2021
        """,
        allocations="""
        child_id | iro_id | start_date | end_date   | files
        Ann      | leaver | 01/05/2020 | 01/07/2020 | 2021    # held to the last day
        Ben      | leaver | 01/05/2020 | 02/07/2020 | 2021    # row 3: a day longer
        Cat      | leaver | 01/07/2020 | 01/09/2020 | 2021    # row 4: starts after it
        Dan      | leaver | 01/05/2020 |            | 2021    # row 5: goes on
        """,
    )
    assert council.listed("at_work_after_leaving") == drawn("""
        file             | year | row | column       | value
        allocations.csv  | 2021 | 3   | end_date     | 02/07/2020
        allocations.csv  | 2021 | 4   | start_date   | 01/07/2020
        allocations.csv  | 2021 | 5   | end_date     |
        iro_contacts.csv | 2021 | 3   | contact_date | 01/07/2020
    """)
