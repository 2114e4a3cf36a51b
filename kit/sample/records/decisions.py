"""What reviews decided, who was to do it, and when it was done: most by the next review, some never."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

from kit.sample.days import first_day, last_day, months_after, reporting_year_of, shown, working_day_by
from kit.sample.draws import chance, pick, shuffled, spread, stream
from kit.sample.lives.council import Council, Review

# The system holds decisions of reviews from that day on; the first export was made of this year.
RECORDED_FROM, FIRST_YEAR = date(2018, 10, 1), 2020
EXPORTED = {2020: date(2020, 5, 11), 2021: date(2021, 4, 19)}
SOCIAL_WORKER, CARER, NURSE = "Social worker", "Carer", "Nurse for looked after children"
SCHOOL, OFFICER, LEGAL = "Virtual school", "Reviewing officer", "Legal team"
# What was decided, by whom it is done, how often, and in how many days it is done if it is.
DECISIONS = (
    ("Bring the care plan up to date", SOCIAL_WORKER, 0.20, (5, 25, 60, 140)),
    ("Agree the plan for time with family", SOCIAL_WORKER, 0.16, (7, 30, 80, 200)),
    ("Book a dental check", CARER, 0.14, (10, 35, 70, 160)),
    ("Ask for the review health assessment", NURSE, 0.12, (10, 40, 90, 220)),
    ("Bring the education plan up to date", SCHOOL, 0.12, (10, 40, 80, 170)),
    ("Begin life story work", SOCIAL_WORKER, 0.10, (40, 120, 240, 420)),
    ("Refer to the emotional health service", SOCIAL_WORKER, 0.08, (7, 45, 120, 300)),
    ("Visit the child before the next review", OFFICER, 0.08, (20, 60, 110, 175)),
    ("Take advice on ending the order", LEGAL, 0.06, (30, 100, 210, 400)),
    ("Apply for a passport", SOCIAL_WORKER, 0.05, (30, 110, 220, 400)),
)
SHARES = {number: share for number, (_, _, share, _) in enumerate(DECISIONS)}
NUMBERS = {1: 0.72, 2: 0.24, 3: 0.04}
NEVER_DONE = 0.05


def decision_rows(council: Council, year: int) -> list[dict[str, str]] | None:
    """Return the decisions of the year's reviews and older ones not over when it began; None before the first export.

    Not over is a decision that was open, or whose next review was not held.
    """
    if year < FIRST_YEAR:
        return None
    rows = []
    for review, following in _followed(council):
        if not RECORDED_FROM <= review.day <= last_day(year):
            continue
        for decision, owner, due, done in _decided(review):
            over = following and max(following, done or last_day(year)) < first_day(year)
            if reporting_year_of(review.day) == year or not over:
                rows.append(
                    {
                        "child_id": review.child.child_id,
                        "review_date": shown(review.day),
                        "decision": decision,
                        "owner": owner,
                        "due_date": shown(due),
                        "done_date": shown(done if done and done <= EXPORTED[year] else None),
                    }
                )
    return rows


def _followed(council: Council) -> Iterator[tuple[Review, date | None]]:
    """Yield each review with the day of the next of its period of care, if there was one."""
    for review, after in pairwise([*council.reviews, None]):
        assert review is not None
        same = after is not None and after.child is review.child and after.period is review.period
        yield review, after.day if same and after else None


def _decided(review: Review) -> list[tuple[str, str, date, date | None]]:
    rng = stream("decisions", review.child.key, review.day.toordinal())
    numbers = shuffled(rng, range(len(DECISIONS)))[: pick(rng, NUMBERS) - 1]
    first = pick(rng, SHARES)
    chosen = sorted({first, *numbers})
    decided = []
    for number in chosen:
        what, owner, _, days = DECISIONS[number]
        due = working_day_by(months_after(review.day, 1 if days[1] < 40 else 3))
        done = working_day_by(review.day + timedelta(spread(rng, *days)))
        decided.append((what, owner, due, None if chance(rng, NEVER_DONE) else max(done, review.day)))
    return decided
