"""Occasions on which a review was held after its due date, in the year in which it was due, by the end of that year."""

from pathlib import Path

from tests.lib.worked import a_council, drawn

CARE = """
CHILD | DECOM      | DEC
Ann   | 01/06/2020 |
Ben   | 01/06/2020 |
Cat   | 01/06/2020 |
Dan   | 01/06/2020 | 29/06/2020   # left on the day on which the review was due
"""


def test_late_and_not_held_apart(tmp_path: Path) -> None:
    # 20 working days from 1 June end on 29 June; three months after 29 June end on 29 September.
    council = a_council(
        tmp_path,
        episodes=CARE,
        reviews="""
        CHILD | REVIEW
        Ann   | 29/06/2020   # on time
        Ann   | 30/09/2020   # late; the next is due on 30 March
        Ann   | 30/03/2021   # on time
        Ben   | 30/06/2020   # late; the next, due on 30 September, is not held
        """,
    )  # Cat: the first, due on 29 June, is not held
    assert council.figures("reviews_late", "occasion") == drawn("""
        year | First | Second
        2021 | 1     | 1
    """)
    assert council.figures("reviews_not_held", "occasion") == drawn("""
        year | First | Second
        2021 | 1     | 1
    """)
    # Together they are those of which reasons are given.
    assert council.figures("reviews_late_reasons") == drawn("year | all\n2021 | 4")
    assert council.figures("reviews_on_time") == drawn("year | all\n2021 | 2/6")


def test_a_review_held_after_the_year_was_not_held_in_it(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        (2020, 2021),
        episodes="CHILD | DECOM\nAnn | 02/03/2020",
        reviews="CHILD | REVIEW\nAnn | 06/04/2020",
    )
    # Due on 30 March 2020 and held a week later: late, of the year in which it was due, once that is known.
    assert council.figures("reviews_late") == drawn("year | all\n2020 | 0\n2021 | 0")
    assert council.figures("reviews_not_held", "occasion") == drawn("""
        year | First | Second
        2020 | 1     | 0
        2021 | 0     | 1
    """)


def test_short_breaks_have_no_occasions(tmp_path: Path) -> None:
    council = a_council(tmp_path, episodes="CHILD | DECOM | LS\nAnn | 01/06/2020 | V4")
    assert council.figures("reviews_late") == drawn("year | all\n2021 | 0")
