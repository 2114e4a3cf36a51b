"""What is known of a council at the end of one reporting year, and nothing later (definitions, section 1)."""

from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from itertools import groupby

from tests.oracle.care import Period, counted_reviews, periods_of
from tests.oracle.days import age_on, first_day_of, same_day_in
from tests.oracle.occasions import Occasion, occasions_of
from tests.oracle.reading import Council, Details, Escalation, Review, Send

Limit = tuple[str, int]


@dataclass(frozen=True)
class KnownYear:
    """One reporting year: its days, and the rows known at its end."""

    year: int
    first_day: date
    last_day: date
    council: Council
    supplied: set[str]
    record_limit: Limit
    periods: list[Period]
    reviews: list[tuple[Review, Period]]
    occasions: dict[Period, list[Occasion]]
    escalations: list[Escalation]

    def has(self, day: date | None) -> bool:
        """Return whether the day is in the year."""
        return day is not None and self.first_day <= day <= self.last_day

    @cached_property
    def periods_by_child(self) -> dict[str, list[Period]]:
        """Return each child's periods of care, in order."""
        return {child: list(its) for child, its in groupby(self.periods, key=lambda period: period.child)}

    def looked_after_at_the_end(self) -> list[Period]:
        """Return the periods of the children looked after on 31 March."""
        return [period for period in self.periods if period.looked_after_on(self.last_day)]

    def looked_after_in_the_year(self) -> list[str]:
        """Return the children looked after on any day of the year: if on any, then on the first of it in the period."""
        there = {p.child for p in self.periods if p.looked_after_on(max(p.start, self.first_day))}
        return sorted(there)

    def born(self, child: str) -> date | None:
        """Return header's date of birth, otherwise that of the child's newest known review which has one."""
        if child in self.council.children and self.council.children[child].born is not None:
            return self.council.children[child].born
        told = [r.born for r in self.council.reviews_by_child.get(child, []) if r.held <= self.last_day and r.born]
        return told[-1] if told else None

    def age(self, child: str, day: date) -> int | None:
        """Return the child's age on the day, or None if the date of birth is not known."""
        born = self.born(child)
        return None if born is None else age_on(born, day)

    def age_at(self, review: Review) -> int | None:
        """Return the age at a review: header's date of birth, otherwise that of the review's own row."""
        header = self.council.children.get(review.child)
        born = header.born if header is not None and header.born is not None else review.born
        return None if born is None else age_on(born, review.held)

    def details(self, review: Review) -> Details | None:
        """Return the review_details row of a review."""
        return self.council.details.get((review.child, review.held))

    def send_record(self, child: str) -> Send | None:
        """Return the child's SEND record with the latest as_at_date up to the end of the year."""
        records = self.council.send_by_child.get(child, [])
        known = [record for record in records if record.as_at <= self.last_day]
        return known[-1] if known else None


def know(council: Council, year: int, record_limit: Limit, as_at: date | None = None) -> KnownYear:
    """Return what is known of the council on 31 March of `year`, or on the same day of it as `as_at`."""
    first_day, last_day = first_day_of(year), same_day_in(year, as_at)
    first_day_loaded = first_day_of(council.years[0])
    all_periods: list[Period] = []
    all_reviews: list[tuple[Review, Period]] = []
    occasions: dict[Period, list[Occasion]] = {}
    for child in sorted(council.episodes_by_child):
        periods = periods_of(council, child, last_day)
        reviews = counted_reviews(council, child, periods, last_day)
        all_periods += periods
        all_reviews += reviews
        for period in periods:
            held = [review.held for review, its_period in reviews if its_period is period]
            occasions[period] = occasions_of(period, held, first_day_loaded)
    escalations = [_as_known(e, last_day) for _, e in sorted(council.escalations.items()) if e.raised <= last_day]
    return KnownYear(
        year=year,
        first_day=first_day,
        last_day=last_day,
        council=council,
        supplied=council.supplied[year] | council.own.supplied[year] | _set_by(council, year),
        record_limit=record_limit,
        periods=all_periods,
        reviews=all_reviews,
        occasions=occasions,
        escalations=escalations,
    )


def _as_known(escalation: Escalation, last_day: date) -> Escalation:
    if escalation.resolved is not None and escalation.resolved > last_day:
        escalation = replace(escalation, resolved=None, resolved_stage="", outcome="")
    if escalation.learning_shared is not None and escalation.learning_shared > last_day:
        escalation = replace(escalation, learning_shared=None)
    return escalation


def _set_by(council: Council, year: int) -> set[str]:
    return {"council.establishment" for first in council.settings.establishment if first <= year}
