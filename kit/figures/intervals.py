"""Intervals and medians that travel with the figures. Proved against statsmodels and scipy in the tests."""

from collections import Counter
from collections.abc import Sequence
from math import sqrt

Z = 1.959963984540054  # the 97.5th percentile of the normal distribution


def wilson(numerator: int, denominator: int) -> tuple[float, float] | None:
    """Return the 95% Wilson score interval of a share, in percent; None if the denominator is 0."""
    return None if denominator == 0 else score(numerator, denominator, denominator)


def wilson_of_sample(numerator: int, denominator: int, sampled: int, population: int) -> tuple[float, float] | None:
    """Return the 95% interval of a share in a population, in percent, from a simple random sample without return.

    Wilson's, with n (N - 1) / (N - n) cases in place of n: `sampled` children are n, the `population` they were drawn
    from is N. Answers of one child go together, so that a share of several answers a child counts the children. The
    share itself is both ends if all were sampled (n no less than N); None if the denominator is 0.
    """
    if denominator == 0:
        return None
    if sampled >= population:
        return 100 * numerator / denominator, 100 * numerator / denominator
    return score(numerator, denominator, sampled * (population - 1) / (population - sampled))


def score(numerator: int, denominator: int, cases: float, z: float = Z) -> tuple[float, float]:
    """Return the Wilson score interval of a share, in percent, as of so many `cases`, for the normal quantile `z`."""
    share, z2 = numerator / denominator, z * z
    scale = 1 + z2 / cases
    middle = (share + z2 / (2 * cases)) / scale
    half = z / scale * sqrt(share * (1 - share) / cases + z2 / (4 * cases**2))
    # At 0 and at all cases the interval touches the end exactly; rounding error must not step past it.
    low = 0.0 if numerator == 0 else 100 * max(0.0, middle - half)
    high = 100.0 if numerator == denominator else 100 * min(1.0, middle + half)
    return low, high


def newcombe(n1: int, d1: int, n2: int, d2: int) -> tuple[float, float] | None:
    """Return the 95% interval of share 1 less share 2, in percentage points (Newcombe's hybrid score method).

    None if either denominator is 0.
    """
    first, second = wilson(n1, d1), wilson(n2, d2)
    if first is None or second is None:
        return None
    return difference(100 * n1 / d1, first, 100 * n2 / d2, second)


def events(number: float, z: float = Z) -> tuple[float, float]:
    """Return the score interval of the mean of so many separate events (Poisson), for the normal quantile `z`."""
    half = z * sqrt(number + z * z / 4)
    return number + z * z / 2 - half, number + z * z / 2 + half


def difference(p1: float, first: tuple[float, float], p2: float, second: tuple[float, float]) -> tuple[float, float]:
    """Return the 95% interval of p1 less p2 from the interval of each (Newcombe's square-and-add)."""
    low = p1 - p2 - sqrt((p1 - first[0]) ** 2 + (second[1] - p2) ** 2)
    high = p1 - p2 + sqrt((first[1] - p1) ** 2 + (p2 - second[0]) ** 2)
    return low, high


def median_time(times: Sequence[int], ended: Sequence[bool]) -> int | None:
    """Return the Kaplan–Meier median: the least time at which half or fewer remain; None if it is not reached.

    `ended` is false for a case that was still open after its time. Exact, since it is reckoned in fractions.
    """
    cases, ends = Counter(times), Counter(time for time, over in zip(times, ended, strict=True) if over)
    # What remains is a fraction of whole numbers.
    remaining, whole = 1, 1
    at_risk = len(times)
    for time in sorted(cases):
        remaining *= at_risk - ends[time]
        whole *= at_risk
        at_risk -= cases[time]
        if 2 * remaining <= whole:
            return time
    return None
