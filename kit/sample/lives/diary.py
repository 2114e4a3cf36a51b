"""The diary of reviews: booked by the statutory rule, usually somewhat before the due date."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from kit.sample.days import first_day, last_day, months_after, working_day_by, working_days_after
from kit.sample.draws import chance, pick, shuffled, spread, stream
from kit.sample.lives.people import ADOPTIVE, Child, Period
from kit.sample.targets import FIRST_YEAR, LAST_YEAR, REVIEWS_HELD, YEARS

BREAKDOWNS = ("CREQB", "CREQO", "CHILD", "ALLEG", "STAND")
LAST_BOOKED = last_day(LAST_YEAR) + timedelta(60)


EARLY = {"First": (0, 2, 5, 9), "Second": (1, 6, 14, 28), "Adoption": (0, 3, 8, 14)}
EARLY_LATER = {(2, 9, 16, 30): 0.74, (31, 55, 80): 0.16, (80, 100, 125): 0.10}


@dataclass(frozen=True)
class Diary:
    """The reviews of one period of care, in order.

    Of those held late, `why_late` holds the reason that was recorded and `first_booked` the day first agreed.
    """

    child: Child
    period: Period
    days: tuple[date, ...]
    why_late: Mapping[date, str] = field(default_factory=dict)
    first_booked: Mapping[date, date] = field(default_factory=dict)

    def due(self) -> list[date]:
        """Return the day by which each review was due."""
        return _chain(self.period, self.days)[:-1]

    def occasions(self) -> list[str]:
        """Return what each review was: First, Second, Later or Adoption."""
        return [occasion for _, occasion in _occasions(self.period, self.days)][:-1]

    def with_day(self, day: date, instead_of: date | None = None) -> "Diary":
        """Return the diary with a review more, or moved."""
        return replace(self, days=tuple(sorted([*(each for each in self.days if each != instead_of), day])))


def _chain(period: Period, days: Sequence[date]) -> list[date]:
    """Return when each review was due, and at the end when the next one is."""
    return [due for due, _ in _occasions(period, days)]


def _occasions(period: Period, days: Sequence[date]) -> list[tuple[date, str]]:
    placed = period.adoption_starts()
    occasions = [(working_days_after(period.start, 20), "First")]
    in_chain = 0
    for day in days:
        while placed and placed[0] < day:
            occasions[-1], in_chain = (placed.pop(0) + timedelta(28), "Adoption"), 0
        in_chain += 1
        before = occasions[-1][1]
        if before == "Adoption" and period.episode_on(day).stay.code in ADOPTIVE:
            occasions.append((months_after(day, 3 if in_chain == 1 else 6), "Adoption"))
        elif before == "First":
            occasions.append((months_after(day, 3), "Second"))
        else:
            occasions.append((months_after(day, 6), "Later"))
    return occasions


def book_reviews(child: Child, number: int) -> Diary:
    """Return the diary of a child's period of care if every review is held on time."""
    period = child.periods[number]
    rng = stream("reviews", child.key, number)
    placements = period.adoption_starts()
    breakdowns = [
        after.start
        for before, after in zip(period.episodes, period.episodes[1:], strict=False)
        if before.reason in BREAKDOWNS
    ]
    days: list[date] = []
    while True:
        last = days[-1] if days else period.start
        due, occasion = _occasions(period, days)[-1]
        early = EARLY[occasion] if occasion in EARLY else pick(rng, EARLY_LATER)
        day = due - timedelta(spread(rng, *early))
        urgent = next((each for each in breakdowns if each > last + timedelta(40)), None)
        if urgent and chance(rng, 0.30):
            day = min(day, urgent + timedelta(spread(rng, 6, 14, 28)))
        placed = next((each for each in placements if each >= last), None)
        if placed and placed < day and (placed > last or not days):
            day = placed + timedelta(28 - spread(rng, 0, 4, 9, 18))
        day = _office_day(day)
        while day > last and period.is_away(day):
            day = _office_day(day - timedelta(1))
        day = day if day > last else working_days_after(last, 3)
        if day > min(period.end, LAST_BOOKED):
            return Diary(child, period, tuple(days))
        days.append(day)


def _office_day(day: date) -> date:
    """Return a working day on or before `day`, not in the days around Christmas."""
    if (day.month, day.day) >= (12, 22):
        day = day.replace(day=21)
    elif (day.month, day.day) <= (1, 3):
        day = date(day.year - 1, 12, 21)
    return working_day_by(day)


def book_all_reviews(children: list[Child]) -> list[Diary]:
    """Return the diary of every period of care of which the years of the return hold a part."""
    return [
        book_reviews(child, n)
        for child in children
        for n, period in enumerate(child.periods)
        if period.start <= last_day(LAST_YEAR) and period.end >= first_day(FIRST_YEAR)
    ]


def add_reviews_in_gaps(diaries: list[Diary]) -> list[Diary]:
    """Return the diaries with further reviews in the middle of long gaps, up to each year's number in `REVIEWS_HELD`.

    Only gaps that end in a review held on time are used, so that nothing else about timeliness changes.
    """
    diaries = list(diaries)
    for year in YEARS:
        first, last = first_day(year), last_day(year)
        wanting = REVIEWS_HELD[year] - sum(first <= day <= last for d in diaries for day in d.days)
        assert wanting >= 0, f"{-wanting} reviews too many in {year}"
        gaps = [
            (n, before, after)
            for n, diary in enumerate(diaries)
            for before, after in zip(diary.days, diary.days[1:], strict=False)
            if (after - before).days >= 130 and after not in diary.why_late
        ]
        # The topic names the draws alone: another word would draw other gaps.
        for n, before, after in shuffled(stream("midway", year), gaps):
            day = _office_day(before + (after - before) / 2)
            placed = any(before <= each <= after for each in diaries[n].period.adoption_starts())
            if wanting and first <= day <= last and not placed and not diaries[n].period.is_away(day):
                diaries[n] = diaries[n].with_day(day)
                wanting -= 1
        assert not wanting, f"{wanting} reviews too few in {year}"
    return diaries
