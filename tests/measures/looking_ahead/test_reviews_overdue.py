"""reviews_overdue: what was due by the last day and not held, and of which officer."""

from pathlib import Path

from tests.lib.worked import a_council, drawn


def test_overdue_is_what_was_due_by_the_day_itself_and_not_held(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        (2020, 2021),
        episodes="""
            CHILD  | DECOM      | DEC
            on_day | 03/03/2020 |
            before | 02/03/2020 | 05/05/2020
            after  | 04/03/2020 |
            """,
        reviews="""
            CHILD  | REVIEW
            after  | 01/04/2020
            on_day | 01/04/2020
            """,
    )
    # 20 working days after 3 March 2020 end on 31 March. Both reviews of April come too late for the year.
    assert council.figures("reviews_overdue") == drawn("""
        year | all
        2020 | 2
        2021 | 2
    """)
    assert council.figures("reviews_overdue", "occasion") == drawn("""
        year | First | Second
        2020 | 2     | 0
        2021 | 0     | 2
    """)
