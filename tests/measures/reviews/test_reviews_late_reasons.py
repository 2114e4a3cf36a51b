"""Late and missed occasions by reason."""

from pathlib import Path

from tests.lib.worked import a_council, drawn

# Care began on 1 June 2020 for all: the first review is due on 29 June, and none is left to be due in the year.
EPISODES = """
    CHILD              | DECOM      | DEC
    on time            | 01/06/2020 | 01/08/2020
    late, sickness     | 01/06/2020 | 01/08/2020
    late, again        | 01/06/2020 | 01/08/2020
    late, no reason    | 01/06/2020 | 01/08/2020
    late, no details   | 01/06/2020 | 01/08/2020
    missed             | 01/06/2020 | 01/08/2020
"""
REVIEWS = """
    CHILD              | REVIEW
    on time            | 29/06/2020
    late, sickness     | 30/06/2020
    late, again        | 01/07/2020
    late, no reason    | 30/06/2020
    late, no details   | 30/06/2020
"""


def test_a_missed_one_was_not_held_and_a_late_one_without_a_reason_is_not_recorded(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        episodes=EPISODES,
        reviews=REVIEWS,
        review_details="""
        child_id           | review_date | late_reason
        on time            | 29/06/2020  | Bereavement   # not late: no reason is asked for
        late, sickness     | 30/06/2020  | Sickness
        late, again        | 01/07/2020  | Sickness
        late, no reason    | 30/06/2020  |
        """,
    )
    assert council.figures("reviews_late_reasons") == drawn("""
        year | all
        2021 | 5
    """)
    assert council.figures("reviews_late_reasons", "late_reason") == drawn("""
        year | Sickness | Not recorded | Not held
        2021 | 2        | 2            | 1
    """)


def test_without_review_details_the_whole_is_counted_and_the_reasons_are_not_supplied(tmp_path: Path) -> None:
    council = a_council(tmp_path, episodes=EPISODES, reviews=REVIEWS)
    assert council.figures("reviews_late_reasons") == drawn("""
        year | all
        2021 | 5
    """)
    # No category is known if the column is not supplied.
    assert council.figures("reviews_late_reasons", "late_reason") == []


def test_a_year_does_not_know_that_a_review_was_held_after_it(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        (2020, 2021),
        episodes="""
        CHILD          | DECOM      | DEC
        over the year  | 28/02/2020 | 01/05/2020
        in the year    | 28/01/2020 | 01/05/2020
        """,
        reviews="""
        CHILD          | REVIEW
        over the year  | 06/04/2020   # due 27 March 2020: in 2020 it was not held
        in the year    | 31/03/2020   # due 25 February 2020: late
        """,
        review_details="""
        child_id       | review_date | late_reason
        over the year  | 06/04/2020  | Sickness
        in the year    | 31/03/2020  | Sickness
        """,
    )
    assert council.figures("reviews_late_reasons", "late_reason") == drawn("""
        year | Sickness | Not held
        2020 | 1        | 1
        2021 | 0        | 0
    """)
