from pathlib import Path

import pytest

from kit.errors import KitError
from tests.lib.worked import a_council


def test_a_day_that_is_none_stops_the_run_and_every_such_cell_is_named(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        episodes="""
        CHILD | DECOM      | DEC
        Sam   | 01/06/2020 | 31/03/2021   # a day
        Ann   | 1/6/2020   | 31/11/2020   # row 3: November has 30 days
        """,
        reviews="""
        CHILD | REVIEW
        Sam   | 29/06/20                  # row 2: of which century is 20?
        Sam   | 30/06/2020
        """,
        send="""
        child_id | as_at_date
        Sam      | 01/01/2021
        Sam      | 2021-01-02             # this can mean one day only
        Sam      | 3 Jan 2021 2:30 PM     # and so can this
        Sam      | last week              # row 5
        """,
    )
    with pytest.raises(KitError) as stopped:
        council.figures("children_looked_after")
    assert [message.partition(":")[0] for message in stopped.value.messages] == [
        "episodes.csv (2021), row 3, DEC",
        "reviews.csv (2021), row 2, REVIEW",
        "send.csv (2021), row 5, as_at_date",
    ]
