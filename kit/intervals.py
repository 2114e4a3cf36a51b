"""Intervals and medians that travel with the figures. Proved against statsmodels and scipy in the tests."""

from collections.abc import Sequence
from fractions import Fraction
from math import sqrt

Z = 1.959963984540054  # the 97.5th percentile of the normal distribution


def wilson(numerator: int, denominator: int) -> tuple[float, float] | None:
    """Return the 95% Wilson score interval of a share, in percent; None where the denominator is 0."""
    if denominator == 0:
        return None
    share, z2 = numerator / denominator, Z * Z
    scale = 1 + z2 / denominator
    middle = (share + z2 / (2 * denominator)) / scale
    half = Z / scale * sqrt(share * (1 - share) / denominator + z2 / (4 * denominator**2))
    # At 0 and at all cases the interval touches the end exactly; rounding error must not step past it.
    low = 0.0 if numerator == 0 else 100 * max(0.0, middle - half)
    high = 100.0 if numerator == denominator else 100 * min(1.0, middle + half)
    return low, high


def newcombe(n1: int, d1: int, n2: int, d2: int) -> tuple[float, float] | None:
    """Return the 95% interval of share 1 less share 2, in percentage points (Newcombe's hybrid score method).

    None where either denominator is 0.
    """
    first, second = wilson(n1, d1), wilson(n2, d2)
    if first is None or second is None:
        return None
    p1, p2 = 100 * n1 / d1, 100 * n2 / d2
    low = p1 - p2 - sqrt((p1 - first[0]) ** 2 + (second[1] - p2) ** 2)
    high = p1 - p2 + sqrt((first[1] - p1) ** 2 + (p2 - second[0]) ** 2)
    return low, high


def median_time(times: Sequence[int], ended: Sequence[bool]) -> int | None:
    """Return the Kaplan–Meier median: the least time at which half or fewer remain; None where it is not reached.

    `ended` is false for a case that was still open after its time. Exact, since it is reckoned in fractions.
    """
    remaining = Fraction(1)
    at_risk = len(times)
    for time in sorted(set(times)):
        here = [e for t, e in zip(times, ended, strict=True) if t == time]
        remaining *= 1 - Fraction(sum(here), at_risk)
        at_risk -= len(here)
        if remaining <= Fraction(1, 2):
            return time
    return None
