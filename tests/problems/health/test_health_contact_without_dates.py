from pathlib import Path

from tests.lib.worked import a_council, drawn


def test_planned_for_no_day_until_a_later_file_has_such_a_contact_of_the_child(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        (2019, 2020, 2021),
        health="""
        child_id | kind                      | due_date   | completed_date | status    | files
        Sam      | review health assessment  |            |                | planned   | 2019        # given its day in 2021
        Sam      | review health assessment  | 01/06/2020 |                | planned   | 2021
        Ann      | review health assessment  |            |                | planned   | 2019        # row 3: not of that kind since
        Ann      | dental                    | 01/06/2020 |                | planned   | 2020
        Bo       | review health assessment  |            |                |           | 2019 2020   # row 3 of 2020: still no day
        Cy       | initial health assessment |            |                | completed | 2019        # done, no longer planned
        Cy       | initial health assessment |            | 01/06/2018     | completed | 2020
        Di       | dental                    | 01/06/2019 |                | planned   | 2020        # row 5: of the same file
        Di       | dental                    |            |                | refused   | 2020
        """,
    )
    assert council.listed("health_contact_without_dates") == drawn("""
        file       | year | row | column   | value
        health.csv | 2019 | 3   | due_date |
        health.csv | 2020 | 3   | due_date |
        health.csv | 2020 | 6   | due_date |
    """)


def test_it_is_in_no_figure_and_keeps_none_from_being_put_right(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        (2020, 2021),
        episodes="CHILD | DECOM\nSam | 01/06/2019",
        health="""
        child_id | kind                     | due_date   | completed_date | status    | files
        Sam      | review health assessment |            |                | completed | 2020
        Sam      | review health assessment | 01/06/2020 | 01/05/2020     | completed | 2021
        """,
    )
    assert council.figures("review_health_assessments", "health_outcome") == drawn("""
        year | On time
        2020 | 0
        2021 | 1
    """)
    assert council.listed("health_contact_without_dates") == []
    assert council.listed("health_completed_without_date") == []
