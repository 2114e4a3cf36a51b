"""health_assessments_due: assessments that the year's own file plans after its last day, of children looked after."""

from pathlib import Path

from tests.lib.worked import a_council, drawn


def test_planned_assessments_of_children_looked_after_count(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        (2021,),
        episodes="""
            CHILD | DECOM      | DEC
            a     | 01/06/2020 |
            b     | 01/06/2020 |
            gone  | 01/06/2020 | 01/03/2021
            """,
        health="""
            child_id | kind                      | due_date   | completed_date | status    | files
            a        | review health assessment  | 08/04/2021 |                | planned   | 2021
            b        | initial health assessment | 31/03/2021 |                | planned   | 2021
            b        | review health assessment  | 09/04/2021 | 30/03/2021     | completed | 2021
            b        | review health assessment  | 10/04/2021 |                | cancelled | 2021
            b        | dental                    | 11/04/2021 |                | planned   | 2021
            gone     | review health assessment  | 08/04/2021 |                | planned   | 2021
            """,
    )
    assert council.figures("health_assessments_due", "week") == drawn("""
        year | 2021-04-05
        2021 | 1
    """)
    assert council.figures("health_assessments_due")[0]["all"] == "1"
