"""The work of the next weeks: how many reviews will be held, with the range that held before, and what a year ago was.

A due list shows about half of it, as reviews are held before their last lawful day, and children come in. The range is
as wide as the same working-out was off in the council's own earlier quarters: it holds chance, and how years differ.
A week begins on Monday, as in the due list; the first and the last of 13 weeks may be parts of one.
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property
from itertools import pairwise
from math import ceil, sqrt

from kit.ahead.expected import QUARTER, WEEKS, Quarter, chances, expected, past_quarters, waiting
from kit.ahead.spells import Spell

QUARTERS_OF_A_YEAR = 4
# What happens is looked up in the three years before; with fewer there is no range.
LOOKED_BACK = 12
# Between the tenth and the ninetieth hundredth.
NORMAL = 1.2815515655446004
# With so many looked back on, how far off 8 of 10 were is counted. A spread would be that of the weeks of Christmas.
MANY = 50
WORKING_DAYS = 5


@dataclass(frozen=True)
class Expected:
    """How many reviews are expected after `after` up to `last`, and how many were held in the same weeks a year before.

    In 8 of 10 it should be from `lower` to `upper`; None if too little is known to say. `came` is how many there
    were, if the files tell.
    """

    after: date
    last: date
    value: float
    lower: float | None
    upper: float | None
    year_before: int | None
    came: int | None = None

    @property
    def held(self) -> bool | None:
        """Whether what came is inside the range, if both are known."""
        _, lower, upper = self.whole
        return None if self.came is None or lower is None or upper is None else lower <= self.came <= upper

    @property
    def whole(self) -> tuple[int, int | None, int | None]:
        """What is expected and the ends of the range, as whole numbers."""
        lower, upper = (None if end is None else round(end) for end in (self.lower, self.upper))
        return round(self.value), lower, upper

    @property
    def off(self) -> float | None:
        """How far what came is from what was expected, if it is known."""
        return None if self.came is None else abs(self.came - self.value)


class Workload:
    """The reviews to be held after `as_at`, from the spells that begin with the first loaded year's `first_day`.

    A quarter is 13 weeks, counted from the day on and back.
    """

    def __init__(self, spells: Sequence[Spell], first_day: date, as_at: date) -> None:
        self._spells, self._as_at = spells, as_at
        self._held = sorted(spell.stop for spell in spells if spell.held and spell.stop)
        self.quarters = max((as_at - first_day).days // QUARTER.days, 0)
        self._said: dict[int, list[float]] = {}

    @property
    def known(self) -> bool:
        """Whether a year is loaded, without which nothing can be expected."""
        return self.quarters >= QUARTERS_OF_A_YEAR

    def weeks(self, back: int = 0) -> list[Expected]:
        """Return the next 13 weeks one by one, as known `back` quarters ago."""
        # In days after the day: what is between two Sundays. Quarters back it is the same, as they are whole weeks.
        sundays = range(6 - self._as_at.weekday(), QUARTER.days, 7)
        parts = list(pairwise(sorted({0, *sundays, QUARTER.days})))
        off = self._off(back, parts)
        self._weeks_said(back, WEEKS)
        return [self._expected(back, first, last, off) for first, last in parts]

    def quarter(self, number: int = 0, back: int = 0) -> Expected:
        """Return the next 13 weeks together, or with `number` a later quarter, as known `back` quarters ago."""
        first = number * QUARTER.days
        part = (first, first + QUARTER.days)
        return self._expected(back, *part, self._off(back, [part]))

    def earlier(self) -> list[Expected]:
        """Return what would have been said of the same weeks in each earlier year, and what came; the oldest first."""
        return [self.quarter(0, back) for back in self._years_back()]

    def earlier_weeks(self) -> list[list[Expected]]:
        """Return what would have been said of each of the 13 weeks in each earlier year, and what came."""
        return [self.weeks(back) for back in self._years_back()]

    def of_those(self, spells: Sequence[Spell]) -> float:
        """Return how many of the next 13 weeks' reviews are of those who wait in these spells, some of all."""
        nobody_comes = replace(chances(self._past[:LOOKED_BACK]), arrive=0.0)
        return sum(expected(waiting(spells, self._as_at), nobody_comes, WEEKS))

    @cached_property
    def _past(self) -> list[Quarter]:
        return past_quarters(self._spells, self._as_at, self.quarters)

    def _years_back(self) -> Iterable[int]:
        last = self.quarters - QUARTERS_OF_A_YEAR
        return range(last - last % QUARTERS_OF_A_YEAR, 0, -QUARTERS_OF_A_YEAR)

    def _day(self, back: int, days: int) -> date:
        return self._as_at - back * QUARTER + timedelta(days)

    def _weeks_said(self, back: int, last: int) -> list[float]:
        """Return what was to be expected `back` quarters ago in each of the weeks that followed, up to `last`."""
        if len(self._said.get(back, ())) < last:
            likely = chances(self._past[back : back + LOOKED_BACK])
            self._said[back] = expected(waiting(self._spells, self._day(back, 0)), likely, last)
        return self._said[back]

    def _until(self, back: int, days: int) -> float:
        """Return what was to be expected `back` quarters ago in so many days: a part of a week by its working days."""
        weeks, rest = divmod(days, 7)
        said = self._weeks_said(back, weeks + bool(rest))
        working = sum((self._as_at.weekday() + n) % 7 < WORKING_DAYS for n in range(1, rest + 1))
        return sum(said[:weeks]) + (said[weeks] * working / WORKING_DAYS if working else 0)

    def _came(self, after: date, last: date) -> int:
        return bisect_right(self._held, last) - bisect_right(self._held, after)

    def _expected(self, back: int, first: int, last: int, off: float | None) -> Expected:
        value = self._until(back, last) - self._until(back, first)
        after, until = self._day(back, first), self._day(back, last)
        year = QUARTERS_OF_A_YEAR * QUARTER
        began = self._as_at - self.quarters * QUARTER
        return Expected(
            after,
            until,
            value,
            max(value - off * sqrt(value), 0.0) if off is not None else None,
            value + off * sqrt(value) if off is not None else None,
            # Of weeks that are not yet over nothing is said.
            self._came(after - year, until - year)
            if after - year >= began and until - year <= self._day(back, 0)
            else None,
            self._came(after, until) if until <= self._as_at else None,
        )

    def _off(self, back: int, parts: Sequence[tuple[int, int]]) -> float | None:
        """Return how far off, in roots of what was expected, 8 of 10 are at most: from all that was over by then.

        `parts` are of the weeks that follow a day, in days after it.
        """
        if self.quarters - back < LOOKED_BACK:
            return None
        pairs = []
        for earlier in range(back + 1, self.quarters - QUARTERS_OF_A_YEAR + 1):
            # The furthest first, as what it works out serves the nearer ones.
            for first, last in reversed(parts):
                if self._day(earlier, last) <= self._day(back, 0):
                    value = self._until(earlier, last) - self._until(earlier, first)
                    # On a weekend alone nothing is expected, and nothing learnt.
                    if value:
                        pairs.append((value, self._came(self._day(earlier, first), self._day(earlier, last))))
        return how_far_off(pairs) if pairs else None


def how_far_off(pairs: Sequence[tuple[float, int]]) -> float:
    """Return how far off, in roots of what was expected, 8 of 10 are at most; `pairs` are what was expected and came.

    Of few from their spread. Of `MANY` so that 8 of 10 of them are inside once both ends are rounded: of small numbers
    that is half a review less.
    """
    if len(pairs) < MANY:
        squares = [(came - value) ** 2 / max(value, 1.0) for value, came in pairs]
        return times(len(squares)) * sqrt(sum(squares) / len(squares))
    far = sorted(max(abs(came - value) - 0.5, 0.0) / sqrt(max(value, 1.0)) for value, came in pairs)
    # A little more, lest the end is rounded away.
    return far[ceil(0.8 * len(far)) - 1] + 1e-9


def smallest(workload: Workload) -> int:
    """Return the smallest number of reviews on which what is said rests, 0 apart: small ones are about few children."""
    counts = [n for one in (workload.quarter(), *workload.earlier()) for n in (one.came, one.year_before)]
    return min((n for n in counts if n), default=0)


def times(number: int) -> float:
    """Return by what a spread estimated from so many is multiplied, for 8 of 10: Student's t (Hill's expansion)."""
    z = NORMAL
    terms = (
        (z**3 + z) / 4,
        (5 * z**5 + 16 * z**3 + 3 * z) / 96,
        (3 * z**7 + 19 * z**5 + 17 * z**3 - 15 * z) / 384,
    )
    return z + sum(term / number**power for power, term in enumerate(terms, 1))
