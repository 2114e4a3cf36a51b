"""Chance, tried by simulation: how often a change is called when nothing changed, and how often a true fall is."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from math import exp, sqrt
from random import Random

from kit.bench.table import Line, measured
from kit.bench.work import Bench
from kit.figures.chance import Cases, Difference, beyond_chance, spread_between

PAIRS, SEED = 4000, 2026
# How far officers differ for good, on the logit.
LASTING = 0.4
EVEN, UNEVEN = (150,) * 8, (25, 40, 55, 65, 80, 100, 130, 180)
TWELVE = (30, 45, 55, 60, 70, 75, 80, 90, 105, 120, 150, 190)
FAR_APART, SKEWED = (2, 55, 110, 170, 225, 285, 340, 400), (2, 5, 20, 60, 120, 200, 300, 400)
# If a few officers have most of the cases, Student's t is a little too sure (docs/chance.md).
MOST, MOST_FAR_APART, MOST_SKEWED = 6.0, 6.5, 9.0
# By loads and how officers differ from year to year: in how many of 100 a fall of ten points from 85% is called.
LEAST = {
    EVEN: {0.0: 95, 0.3: 75, 0.6: 30},
    UNEVEN: {0.0: 85, 0.3: 55, 0.6: 25},
    TWELVE: {0.0: 95, 0.3: 80, 0.6: 43},
}

Sums = list[tuple[int, int]]
Years = tuple[Sums, Sums, list[bool]]


@dataclass(frozen=True)
class Officers:
    """Officers with so many cases each a year, who differ from year to year by `sd` on the logit; a share leaves."""

    loads: tuple[int, ...]
    base: float
    sd: float
    left: float = 0.0
    fall: float = 0.0

    def years(self, random: Random) -> Years:
        """Return each officer's (included, cases) now and then, and who of them was there in both years."""
        spread = sqrt(LASTING**2 + self.sd**2)
        stays = [random.random() >= self.left for _ in self.loads]
        then_lasts = [random.gauss(0, LASTING) for _ in self.loads]
        now_lasts = [one if here else random.gauss(0, LASTING) for one, here in zip(then_lasts, stays, strict=True)]
        found = []
        for share, lasts in ((self.base - self.fall, now_lasts), (self.base, then_lasts)):
            middle = middle_of(share, spread)
            chances = [_share(middle + one + random.gauss(0, self.sd)) for one in lasts]
            found.append([(_drawn(random, n, p), n) for n, p in zip(self.loads, chances, strict=True)])
        return found[0], found[1], stays


@dataclass(frozen=True)
class Children:
    """Children of two to four cases a year, alike within a child by `alike` (0 to 1); some leave and others come."""

    number: int
    base: float
    alike: float
    left: float = 0.2

    def years(self, random: Random) -> Years:
        """Return each child's (included, cases) now and then, and who of them was there in both years."""
        scale = (1 - self.alike) / self.alike
        draw: Callable[[], float] = lambda: random.betavariate(self.base * scale, (1 - self.base) * scale)  # noqa: E731
        stays = [random.random() >= self.left for _ in range(self.number)]
        then = [draw() for _ in stays]
        now = [one if here else draw() for one, here in zip(then, stays, strict=True)]
        years = []
        for shares in (now, then):
            cases = [random.randint(2, 4) for _ in shares]
            years.append([(_drawn(random, n, p), n) for n, p in zip(cases, shares, strict=True)])
        return years[0], years[1], stays


def called(council: Officers | Children, pairs: int = PAIRS, seed: int = SEED) -> float:
    """Return in how many of 100 pairs of years a change is called."""
    random, times = Random(seed), 0
    for _ in range(pairs):
        now, then = cells(*council.years(random))
        spread = spread_between(now, then, 1)
        times += bool(spread and beyond_chance({"year before": Difference(now, then, spread)}))
    return 100 * times / pairs


def cells(now: Sums, then: Sums, stays: list[bool]) -> tuple[Cases, Cases]:
    """Return the cells of two years from their clusters' sums; one who did not stay is another cluster."""
    moved, kept = [], []
    for sums in (now, then):
        x, n = (sum(column) for column in zip(*sums, strict=True))
        moved.append([(one - x / n * of) / (n - of) for one, of in sums])
        kept.append((x, n))
    both = [a * b for a, b, here in zip(*moved, stays, strict=True) if here]
    own = [sum(one * one for one in year) for year in moved]
    shared = {1: (len(both), sum(both))}
    return (
        Cases(*kept[0], len(now), own=own[0], both=shared),
        Cases(*kept[1], len(then), own=own[1]),
    )


@cache
def middle_of(share: float, spread: float) -> float:
    """Return the logit around which officers who differ by `spread` have this share together."""
    low, high = -12.0, 12.0
    points = [n / 20 for n in range(-120, 121)]
    weights = [exp(-z * z / 2) for z in points]
    for _ in range(50):
        middle = (low + high) / 2
        found = sum(w * _share(middle + spread * z) for z, w in zip(points, weights, strict=True)) / sum(weights)
        low, high = (middle, high) if found < share else (low, middle)
    return (low + high) / 2


def chance(bench: Bench) -> list[Line]:
    """Return how often a change is called: of councils in which nothing changed in at most 6%."""
    pairs = max(100, round(PAIRS * bench.scale))
    lines = []
    for council, most, words in unchanged():
        bench.say(f"chance: {words}")
        lines.append(measured(f"called, nothing changed: {words}", [called(council, pairs)], "%", most))
    for loads, least in LEAST.items():
        for sd, wanted in least.items():
            words = f"{len(loads)} officers, {min(loads)} to {max(loads)} cases, sd {sd}"
            found = called(Officers(loads, 0.85, sd, fall=0.1), pairs)
            lines.append(measured(f"called, a fall of ten points: {words}", [found], "%", least=wanted))
    return lines


def unchanged() -> Iterable[tuple[Officers | Children, float, str]]:
    """Yield councils in which nothing changes, in how many of 100 a change may be called, and the council in words."""
    for loads, name, most in (
        (EVEN, "even", MOST),
        (UNEVEN, "uneven", MOST),
        (FAR_APART, "from 2 to 400", MOST_FAR_APART),
        (SKEWED, "from 2 to 400, most of them few", MOST_SKEWED),
    ):
        for base in (0.7, 0.85, 0.97):
            for sd in (0.0, 0.3, 0.6):
                yield Officers(loads, base, sd, left=0.25), most, f"8 officers, loads {name}, {base:.0%}, sd {sd}"
    for base in (0.7, 0.85, 0.97):
        for alike in (0.1, 0.3, 0.6):
            yield Children(200, base, alike), MOST, f"200 children, {base:.0%}, alike {alike}"


def _share(logit: float) -> float:
    return 1 / (1 + exp(-logit))


def _drawn(random: Random, cases: int, chance: float) -> int:
    return sum(random.random() < chance for _ in range(cases))
