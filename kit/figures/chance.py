"""What chance alone could have moved: intervals and tests that allow for cases that go together (docs/chance.md).

Each cluster (a reviewing officer, a child) is left out in turn, and what that changes is the measure of chance: Mancl
and DeRouen (2001), the cluster jackknife; Student's t with one fewer than the clusters, but with no more than there
would be if each had as many cases (Kish's effective number); never surer than Newcombe.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from math import inf
from typing import NamedTuple, TypeVar

from kit.figures.intervals import difference, events, score
from kit.figures.quantiles import t_quantile, z_quantile

LEVEL = 0.05
# Fewer say too little of how they differ, and what is shown of them could be traced to one.
LEAST_CLUSTERS = 4
# More cases than this share without a named officer: how many officers there are is not known.
MOST_UNKNOWN = 0.1

Name = TypeVar("Name")


class InBoth(NamedTuple):
    """The clusters that have cases in two years: how many there are, and over them the sum of the products of what
    leaving them out changes in each year, and of how many cases they have in each."""

    clusters: int = 0
    moved: float = 0.0
    cases: float = 0.0


@dataclass(frozen=True)
class Cases:
    """The cases of one measure, year and category, and what leaving out each of their clusters in turn changes.

    `clusters` is how many there are (0 if cases do not go together), `alone` whether one has every case, `unknown` how
    many cases name none. `own` is the sum of the squares of what each leaving-out changes of the share, `squares` that
    of their numbers of cases; `both` is the same with the year so many years back.
    """

    numerator: int
    denominator: int
    clusters: int = 0
    alone: bool = False
    unknown: int = 0
    own: float = 0.0
    squares: float = 0.0
    both: Mapping[int, InBoth] = field(default_factory=dict)

    @property
    def share(self) -> float:
        return self.numerator / self.denominator

    @property
    def plain(self) -> float:
        """The variance of the share if no cases went together."""
        return self.share * (1 - self.share) / self.denominator

    @property
    def tells(self) -> bool:
        """Whether its clusters are known well enough, and none of them has every case."""
        return not self.alone and self.unknown <= MOST_UNKNOWN * self.denominator

    @property
    def one_each(self) -> bool:
        """Whether no two of its cases are in one cluster."""
        return self.clusters == self.denominator


@dataclass(frozen=True)
class Spread:
    """How far a share, or the difference of two, could be moved by chance: its variance, and its clusters'.

    `equal` is how many clusters of equal size would tell as much as these, whose sizes differ.
    """

    plain: float
    variance: float = 0.0
    clusters: int = 0
    equal: float = inf

    def factor(self, level: float = LEVEL) -> float:
        """Return how many cases count as one, at least 1; Student's t for the normal quantile is part of it."""
        if self.clusters < 2 or self.plain <= 0:
            return 1.0
        times = t_quantile(level, min(self.clusters - 1, self.equal)) / z_quantile(level)
        return max(1.0, times * times * self.variance / self.plain)


def spread_of(cell: Cases) -> Spread | None:
    """Return the spread of one year's share; None if its clusters are too few, or too little known, to tell."""
    if not cell.clusters:
        return Spread(cell.plain)
    if cell.clusters < LEAST_CLUSTERS or not cell.tells:
        return None
    return Spread(cell.plain, cell.own, cell.clusters, cell.denominator**2 / cell.squares)


def spread_between(now: Cases, then: Cases, back: int) -> Spread | None:
    """Return the spread of the difference from `back` years before; None as in `spread_of`."""
    plain = now.plain + then.plain
    if not now.clusters and not then.clusters:
        return Spread(plain)
    both = now.both.get(back, InBoth())
    clusters = now.clusters + then.clusters - both.clusters
    if clusters < LEAST_CLUSTERS or not (now.tells and then.tells):
        return None
    # The sum of the squares of the differences of what each leaving-out changes.
    variance = max(0.0, now.own + then.own - 2 * both.moved)
    # And of the squares of each cluster's part of the cases, the mean of its parts in the two years.
    n1, n0 = now.denominator, then.denominator
    parts = (now.squares / n1 / n1 + then.squares / n0 / n0 + 2 * both.cases / n1 / n0) / 4
    return Spread(plain, variance, clusters, 1 / parts)


def spread_between_counts(now: Cases, then: Cases, back: int, per: tuple[float, float] = (1, 1)) -> Spread | None:
    """Return the spread of the difference of two counts, or of two counts `per` so many of what they are counted for:
    never less than that of separate events (Poisson).

    None as in `spread_of`. Leaving out a cluster, and counting the others up to as many clusters as before, changes the
    difference by K/(K-1) times how far its own difference is from the mean. As that is larger for large clusters, it
    says enough if sizes differ.
    """
    both = now.both.get(back, InBoth())
    clusters = now.clusters + then.clusters - both.clusters
    if clusters < LEAST_CLUSTERS or not (now.tells and then.tells):
        return None
    one, other = per
    moved = now.numerator / one - then.numerator / other
    squares = now.own / one**2 + then.own / other**2 - 2 * both.moved / (one * other) - moved * moved / clusters
    plain = now.numerator / one**2 + then.numerator / other**2
    return Spread(plain, max(0.0, squares) * (clusters / (clusters - 1)) ** 2, clusters)


def share_interval(cell: Cases, factor: float, level: float = LEVEL) -> tuple[float, float]:
    """Return the Wilson interval of a share in percent, with so many fewer cases."""
    return score(cell.numerator, cell.denominator, cell.denominator / factor, z_quantile(level))


def difference_interval(now: Cases, then: Cases, factor: float = 1.0, level: float = LEVEL) -> tuple[float, float]:
    """Return Newcombe's interval of the difference in percentage points, now less then, with so many fewer cases."""
    first, second = share_interval(now, factor, level), share_interval(then, factor, level)
    percent = [100 * cell.numerator / cell.denominator for cell in (now, then)]
    return difference(percent[0], first, percent[1], second)


def leaves_out(interval: tuple[float, float], number: float = 0.0) -> bool:
    """Whether the number is outside the interval."""
    return not interval[0] <= number <= interval[1]


def beyond_chance(tests: Mapping[Name, "Test"]) -> set[Name]:
    """Return which of the comparisons of one sentence are more than chance, judged as a whole by Holm's rule.

    Of three, one is called at a third of 5%; then another at a half of it; then the last at 5%. Any false call is made
    in at most 5% of sentences, however the comparisons depend on each other (Holm 1979).
    """
    left, called = dict(tests), set()
    while left and (now := {name for name, test in left.items() if test.leaves_out_chance(LEVEL / len(left))}):
        called |= now
        left = {name: test for name, test in left.items() if name not in now}
    return called


@dataclass(frozen=True)
class Difference:
    """The difference of two years' shares."""

    now: Cases
    then: Cases
    spread: Spread

    def interval(self, level: float = LEVEL) -> tuple[float, float]:
        """Return the interval of the difference, in percentage points."""
        return difference_interval(self.now, self.then, self.spread.factor(level), level)

    def leaves_out_chance(self, level: float) -> bool:
        """Whether the interval leaves out 0."""
        return leaves_out(self.interval(level))


@dataclass(frozen=True)
class CountDifference:
    """The difference of two years' counts, which add up to more than 0: if nothing changed, half of them are now's."""

    now: Cases
    then: Cases
    spread: Spread

    def interval(self, level: float = LEVEL) -> tuple[float, float]:
        """Return the interval of the difference, in what is counted."""
        return self.with_factor(self.spread.factor(level), level)

    def with_factor(self, factor: float, level: float = LEVEL) -> tuple[float, float]:
        """Return the interval as so many cases count as one: Wilson's of now's part of both years' sum."""
        both = self.now.numerator + self.then.numerator
        low, high = score(self.now.numerator, both, both / factor, z_quantile(level))
        return both * (low - 50) / 50, both * (high - 50) / 50

    def leaves_out_chance(self, level: float) -> bool:
        """Whether the interval leaves out 0."""
        return leaves_out(self.interval(level))


@dataclass(frozen=True)
class RateDifference:
    """The difference of two years' counts, each for so many (`per`), which are taken to be exact."""

    now: Cases
    then: Cases
    per: tuple[float, float]
    spread: Spread

    def interval(self, level: float = LEVEL) -> tuple[float, float]:
        """Return the interval of the difference of the two rates."""
        return self.with_factor(self.spread.factor(level), level)

    def with_factor(self, factor: float, level: float = LEVEL) -> tuple[float, float]:
        """Return the interval as so many cases count as one: Newcombe's square-and-add of each rate's interval."""
        (one, first), (other, second) = (
            (cell.numerator / of, [factor * end / of for end in events(cell.numerator / factor, z_quantile(level))])
            for cell, of in zip((self.now, self.then), self.per, strict=True)
        )
        return difference(one, (first[0], first[1]), other, (second[0], second[1]))

    def leaves_out_chance(self, level: float) -> bool:
        """Whether the interval leaves out 0."""
        return leaves_out(self.interval(level))


@dataclass(frozen=True)
class FromTarget:
    """The difference of a year's share from a target in percent, taken to be exact."""

    now: Cases
    target: float
    spread: Spread

    def interval(self, level: float = LEVEL) -> tuple[float, float]:
        """Return the interval of the difference, in percentage points."""
        low, high = share_interval(self.now, self.spread.factor(level), level)
        return low - self.target, high - self.target

    def leaves_out_chance(self, level: float) -> bool:
        """Whether the share's interval leaves out the target."""
        return leaves_out(share_interval(self.now, self.spread.factor(level), level), self.target)


Test = Difference | CountDifference | RateDifference | FromTarget
