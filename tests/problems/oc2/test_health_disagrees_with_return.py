from pathlib import Path

from tests.lib.worked import a_council, drawn


def test_one_says_yes_and_the_other_no(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        (2020, 2021),
        oc2="""
        CHILD       | HEALTH_ASSESSMENT | TEETH_CHECK | files
        agree       | 1                 | 0           | 2021
        return only | 1                 | 1           | 2021   # row 3, twice
        extract     | 0                 | 0           | 2021   # row 4, twice
        blank       |                   |             | 2021
        earlier     | 1                 | 1           | 2020   # the extract was not supplied
        """,
        health="""
        child_id    | kind                      | due_date   | completed_date | status    | files
        agree       | initial health assessment | 01/06/2020 | 01/06/2020     | completed | 2021
        return only | review health assessment  | 01/06/2020 | 31/03/2020     | completed | 2021   # the year before
        return only | dental                    | 01/06/2020 | 01/06/2020     | refused   | 2021
        extract     | review health assessment  | 01/06/2020 | 31/03/2021     | completed | 2021
        extract     | dental                    | 01/06/2020 | 01/04/2020     | completed | 2021
        blank       | dental                    | 01/06/2020 | 01/04/2020     | completed | 2021
        """,
    )
    assert council.listed("health_disagrees_with_return") == drawn("""
        file    | year | row | column            | value
        oc2.csv | 2021 | 3   | HEALTH_ASSESSMENT | 1
        oc2.csv | 2021 | 3   | TEETH_CHECK       | 1
        oc2.csv | 2021 | 4   | HEALTH_ASSESSMENT | 0
        oc2.csv | 2021 | 4   | TEETH_CHECK       | 0
    """)
