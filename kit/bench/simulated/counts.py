"""Counts of what officers do, made up at random."""

from dataclasses import dataclass
from math import exp
from random import Random

from kit.figures.chance import Cases, CountDifference, InBoth, RateDifference, Test, spread_between_counts

# How far officers differ for good, in logarithms.
LASTING = 0.4


@dataclass(frozen=True)
class Contacts:
    """Visits by officers who make about so many a year, and differ from year to year by `sd` in logarithms; a share of
    them leaves, and others come. With a `fall` of 0.5 there are half as many. If they are `per` so many hundred
    children, now and then, what they are for 100 children is compared."""

    loads: tuple[int, ...]
    sd: float
    left: float = 0.0
    fall: float = 0.0
    per: tuple[float, float] = (1, 1)

    def test(self, random: Random) -> Test | None:
        """Return the test of two years drawn at random."""
        now, then = [], []
        for load in self.loads:
            stays, lasts = random.random() >= self.left, random.gauss(0, LASTING)
            new = lasts if stays else random.gauss(0, LASTING)
            numbers = [
                events(random, times * load * exp(level + random.gauss(0, self.sd)))
                for times, level in (((1 - self.fall) * self.per[0] / self.per[1], new), (1.0, lasts))
            ]
            # Who left and who came in place are two.
            now += [numbers[0]] if stays else [numbers[0], 0]
            then += [numbers[1]] if stays else [0, numbers[1]]
        pairs = list(zip(now, then, strict=True))
        together = float(sum(a * b for a, b in pairs))
        both = InBoth(sum(bool(a and b) for a, b in pairs), together, together)
        new_cell, old_cell = _cell(now, both), _cell(then, InBoth())
        spread = spread_between_counts(new_cell, old_cell, 1, self.per)
        if spread is None:
            return None
        if self.per == (1, 1):
            return CountDifference(new_cell, old_cell, spread)
        return RateDifference(new_cell, old_cell, self.per, spread)


def _cell(numbers: list[int], both: InBoth) -> Cases:
    own = float(sum(n * n for n in numbers))
    return Cases(sum(numbers), sum(numbers), sum(map(bool, numbers)), own=own, squares=own, both={1: both})


def events(random: Random, mean: float) -> int:
    """Return how many separate events come if there are so many in the mean (Poisson)."""
    number, left = 0, mean - random.expovariate(1)
    while left > 0:
        number, left = number + 1, left - random.expovariate(1)
    return number
