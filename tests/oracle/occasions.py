"""The chain of review occasions of one period of care: a state machine that walks its events by date.

Definitions, sections 3.1 and 3.2.
"""

from dataclasses import dataclass, replace
from datetime import date

from tests.oracle.care import Period
from tests.oracle.days import calendar_days_after, months_after, working_days_after

PLACED_FOR_ADOPTION = ("A3", "A4", "A5", "A6")
NEW_CARERS = ("P", "B")
TWENTY_WORKING_DAYS_FROM = date(2011, 4, 1)
ADOPTION_RULES_FROM = date(2005, 12, 30)

LEAVES, REVIEW, PLACED = 0, 1, 2


@dataclass(frozen=True)
class Occasion:
    """A review that is or was due. `kind` is First, Second, Later or Adoption.

    `first_adoption` marks the first occasion of a placement; `history_missing` the one due on 30 September;
    `left_behind` is the day on which a placement for adoption overtook it.
    """

    kind: str
    due: date
    held: date | None = None
    first_adoption: bool = False
    history_missing: bool = False
    left_behind: date | None = None

    def outcome(self, period: Period, as_at: date) -> str | None:
        """Return on time, late, missed or not known, or None if there is nothing to count."""
        if self.held is not None:
            if self.held > self.due:
                return "late"
            return "not known" if self.history_missing else "on time"
        if self.due <= as_at and period.still_looked_after_at_the_end_of(self.due):
            return "missed"
        return None

    def day_that_counts(self) -> date:
        """Return the day that puts the occasion in a year: held if by the due date, otherwise the due date."""
        return self.held if self.held is not None and self.held <= self.due else self.due

    def overdue_at_the_end_of(self, day: date, period: Period) -> bool:
        """Return whether the review was due by then, not held by then, and the child still looked after."""
        if self.due > day or (self.held is not None and self.held <= day):
            return False
        if self.left_behind is not None and day >= self.left_behind:
            return False
        return period.still_looked_after_at_the_end_of(day)


def first_review_due(start: date) -> date:
    """Return the due date of a period's first review, by the law on the day that it started."""
    if start < TWENTY_WORKING_DAYS_FROM:
        return calendar_days_after(start, 28)
    return working_days_after(start, 20)


def adoption_events(period: Period) -> list[tuple[date, int]]:
    """Return the days on which placements for adoption start (PLACED) and are left (LEAVES)."""
    events = []
    placed_before = False
    for episode in period.episodes:
        placed = episode.placement in PLACED_FOR_ADOPTION
        if placed and (not placed_before or episode.rne in NEW_CARERS):
            events.append((episode.decom, PLACED))
        if placed_before and not placed:
            events.append((episode.decom, LEAVES))
        placed_before = placed
    return events


def occasions_of(period: Period, reviews: list[date], first_day_loaded: date) -> list[Occasion]:
    """Return the period's occasions in order, the pending one last.

    `period` and its counted `reviews` are as known on the as-at day; `first_day_loaded` is F.
    """
    history_missing = period.start < first_day_loaded and not any(day < first_day_loaded for day in reviews)
    if history_missing:
        pending = Occasion("Later", date(first_day_loaded.year, 9, 30), history_missing=True)
    else:
        pending = Occasion("First", first_review_due(period.start))
    placed = False
    chain = []
    # On one day: leaving counts before a review of that day, a placement that starts counts after it.
    for day, event in sorted(adoption_events(period) + [(day, REVIEW) for day in reviews]):
        if event == LEAVES:
            placed = False
        elif event == REVIEW:
            chain.append(replace(pending, held=day))
            pending = _next_occasion(pending, day, placed)
        elif day >= ADOPTION_RULES_FROM and not (history_missing and day < first_day_loaded):
            if pending.due < day:
                chain.append(replace(pending, left_behind=day))
            pending = Occasion("Adoption", calendar_days_after(day, 28), first_adoption=True)
            placed = True
    return [*chain, pending]


def _next_occasion(before: Occasion, held: date, placed: bool) -> Occasion:
    if placed:
        return Occasion("Adoption", months_after(held, 3 if before.first_adoption else 6))
    if before.kind == "First":
        return Occasion("Second", months_after(held, 3))
    return Occasion("Later", months_after(held, 6))
