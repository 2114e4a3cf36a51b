"""Quantiles of the normal distribution and of Student's t, for levels of tests. Proved against scipy in the tests."""

from functools import cache
from math import exp, lgamma, log, log1p, pi, sqrt
from statistics import NormalDist

from kit.figures.intervals import Z

# Degrees of freedom from which the expansion of Student's t is exact enough.
MANY = 100


@cache
def z_quantile(level: float) -> float:
    """Return what a standard normal number passes, up or down, with the probability `level`."""
    return Z if level == 0.05 else NormalDist().inv_cdf(1 - level / 2)


@cache
def t_quantile(level: float, df: float) -> float:
    """Return what a Student's t of so many degrees of freedom, at least 1, passes, up or down, with this probability.

    Newton's steps on the incomplete beta function (Abramowitz and Stegun 26.7.1); above `MANY` the expansion 26.7.5.
    """
    z = z_quantile(level)
    if df > MANY:
        return _expanded(z, df)
    # From below, each step stays below and comes nearer, as the probability is concave.
    t = z
    density = exp(lgamma((df + 1) / 2) - lgamma(df / 2)) / sqrt(df * pi)
    for _ in range(100):
        step = (_outside(t, df) - level) / (2 * density * exp(-(df + 1) / 2 * log1p(t * t / df)))
        t += step
        # The next step would be of the order of its square.
        if abs(step) < 1e-8 * t:
            break
    return t


def _outside(t: float, df: float) -> float:
    """Return the probability that a Student's t is not between -t and t: an incomplete beta function."""
    x, a = df / (df + t * t), df / 2
    front = exp(lgamma(a + 0.5) - lgamma(a) + a * log(x) + 0.5 * log1p(-x)) / sqrt(pi)
    if x < (a + 1) / (a + 2.5):
        return front * _fraction(x, a, 0.5) / a
    return 1 - 2 * front * _fraction(1 - x, 0.5, a)


def _fraction(x: float, a: float, b: float) -> float:
    """Return the continued fraction of the incomplete beta function (Abramowitz and Stegun 26.5.8)."""
    d = 1 / (1 - (a + b) * x / (a + 1))
    c, found = 1.0, d
    for m in range(1, 200):
        for part in (m * (b - m) / (a + 2 * m - 1), -(a + m) * (a + b + m) / (a + 2 * m + 1)):
            d = 1 / (1 + part * x / (a + 2 * m) * d)
            c = 1 + part * x / (a + 2 * m) / c
            found *= c * d
        if abs(c * d - 1) < 1e-15:
            break
    return found


def _expanded(z: float, df: float) -> float:
    return (
        z
        + (z**3 + z) / (4 * df)
        + (5 * z**5 + 16 * z**3 + 3 * z) / (96 * df**2)
        + (3 * z**7 + 19 * z**5 + 17 * z**3 - 15 * z) / (384 * df**3)
        + (79 * z**9 + 776 * z**7 + 1482 * z**5 - 1920 * z**3 - 945 * z) / (92160 * df**4)
    )
