"""What chance alone could have moved, proved against statsmodels and scipy on random councils."""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import polars as pl
import pytest
import statsmodels.api as sm
from scipy.stats import norm, t
from statsmodels.genmod.cov_struct import Independence
from statsmodels.stats.multitest import multipletests
from statsmodels.stats.proportion import proportion_confint

from kit.counting.queries import LEAVING_OUT, counts_of, query_of
from kit.figures.chance import (
    LEVEL,
    Cases,
    CountDifference,
    Difference,
    FromTarget,
    InBoth,
    RateDifference,
    Spread,
    beyond_chance,
    difference_interval,
    share_interval,
    spread_between,
    spread_between_counts,
    spread_of,
)
from kit.figures.intervals import newcombe, wilson
from kit.figures.quantiles import t_quantile
from kit.measures.breakdowns import ALL
from kit.measures.headers import load_measures
from kit.measures.measure import Measure
from kit.warehouse.database import Tables
from kit.warehouse.sums import query_sums, store_sums

LEVELS = (LEVEL, LEVEL / 2, LEVEL / 3)


def measure(depends_on: str = "officer", breakdowns: tuple[str, ...] = ()) -> Measure:
    """Return a share whose cases are the rows of a table `cases`, each with its officer and its child."""
    columns = ", ".join(("reporting_year", "iro", "child_id", *breakdowns, "numerator"))
    found = load_measures()["children_seen_before_review"]
    return replace(found, depends_on=depends_on, breakdowns=breakdowns, sql=f"SELECT {columns} FROM cases")


def counted(cases: pl.DataFrame, of: Measure) -> dict[tuple[int, str, str], Cases]:
    """Return what the query of a measure counts, by year, breakdown and category."""
    with Tables() as tables:
        tables.store("cases", cases)
        store_sums(0, query_of(of), tables)
        return counts_of(of, query_sums(1, LEAVING_OUT, tables).drop("name"))


def a_council(random: np.random.Generator) -> pl.DataFrame:
    """Return the cases of three years: officers of uneven loads who differ, some of whom leave and some join."""
    rows = []
    for officer in range(random.integers(4, 14)):
        level = random.normal(1.5, 0.6)
        for year in (2019, 2020, 2021):
            if random.random() < 0.25:
                continue
            share = 1 / (1 + np.exp(-level - random.normal(0, 0.5)))
            rows += [
                (year, f"IRO{officer}", f"C{random.integers(100)}", bool(random.random() < share), sex)
                for sex in random.choice(["Female", "Male"], random.integers(1, 60))
            ]
    return pl.DataFrame(rows, schema=["reporting_year", "iro", "child_id", "numerator", "sex"], orient="row")


def councils(number: int, seed: int = 11) -> Iterator[pl.DataFrame]:
    random = np.random.default_rng(seed)
    yield from (a_council(random) for _ in range(number))


@pytest.mark.parametrize(("now", "back"), [(2021, 1), (2021, 2), (2020, 1)])
def test_leaving_out_each_officer_is_the_bias_reduced_variance_of_gee(now: int, back: int) -> None:
    compared = 0
    for cases in councils(10):
        cells = counted(cases, measure())
        if not {(now, ALL, ALL), (now - back, ALL, ALL)} <= set(cells):
            continue
        spread = spread_between(cells[now, ALL, ALL], cells[now - back, ALL, ALL], back)
        if spread is None:
            continue
        both = cases.filter(pl.col("reporting_year").is_in([now, now - back])).sort("iro")
        x = sm.add_constant((both["reporting_year"] == now).to_numpy().astype(float))
        y, groups = both["numerator"].to_numpy().astype(float), both["iro"].to_numpy()
        fitted = sm.GEE(y, x, groups, cov_struct=Independence(), family=sm.families.Gaussian()).fit(
            cov_type="bias_reduced", scale=1.0
        )
        assert spread.variance == pytest.approx(fitted.cov_params()[1, 1], rel=1e-9, abs=1e-14)
        assert spread.clusters == both["iro"].n_unique()
        assert spread.equal == pytest.approx(1 / sum(part**2 for part in parts_of(both)), rel=1e-12)
        df = min(spread.clusters - 1, spread.equal)
        times = t.isf(LEVEL / 2, df) / norm.isf(LEVEL / 2)
        assert spread.factor() == pytest.approx(max(1, times**2 * spread.variance / spread.plain))
        compared += 1
    assert compared > 5


def parts_of(both: pl.DataFrame) -> list[float]:
    """Return each officer's part of the cases, the mean of that of the two years."""
    parts: dict[str, float] = {}
    for (_,), year in both.group_by("reporting_year"):
        for iro, cases in year.group_by("iro").len().iter_rows():
            parts[iro] = parts.get(iro, 0.0) + cases / year.height / 2
    return list(parts.values())


def test_if_a_few_officers_have_most_cases_students_t_is_of_as_many_as_would_tell_the_same_if_equal() -> None:
    # Three of eight have five of six cases: as much is known as of four of equal loads.
    loads = (2, 5, 20, 60, 120, 200, 300, 400)
    squares = float(sum(n * n for n in loads))
    whole = sum(loads)
    now = Cases(900, whole, 8, own=0.001, squares=squares, both={1: InBoth(8, 0.0, squares)})
    spread = spread_between(now, Cases(900, whole, 8, own=0.001, squares=squares), 1)
    year = spread_of(now)
    assert spread is not None
    assert year is not None
    assert spread.equal == pytest.approx(3.97, abs=0.005) == year.equal
    # Eight of equal loads: one fewer than the officers, as before.
    assert Spread(1.0, 2.0, 8, 8.0).factor() == pytest.approx(2 * (t.isf(0.025, 7) / norm.isf(0.025)) ** 2)


@pytest.mark.parametrize("depends_on", ["officer", "child"])
def test_the_variance_of_one_year_and_of_a_group_is_that_of_leaving_out_each_by_hand(depends_on: str) -> None:
    of = measure(depends_on, ("sex",))
    column = {"officer": "iro", "child": "child_id"}[depends_on]
    for cases in councils(4, seed=5):
        cells = counted(cases, of)
        for (year, by, category), cell in cells.items():
            here = cases.filter(reporting_year=year) if by == ALL else cases.filter(reporting_year=year, sex=category)
            share, rest = here["numerator"].mean(), []
            for name in here[column].unique():
                left = here.filter(pl.col(column) != name)["numerator"]
                rest.append(left.mean() if left.len() else None)
            assert (cell.numerator, cell.denominator) == (here["numerator"].sum(), here.height)
            assert cell.clusters == len(rest)
            assert cell.squares == (here[column].value_counts()["count"] ** 2).sum()
            assert cell.alone == (None in rest)
            if not cell.alone:
                assert cell.own == pytest.approx(sum((share - other) ** 2 for other in rest), rel=1e-9, abs=1e-15)


def test_students_t_is_scipys_and_so_is_the_normal() -> None:
    for level in LEVELS:
        for df in (*range(1, 130), 1.01, 1.77, 2.5, 3.97, 6.06, 9.65, 31.4, 99.9, 100.1, 399.5, 1001, 4000):
            assert t_quantile(level, df) == pytest.approx(t.isf(level / 2, df), rel=2e-13 if df <= 100 else 1e-9)
        interval = share_interval(Cases(50, 100), 1.0, level)
        z = norm.isf(level / 2)
        assert interval[1] == pytest.approx(50 + 100 * z / (1 + z * z / 100) * (0.0025 + z * z / 40000) ** 0.5)


def test_where_cases_do_not_go_together_it_is_newcombes_interval_and_wilsons() -> None:
    now, then = Cases(811, 1253), Cases(905, 1302)
    spread = spread_between(now, then, 1)
    assert spread is not None
    assert spread.factor() == 1.0
    assert difference_interval(now, then) == newcombe(811, 1253, 905, 1302)
    assert share_interval(now, 1.0) == wilson(811, 1253)


def test_it_is_never_surer_than_newcombe() -> None:
    # Eight officers of one share each year: leaving one out changes nothing.
    alike = Cases(400, 800, 8, squares=80000.0, both={1: InBoth(8, 0.0, 80000.0)})
    spread = spread_between(alike, Cases(480, 800, 8, squares=80000.0), 1)
    assert spread is not None
    assert spread.factor() == 1.0


def test_officers_too_few_or_not_known_tell_nothing() -> None:
    several = Cases(40, 80, 4, own=0.01, squares=1600.0)
    assert spread_of(several) is not None
    assert spread_of(replace(several, clusters=3)) is None
    assert spread_of(replace(several, alone=True)) is None
    assert spread_of(replace(several, unknown=8)) is not None
    assert spread_of(replace(several, unknown=9)) is None
    # Those who left and those who joined count.
    three = replace(several, clusters=3)
    assert spread_between(replace(three, both={1: InBoth(1, 0.0, 100.0)}), three, 1) is not None


def test_several_comparisons_are_judged_as_holm_does() -> None:
    random = np.random.default_rng(3)
    for _ in range(15):
        tests: dict[str, Difference | FromTarget] = {}
        for name in ("year before", "two years before"):
            now, then = (Cases(int(random.integers(820, 900)), 1000) for _ in range(2))
            tests[name] = Difference(now, then, Spread(now.plain + then.plain))
        now = Cases(int(random.integers(820, 900)), 1000)
        tests["target"] = FromTarget(now, 86.0, Spread(now.plain))
        rejected, *_ = multipletests([probability(test) for test in tests.values()], alpha=LEVEL, method="holm")
        assert beyond_chance(tests) == {name for name, called in zip(tests, rejected, strict=True) if called}


def probability(test: Difference | FromTarget) -> float:
    """Return the level at which the test begins to leave chance out."""
    low, high = 1e-12, 1 - 1e-6
    for _ in range(45):
        middle = (low + high) / 2
        low, high = (low, middle) if test.leaves_out_chance(middle) else (middle, high)
    return high


def test_a_case_that_names_no_officer_counts_and_is_not_known() -> None:
    random = np.random.default_rng(1)
    cases = a_council(random).with_columns(
        iro=pl.when(pl.int_range(pl.len()) % 7 == 0).then(None).otherwise(pl.col("iro"))
    )
    for (year, _, _), cell in counted(cases, measure()).items():
        here = cases.filter(reporting_year=year)
        assert (cell.numerator, cell.denominator) == (here["numerator"].sum(), here.height)
        assert cell.unknown == here["iro"].null_count()
        assert not cell.tells


@pytest.mark.parametrize("depends_on", ["officer", "child"])
def test_the_spread_of_two_counts_is_that_of_leaving_out_each_by_hand(depends_on: str) -> None:
    of = replace(measure(depends_on, ("sex",)), kind="count")
    column = {"officer": "iro", "child": "child_id"}[depends_on]
    for cases in councils(4, seed=6):
        cells = counted(cases, of)
        for (year, by, category), now in cells.items():
            then = cells.get((year - 1, by, category))
            spread = spread_between_counts(now, then, 1) if then else None
            if then is None or spread is None:
                continue
            here = cases if by == ALL else cases.filter(sex=category)
            found = {
                y: dict(here.filter(reporting_year=y).group_by(column).len().iter_rows()) for y in (year, year - 1)
            }
            names = {*found[year], *found[year - 1]}
            moved = [found[year].get(name, 0) - found[year - 1].get(name, 0) for name in names]
            whole, k = sum(moved), len(names)
            assert (now.numerator - then.numerator, spread.clusters) == (whole, k)
            assert spread.plain == now.numerator + then.numerator
            # The others stand for as many as there are.
            left_out = [(whole - one) * k / (k - 1) for one in moved]
            assert spread.variance == pytest.approx(sum((whole - other) ** 2 for other in left_out), rel=1e-9, abs=1e-9)


def test_counts_of_separate_events_are_tested_by_whether_half_of_them_are_of_each_year() -> None:
    now, then = Cases(107, 107), Cases(446, 446)
    low, high = CountDifference(now, then, Spread(553)).interval()
    share = proportion_confint(107, 553, method="wilson")
    assert (low, high) == pytest.approx(tuple(553 * (2 * end - 1) for end in share))
    assert low < 107 - 446 < high < 0
    # One officer who stops visiting is no change of all, if the others go on as before.
    assert not CountDifference(now, then, Spread(553, 339.0**2, 8)).leaves_out_chance(LEVEL)
    assert CountDifference(Cases(0, 0), Cases(6, 6), Spread(6)).leaves_out_chance(LEVEL)
    assert not CountDifference(Cases(0, 0), Cases(3, 3), Spread(3)).leaves_out_chance(LEVEL)


@pytest.mark.parametrize("depends_on", ["officer", "child"])
def test_the_spread_of_two_rates_is_that_of_leaving_out_each_by_hand(depends_on: str) -> None:
    of = replace(measure(depends_on), kind="rate")
    column, per = {"officer": "iro", "child": "child_id"}[depends_on], (4.5, 3.0)
    for cases in councils(4, seed=8):
        cells = counted(cases, of)
        for (year, by, category), now in cells.items():
            then = cells.get((year - 1, by, category))
            spread = spread_between_counts(now, then, 1, per) if then else None
            if then is None or spread is None:
                continue
            found = [dict(cases.filter(reporting_year=y).group_by(column).len().iter_rows()) for y in (year, year - 1)]
            names = {*found[0], *found[1]}
            moved = np.array([found[0].get(name, 0) / per[0] - found[1].get(name, 0) / per[1] for name in names])
            k = len(names)
            left_out = (moved.sum() - moved) * k / (k - 1)
            assert spread.variance == pytest.approx(((moved.sum() - left_out) ** 2).sum(), rel=1e-9, abs=1e-9)
            assert spread.plain == pytest.approx(now.numerator / per[0] ** 2 + then.numerator / per[1] ** 2)
            test = RateDifference(now, then, per, spread)
            low, high = test.interval()
            assert low < moved.sum() < high
            # Never surer than separate events.
            plain = test.with_factor(1.0)
            assert low <= plain[0]
            assert plain[1] <= high
