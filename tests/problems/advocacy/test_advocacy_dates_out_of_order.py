from pathlib import Path

from tests.lib.worked import a_council, drawn


def test_offered_started_ended_in_that_order(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        advocacy="""
        child_id | kind                | offered_date | started_date | ended_date
        Sam      | advocate            | 01/06/2020   | 01/06/2020   | 01/06/2020
        Ann      | advocate            | 01/06/2020   | 31/05/2020   |              # row 3: started before
        Bo       | independent visitor | 01/06/2020   | 02/06/2020   | 01/06/2020   # row 4: ended before it started
        Cy       | independent visitor | 01/06/2020   |              | 31/05/2020   # row 5: before it was offered
        Di       | independent visitor |              | 01/06/2020   |
        """,
    )
    assert council.listed("advocacy_dates_out_of_order") == drawn("""
        file         | year | row | column       | value
        advocacy.csv | 2021 | 3   | started_date | 31/05/2020
        advocacy.csv | 2021 | 4   | ended_date   | 01/06/2020
        advocacy.csv | 2021 | 5   | ended_date   | 31/05/2020
    """)
