"""What became of the reviews that were pending on 31 March of earlier years, as the years after tell it.

Two ways to look, and why they differ: by the chain (a review held in another period of care is the first of another
chain, and a placement for adoption replaces what was pending), or by the child (the next counted review within a year,
whichever it is).
"""

from collections import Counter

import pytest

from kit.intake.take_in import take_in
from kit.paths import Places
from kit.settings.load import load_settings
from kit.warehouse.warehouse import Warehouse
from kit.years import reporting_year

BECAME = """
    SELECT
        pending_reviews.reporting_year,
        pending_reviews.due_day,
        min(same.review_day) AS next_of_period,
        min(placed.day) AS placed_day,
        min(held.review_date) AS next_of_child
    FROM pending_reviews
    JOIN periods_of_care AS newest
        ON newest.child_id = pending_reviews.child_id
        AND newest.is_newest
        AND newest.start_day <= pending_reviews.as_at
        AND (newest.end_day IS NULL OR newest.end_day > pending_reviews.as_at)
    LEFT JOIN reviews_in_care AS same
        ON same.care_number = newest.care_number AND same.review_day > pending_reviews.as_at
    LEFT JOIN review_events AS placed
        ON placed.care_number = newest.care_number AND placed.turn = 2 AND placed.day > pending_reviews.as_at
    LEFT JOIN held_reviews AS held
        ON held.child_id = pending_reviews.child_id
        AND held.period IS NOT NULL
        AND held.review_date > pending_reviews.as_at
        AND held.review_date <= pending_reviews.as_at + INTERVAL 1 YEAR
    GROUP BY pending_reviews.reporting_year, pending_reviews.child_id, pending_reviews.due_day
"""


@pytest.fixture(scope="module")
def pending(sample: Places) -> list[dict]:
    intake = take_in(sample, 2021)
    with Warehouse(intake, map(reporting_year, intake.years), load_settings(sample, 2021).timescales) as warehouse:
        return warehouse.query(BECAME).to_dicts()


def by_child(row: dict) -> str:
    held = row["next_of_child"]
    return "none" if held is None else "on time" if held <= row["due_day"] else "late"


def by_chain(row: dict) -> str:
    held, placed, due = row["next_of_period"], row["placed_day"], row["due_day"]
    if placed is not None and placed <= due and (held is None or placed < held):
        return "replaced"
    return "none" if held is None else "on time" if held <= due else "late"


@pytest.mark.parametrize(
    ("year", "children", "chains"),
    [
        # On time, late, none; and by the chain on time, late, replaced, none.
        (2017, (401, 21, 30), (398, 21, 3, 30)),
        (2018, (419, 7, 34), (415, 6, 4, 35)),
        (2019, (423, 14, 31), (421, 13, 2, 32)),
        (2020, (412, 27, 41), (407, 26, 4, 43)),
    ],
)
def test_what_became_of_the_pending(
    pending: list[dict], year: int, children: tuple[int, ...], chains: tuple[int, ...]
) -> None:
    rows = [row for row in pending if row["reporting_year"] == year]
    found = Counter(map(by_child, rows))
    assert (found["on time"], found["late"], found["none"]) == children
    found = Counter(map(by_chain, rows))
    assert (found["on time"], found["late"], found["replaced"], found["none"]) == chains
    assert sum(chains) == sum(children) == len(rows)
    # They differ by these alone: a review of the child's next time in care, and one held after a new placement.
    moved = Counter((by_child(row), by_chain(row)) for row in rows if by_child(row) != by_chain(row))
    assert set(moved) <= {("on time", "replaced"), ("on time", "none"), ("late", "none")}
    assert moved["on time", "replaced"] == chains[2]
