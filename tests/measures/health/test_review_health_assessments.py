"""Review health assessments due in the year on a day in care, by what became of them."""

from pathlib import Path

from tests.lib.worked import a_council, drawn


def test_what_became_of_each(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        episodes="CHILD | DECOM\nSam | 01/06/2018",
        health="""
        child_id | kind                     | due_date   | completed_date | status
        Sam      | review health assessment | 01/06/2020 | 01/06/2020     | completed   # on time
        Sam      | review health assessment | 02/06/2020 | 03/06/2020     | completed   # late
        Sam      | review health assessment | 03/06/2020 | 04/06/2020     | planned     # late: the day counts
        Sam      | review health assessment | 04/06/2020 | 05/06/2020     |             # late
        Sam      | review health assessment | 05/06/2020 |                | planned     # not done
        Sam      | review health assessment | 06/06/2020 |                |             # not done
        Sam      | review health assessment | 07/06/2020 | 01/04/2021     | completed   # not done by 31 March
        Sam      | review health assessment | 08/06/2020 |                | refused
        Sam      | review health assessment | 09/06/2020 | 01/06/2020     | refused
        Sam      | review health assessment | 10/06/2020 |                | cancelled
        Sam      | review health assessment | 11/06/2020 |                | completed   # on which day?
        Sam      | dental                   | 11/06/2020 | 01/06/2020     | completed   # another kind
        unknown  | review health assessment | 01/06/2020 | 01/06/2020     | completed   # not looked after
        """,
    )
    assert council.figures("review_health_assessments", "health_outcome") == drawn("""
        year | Cancelled | Late | Not done | Not recorded | On time | Refused
        2021 | 1         | 3    | 3        | 1            | 1       | 2
    """)
    assert council.figures("review_health_assessments") == drawn("year | all\n2021 | 11")
