"""Children looked after on 31 March with an occasion of that period overdue at the end of that day."""

from pathlib import Path

from tests.lib.worked import a_council, drawn


def test_due_by_31_march_and_not_held_by_then(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        episodes="""
        CHILD                  | DECOM      | DEC
        due on 31 March        | 03/03/2021 |              # the 20th working day: 1
        due on 1 April         | 04/03/2021 |
        held on 31 March       | 03/03/2021 |
        left on 31 March       | 01/02/2021 | 31/03/2021   # due 1 March, but not looked after
        came back              | 01/06/2020 | 01/08/2020   # overdue in an earlier period only
        came back              | 01/03/2021 |
        long overdue           | 01/06/2020 |              # due 29 June and never held: 1
        not known, held        | 01/06/2018 |
        not known, not held    | 01/06/2018 |              # due 30 September: 1
        """,
        reviews="""
        CHILD                  | REVIEW
        held on 31 March       | 31/03/2021
        came back              | 29/03/2021
        not known, held        | 01/05/2020
        not known, held        | 30/10/2020   # then due 30 April 2021
        """,
    )
    assert council.figures("children_overdue") == drawn("""
        year | all
        2021 | 3
    """)


def test_a_year_does_not_know_a_review_after_it_and_a_placement_leaves_the_occasion_behind(tmp_path: Path) -> None:
    # From 28 February 2020 the first review is due on 27 March 2020.
    council = a_council(
        tmp_path,
        (2020, 2021),
        episodes="""
        CHILD              | DECOM      | RNE | PLACE | DEC
        held on 1 April    | 28/02/2020 | S   | U6    | 01/06/2020   # overdue at the end of 31 March 2020: 1
        placed on 31 March | 28/02/2020 | S   | U6    | 31/03/2020
        placed on 31 March | 31/03/2020 | P   | A3    | 01/06/2020   # no longer overdue that day
        placed on 1 April  | 28/02/2020 | S   | U6    | 01/04/2020   # overdue at the end of 31 March: 1
        placed on 1 April  | 01/04/2020 | P   | A3    | 01/06/2020
        """,
        reviews="""
        CHILD              | REVIEW
        held on 1 April    | 01/04/2020
        """,
    )
    assert council.figures("children_overdue") == drawn("""
        year | all
        2020 | 2
        2021 | 0
    """)
