"""Chance, tried by simulation: how often a change is called when nothing changed, and how often a true fall is."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from math import exp, sqrt
from random import Random

from kit.bench.simulated.audits import Audits, covered
from kit.bench.simulated.counts import Contacts
from kit.bench.simulated.tested import Sums, TwoYears, called, drawn, test_of_shares
from kit.bench.table import Line, measured
from kit.bench.work import Bench
from kit.figures.chance import Test

PAIRS, SEEDS = 4000, (2026, 17)
# How far officers differ for good, on the logit.
LASTING = 0.4
EVEN, UNEVEN = (150,) * 8, (25, 40, 55, 65, 80, 100, 130, 180)
TWELVE = (30, 45, 55, 60, 70, 75, 80, 90, 105, 120, 150, 190)
FAR_APART, SKEWED = (2, 55, 110, 170, 225, 285, 340, 400), (2, 5, 20, 60, 120, 200, 300, 400)
# Each has about twice the cases of the one before; of twelve, three have most; one has most of all.
DOUBLING = (2, 4, 9, 20, 45, 100, 200, 400)
FEW_OF_TWELVE = (2, 2, 3, 5, 8, 12, 20, 30, 60, 120, 250, 400)
ONE_HAS_MOST = (30,) * 7 + (400,)
FEWER, RAISED = (5, 20, 30, 50, 60, 80, 100, 130), (2, 3, 4, 5, 6, 6, 8, 10)
# At most so many of 100 may be called changed, and so many if loads run from 2 to 400.
MOST, MOST_FAR_APART = 6.0, 6.5
# By loads and how officers differ from year to year: in how many of 100 a fall of ten points from 85% is called.
LEAST = {
    EVEN: {0.0: 95, 0.3: 75, 0.6: 30},
    UNEVEN: {0.0: 85, 0.3: 55, 0.6: 25},
    TWELVE: {0.0: 95, 0.3: 80, 0.6: 43},
}

# Of audits in so many of 100 pairs a change is called, and so many of 100 ranges hold the share of all children.
AUDITS_CALLED, AUDITS_HELD = (2.0, 5.0), (92.0, 97.0)

HOW = "mean of two seeds"

Years = tuple[Sums, Sums, list[bool]]


@dataclass(frozen=True)
class Officers:
    """Officers with so many cases each a year, who differ from year to year by `sd` on the logit; a share leaves.

    With `heavy`, most years of most officers are alike and a few are far from it (Student's t of 3). If cases of an
    officer and year are `alike` (0 to 1), they are so instead (beta-binomial).
    """

    loads: tuple[int, ...]
    base: float
    sd: float
    left: float = 0.0
    fall: float = 0.0
    heavy: bool = False
    alike: float = 0.0

    def test(self, random: Random) -> Test | None:
        """Return the test of two years drawn at random."""
        return test_of_shares(*self.years(random))

    def years(self, random: Random) -> Years:
        """Return each officer's (included, cases) now and then, and who of them was there in both years."""
        spread = sqrt(LASTING**2 + self.sd**2)
        stays = [random.random() >= self.left for _ in self.loads]
        then_lasts = [random.gauss(0, LASTING) for _ in self.loads]
        now_lasts = [one if here else random.gauss(0, LASTING) for one, here in zip(then_lasts, stays, strict=True)]
        found = []
        for share, lasts in ((self.base - self.fall, now_lasts), (self.base, then_lasts)):
            if self.alike:
                scale = (1 - self.alike) / self.alike
                chances = [random.betavariate(share * scale, (1 - share) * scale) for _ in lasts]
            else:
                middle = middle_of(share, spread)
                chances = [_share(middle + one + self.sd * self._moved(random)) for one in lasts]
            found.append([(drawn(random, n, p), n) for n, p in zip(self.loads, chances, strict=True)])
        return found[0], found[1], stays

    def _moved(self, random: Random) -> float:
        one = random.gauss(0, 1)
        # Of a Student's t of 3 the variance is 3.
        return one / sqrt(random.gammavariate(1.5, 2)) if self.heavy else one


@dataclass(frozen=True)
class Children:
    """Children of two to four cases a year, alike within a child by `alike` (0 to 1); some leave and others come."""

    number: int
    base: float
    alike: float
    left: float = 0.2

    def test(self, random: Random) -> Test | None:
        """Return the test of two years drawn at random."""
        return test_of_shares(*self.years(random))

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
            years.append([(drawn(random, n, p), n) for n, p in zip(cases, shares, strict=True)])
        return years[0], years[1], stays


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
    """Return how often a change is called, with two seeds: of councils in which nothing changed in at most 6%."""
    pairs = max(100, round(PAIRS * bench.scale))
    lines = []

    def tried(council: TwoYears) -> list[float]:
        return [called(council, pairs, seed) for seed in SEEDS]

    for council, most, words in unchanged():
        bench.say(f"chance: {words}")
        lines.append(measured(f"called, nothing changed: {words}", tried(council), "%", most, how=HOW))
    for loads, least in LEAST.items():
        for sd, wanted in least.items():
            words = f"{len(loads)} officers, {min(loads)} to {max(loads)} cases, sd {sd}"
            found = tried(Officers(loads, 0.85, sd, fall=0.1))
            lines.append(measured(f"called, a fall of ten points: {words}", found, "%", least=wanted, how=HOW))
    for sampled in (20, 40, 80):
        audits = Audits(sampled, 0.85, 0.3)
        words = f"{sampled} of {audits.everyone} children audited"
        bench.say(f"chance: {words}")
        found, held = tried(audits), [covered(audits, pairs, seed) for seed in SEEDS]
        lines.append(measured(f"called, nothing changed: {words}", found, "%", AUDITS_CALLED[1], how=HOW))
        lines.append(measured(f"called, nothing changed, not too seldom: {words}", found, "%", least=AUDITS_CALLED[0]))
        lines.append(measured(f"ranges that hold the share of all: {words}", held, "%", least=AUDITS_HELD[0], how=HOW))
        lines.append(measured(f"ranges that hold it, not too often: {words}", held, "%", AUDITS_HELD[1]))
    return lines


def unchanged() -> Iterable[tuple[TwoYears, float, str]]:
    """Yield councils in which nothing changes, in how many of 100 a change may be called, and the council in words."""
    loads: tuple[int, ...]
    for loads, name, most in (
        (EVEN, "even", MOST),
        (UNEVEN, "uneven", MOST),
        (FAR_APART, "from 2 to 400", MOST_FAR_APART),
        (SKEWED, "from 2 to 400, most of them few", MOST_FAR_APART),
    ):
        for base in (0.7, 0.85, 0.97):
            for sd in (0.0, 0.3, 0.6):
                yield Officers(loads, base, sd, left=0.25), most, f"8 officers, loads {name}, {base:.0%}, sd {sd}"
    for loads, name in ((DOUBLING, "doubling"), (FEW_OF_TWELVE, "mostly few"), (ONE_HAS_MOST, "one with most")):
        for left in (0.0, 0.5):
            words = f"{len(loads)} officers, loads {name}, {left:.0%} replaced, 70%, sd 0.6"
            yield Officers(loads, 0.7, 0.6, left), MOST_FAR_APART, words
    for loads, name, most in ((UNEVEN, "uneven", MOST), (DOUBLING, "doubling", MOST_FAR_APART)):
        for alike in (0.02, 0.05, 0.1):
            words = f"8 officers, loads {name}, 85%, cases of one alike by {alike}"
            yield Officers(loads, 0.85, 0.0, alike=alike), most, words
    for base in (0.7, 0.85, 0.97):
        for alike in (0.1, 0.3, 0.6):
            yield Children(200, base, alike), MOST, f"200 children, {base:.0%}, alike {alike}"
    for sd in (0.3, 0.6):
        yield Officers(UNEVEN, 0.85, sd, heavy=True), MOST, f"8 officers, heavy tails, 85%, sd {sd}"
    for sd in (0.0, 0.3, 0.6):
        for left in (0.0, 0.25):
            yield Contacts(FEWER, sd, left), MOST, f"visits of 8 officers, {left:.0%} replaced, sd {sd}"
            raised, words = Contacts(RAISED, sd, left, per=(4.5, 3.0)), f"{left:.0%} replaced, sd {sd}"
            yield raised, MOST, f"escalations by 8 officers for 100 children, {words}"


def _share(logit: float) -> float:
    return 1 / (1 + exp(-logit))
