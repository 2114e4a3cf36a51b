"""The comparisons of random councils, worked out a second time by statistics libraries from the cases alone."""

from collections.abc import Callable
from dataclasses import replace
from math import sqrt

import numpy as np
import polars as pl
import pytest
import statsmodels.api as sm
from scipy.stats import norm, t
from statsmodels.genmod.cov_struct import Independence
from statsmodels.stats.multitest import multipletests
from statsmodels.stats.proportion import proportion_confint

from kit.counting.comparisons import compare
from kit.figures.table import SCHEMA
from kit.measures.breakdowns import ALL
from kit.settings.settings import Settings
from kit.settings.targets import Target
from kit.years import reporting_year
from tests.figures.test_chance import councils, counted, measure, parts_of

TARGET = 70.0
YEARS = tuple(reporting_year(year) for year in (2019, 2020, 2021))
AGAINST = {"year before": 2020, "two years before": 2019, "target": 2020}


def wilson(rows: pl.DataFrame, factor: float, level: float) -> tuple[float, float]:
    cases = rows.height / factor
    low, high = proportion_confint(rows["numerator"].mean() * cases, cases, alpha=level, method="wilson")
    return 100 * float(low), 100 * float(high)


def factor_of(both: pl.DataFrame) -> Callable[[float], float]:
    """Return how many cases count as one at any level, by the bias-reduced variance of GEE and Student's t."""
    both = both.sort("iro")
    x = sm.add_constant((both["reporting_year"] == 2021).to_numpy().astype(float))
    y, groups = both["numerator"].to_numpy().astype(float), both["iro"].to_numpy()
    gee = sm.GEE(y, x, groups, cov_struct=Independence(), family=sm.families.Gaussian())
    variance = gee.fit(cov_type="bias_reduced", scale=1.0).cov_params()[1, 1]
    years = both.with_columns(pl.col("numerator").cast(pl.Int8)).partition_by("reporting_year")
    plain = sum(year["numerator"].var(ddof=0) / year.height for year in years)
    df = min(both["iro"].n_unique() - 1, 1 / sum(part**2 for part in parts_of(both)))
    return lambda level: max(1.0, (t.isf(level / 2, df) / norm.isf(level / 2)) ** 2 * variance / plain)


def interval(cases: pl.DataFrame, against: str) -> Callable[[float], tuple[float, float]]:
    """Return the interval of the difference for any level."""
    now, then = cases.filter(reporting_year=2021), cases.filter(reporting_year=AGAINST[against])
    factor_at = factor_of(pl.concat([now, then]))

    def of_level(level: float) -> tuple[float, float]:
        factor = factor_at(level)
        p1, (l1, u1) = 100 * now["numerator"].mean(), wilson(now, factor, level)
        if against == "target":
            return l1 - TARGET, u1 - TARGET
        p0, (l0, u0) = 100 * then["numerator"].mean(), wilson(then, factor, level)
        return p1 - p0 - sqrt((p1 - l1) ** 2 + (u0 - p0) ** 2), p1 - p0 + sqrt((u1 - p1) ** 2 + (p0 - l0) ** 2)

    return of_level


def probability(of_level: Callable[[float], tuple[float, float]]) -> float:
    low, high = 1e-9, 1 - 1e-6
    for _ in range(14):
        middle = sqrt(low * high)
        below, above = of_level(middle)
        low, high = (low, middle) if below > 0 or above < 0 else (middle, high)
    return high


def test_intervals_and_verdicts_are_those_of_statsmodels_and_scipy() -> None:
    compared, called = 0, set()
    for cases in councils(8, seed=31):
        of = replace(measure(), name="seen", better="higher")
        counts = {"seen": counted(cases, of)}
        whole = {year: cell for (year, by, _), cell in counts["seen"].items() if by == ALL}
        if len(whole) < 3 or any(not cell.tells or cell.clusters < 4 for cell in whole.values()):
            continue
        rows = [
            ("seen", y, ALL, ALL, cell.numerator, cell.denominator, 100 * cell.share, None, None, "%", "")
            for y, cell in whole.items()
        ]
        results = pl.DataFrame(rows, schema=SCHEMA, orient="row")
        settings = Settings("X", targets={"seen": Target(TARGET, "the Board")})
        table, _ = compare(results, counts, {"seen": of}, settings, YEARS)
        found = {row["compared_with"]: row for row in table.filter(year=2021).iter_rows(named=True)}
        intervals = {name: interval(cases, name) for name in AGAINST}
        rejected, *_ = multipletests([probability(one) for one in intervals.values()], alpha=0.05, method="holm")
        for (name, one), beyond in zip(intervals.items(), rejected, strict=True):
            assert (found[name]["lower"], found[name]["upper"]) == pytest.approx(one(0.05), abs=1e-6)
            way = "better" if found[name]["difference"] > 0 else "worse"
            assert (found[name]["verdict"] == way) == beyond
            called.add(beyond)
            compared += 1
    assert compared >= 12
    assert called == {np.True_, np.False_}
