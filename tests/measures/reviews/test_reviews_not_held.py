"""Occasions that fell due in the year without a review by its last day, while the child was still looked after."""

from pathlib import Path

import pytest

from tests.lib.worked import a_council, drawn


@pytest.mark.parametrize(("left", "number"), [("", "1"), ("30/06/2020", "1"), ("29/06/2020", "0"), ("28/06/2020", "0")])
def test_due_on_29_june_and_the_child_there_at_the_end_of_that_day(tmp_path: Path, left: str, number: str) -> None:
    rows = f"CHILD | DECOM | DEC\nAnn | 01/06/2020 | {left}"
    council = a_council(tmp_path, episodes=rows)
    assert council.figures("reviews_not_held") == [{"year": "2021", "all": number}]


def test_one_long_gap_is_one_review_not_held(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        (2019, 2020, 2021),
        episodes="CHILD | DECOM\nAnn | 01/06/2018",
        reviews="CHILD | REVIEW\nAnn | 29/06/2018   # the second is due on 29 September 2018, and never held",
    )
    assert council.figures("reviews_not_held") == drawn("year | all\n2019 | 1\n2020 | 0\n2021 | 0")
    assert council.figures("reviews_late") == drawn("year | all\n2019 | 0\n2020 | 0\n2021 | 0")


def test_what_may_have_been_held_before_the_first_loaded_year_is_not_counted(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        episodes="CHILD | DECOM | RNE\nAnn | 01/06/2015 | S\nBen | 01/06/2015 | S",
        reviews="CHILD | REVIEW\nAnn | 30/09/2020",
    )
    # Both are first known to be due on 30 September: Ann's is held by then (not known), Ben's is not held.
    # Ann's next, six months on, is due on 30 March and not held.
    assert council.figures("reviews_not_held", "occasion") == drawn("year | Later\n2021 | 2")
