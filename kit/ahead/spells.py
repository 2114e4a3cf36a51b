"""Spells of waiting for a review: what the work of coming weeks is worked out from. No child is named in them.

A spell begins when a review is held, a period of care starts or a placement for adoption does, and ends when the next
review is held or the child leaves. How long before its due day a review is held is read from past spells.
"""

from dataclasses import dataclass
from datetime import date

from kit.warehouse.warehouse import Warehouse

# What a review is waited for: the first of a chain, the second, and later ones.
REVIEW_KINDS = FIRST, SECOND, LATER = 0, 1, 2
# In about how many days a review is due: after the start (20 working days), after the first review, after later ones.
AFTER_START, AFTER_FIRST, AFTER_LATER = 28, 91, 183
SPELLS = """
    WITH events AS (
        SELECT
            review_events.care_number,
            review_events.day,
            review_events.turn,
            review_events.next_rule,
            review_events.next_due_day,
            lead(review_events.turn) OVER in_order AS next_turn,
            lead(review_events.day) OVER in_order AS next_day,
            periods_of_care.end_day
        FROM review_events
        JOIN periods_of_care USING (care_number)
        WHERE periods_of_care.is_newest
        WINDOW in_order AS (PARTITION BY review_events.care_number ORDER BY review_events.day, review_events.turn)
    )
    SELECT
        CASE
            WHEN next_rule IN ('first', 'adoption first') THEN 0
            WHEN next_rule IN ('second', 'adoption second') THEN 1
            ELSE 2
        END AS waits_for,
        turn <> 1 AS arrives,
        day AS start,
        next_due_day AS due,
        CASE WHEN next_turn IS NULL THEN end_day ELSE next_day END AS stop,
        coalesce(next_turn = 1, FALSE) AS held
    FROM events
    ORDER BY ALL
"""


@dataclass(frozen=True, slots=True)
class Spell:
    """A time of waiting for a review that is due on the day `due`: from `start` to the day `stop`, None if it goes on.

    It ends with the review (`held`) or without. `arrives` is true for the first of a chain: a child came into care, or
    was placed for adoption.
    """

    waits_for: int
    arrives: bool
    start: date
    due: date
    stop: date | None
    held: bool


def read_spells(warehouse: Warehouse) -> list[Spell]:
    """Return every spell of the newest past, in one order."""
    return [Spell(*row) for row in warehouse.query(SPELLS).iter_rows()]
