"""How often a council made up at random is called changed, by the test that the kit uses."""

from random import Random
from typing import Protocol

from kit.figures.chance import Cases, Difference, InBoth, Test, beyond_chance, spread_between

Sums = list[tuple[int, int]]


class TwoYears(Protocol):
    """Two years of a council, drawn at random."""

    def test(self, random: Random) -> Test | None:
        """Return the test of the two years; None if there is too little to tell."""


def called(council: TwoYears, pairs: int, seed: int) -> float:
    """Return in how many of 100 pairs of years a change is called."""
    random, times = Random(seed), 0
    for _ in range(pairs):
        test = council.test(random)
        times += bool(test and beyond_chance({"year before": test}))
    return 100 * times / pairs


def test_of_shares(now: Sums, then: Sums, stays: list[bool]) -> Test | None:
    """Return the test of two years' shares from each cluster's (included, cases), and who was there in both."""
    new, old = cells(now, then, stays)
    spread = spread_between(new, old, 1)
    return Difference(new, old, spread) if spread else None


def cells(now: Sums, then: Sums, stays: list[bool]) -> tuple[Cases, Cases]:
    """Return the cells of two years from their clusters' sums; one who did not stay is another cluster."""
    moved, kept = [], []
    for sums in (now, then):
        x, n = (sum(column) for column in zip(*sums, strict=True))
        moved.append([(one - x / n * of) / (n - of) for one, of in sums])
        kept.append((x, n))
    stayed = [(a * b, m * n) for a, b, (_, m), (_, n), here in zip(*moved, now, then, stays, strict=True) if here]
    both = InBoth(len(stayed), sum(a for a, _ in stayed), sum(n for _, n in stayed))
    own = [sum(one * one for one in year) for year in moved]
    squares = [float(sum(n * n for _, n in year)) for year in (now, then)]
    return (
        Cases(*kept[0], len(now), own=own[0], squares=squares[0], both={1: both}),
        Cases(*kept[1], len(then), own=own[1], squares=squares[1]),
    )


def drawn(random: Random, cases: int, chance: float) -> int:
    """Return how many of the cases are included, each by the same chance."""
    return sum(random.random() < chance for _ in range(cases))
