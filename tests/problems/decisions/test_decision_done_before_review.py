from pathlib import Path

from tests.lib.worked import a_council, drawn


def test_done_or_due_before_it_was_decided(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        decisions="""
        child_id | review_date | decision        | due_date   | done_date
        Sam      | 02/06/2020  | See the dentist | 02/06/2020 | 02/06/2020
        Ann      | 02/06/2020  | See the dentist | 02/08/2020 | 01/06/2020   # row 3
        Ann      | 02/06/2020  | Visit the farm  | 01/06/2020 |              # row 4
        """,
    )
    assert council.listed("decision_done_before_review") == drawn("""
        file          | year | row | column    | value
        decisions.csv | 2021 | 3   | done_date | 01/06/2020
        decisions.csv | 2021 | 4   | due_date  | 01/06/2020
    """)
