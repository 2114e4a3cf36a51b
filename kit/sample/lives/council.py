"""The made-up council as it truly is, before anyone types it into a system."""

from dataclasses import dataclass
from datetime import date
from functools import cache

from kit.sample.lives.diary import Diary, add_reviews_in_gaps, book_all_reviews
from kit.sample.lives.iros import Officer, officer_on
from kit.sample.lives.lateness import hold_some_late, miss_some
from kit.sample.lives.people import Child, Period
from kit.sample.lives.population import make_children


@dataclass(frozen=True)
class Review:
    """A review that was held."""

    child: Child
    period: Period
    day: date
    due: date
    number: int
    why_late: str | None
    first_booked: date | None

    @property
    def key(self) -> tuple[str, date]:
        return self.child.child_id, self.day

    @property
    def officer(self) -> Officer:
        return officer_on(self.child.family, self.period.start, self.day)


@dataclass(frozen=True)
class Council:
    """Every child, in the order of coming into care, and every review, by child number and day."""

    children: tuple[Child, ...]
    reviews: tuple[Review, ...]


@cache
def make_council() -> Council:
    """Return the made-up council: the same on every call and every platform."""
    children = make_children()
    diaries = add_reviews_in_gaps(miss_some(hold_some_late(book_all_reviews(children))))
    reviews = sorted((review for diary in diaries for review in _reviews(diary)), key=lambda each: each.key)
    return Council(tuple(children), tuple(reviews))


def _reviews(diary: Diary) -> list[Review]:
    return [
        Review(diary.child, diary.period, day, due, n, diary.why_late.get(day), diary.first_booked.get(day))
        for n, (day, due) in enumerate(zip(diary.days, diary.due(), strict=True), start=1)
    ]
