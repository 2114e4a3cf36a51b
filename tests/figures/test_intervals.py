"""The intervals and the median against maintained statistics libraries."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import CensoredData, ecdf, hypergeom
from statsmodels.stats.proportion import confint_proportions_2indep, proportion_confint
from statsmodels.stats.rates import confint_poisson

from kit.figures.intervals import difference, events, median_time, newcombe, wilson, wilson_of_sample

counts = st.integers(1, 20_000).flatmap(lambda d: st.tuples(st.integers(0, d), st.just(d)))
cases = st.lists(st.tuples(st.integers(0, 60), st.booleans()), min_size=1, max_size=40)


@given(st.integers(0, 5_000))
def test_the_interval_of_separate_events_is_statsmodels_score_interval(number: int) -> None:
    assert events(number) == pytest.approx(confint_poisson(number, 1, method="score"), rel=1e-9, abs=1e-9)


@settings(max_examples=300)
@given(counts)
def test_wilson_is_statsmodels_wilson_and_holds_the_share(count: tuple[int, int]) -> None:
    numerator, denominator = count
    found = wilson(numerator, denominator)
    assert found is not None
    expected = proportion_confint(numerator, denominator, alpha=0.05, method="wilson")
    assert found == pytest.approx([100 * end for end in expected], abs=1e-9)
    assert 0 <= found[0] <= 100 * numerator / denominator <= found[1] <= 100


def test_wilson_touches_the_ends_exactly() -> None:
    for denominator in (1, 2, 3, 7, 449, 20_000):
        nothing, everything = wilson(0, denominator), wilson(denominator, denominator)
        assert nothing and nothing[0] == 0.0
        assert everything and everything[1] == 100.0


@settings(max_examples=300)
@given(counts, counts)
def test_newcombe_is_statsmodels_newcombe(one: tuple[int, int], other: tuple[int, int]) -> None:
    found = newcombe(*one, *other)
    assert found is not None
    expected = confint_proportions_2indep(*one, *other, method="newcomb", compare="diff", alpha=0.05)
    assert found == pytest.approx([100 * end for end in expected], abs=1e-7)
    difference = 100 * (one[0] / one[1] - other[0] / other[1])
    assert found[0] - 1e-9 <= difference <= found[1] + 1e-9
    turned = newcombe(*other, *one)
    assert turned is not None
    assert found == pytest.approx((-turned[1], -turned[0]), abs=1e-9)


@settings(max_examples=300)
@given(st.integers(1, 60), st.integers(1, 500), st.data())
def test_a_samples_interval_is_wilsons_with_the_number_of_cases_that_says_as_much(
    sampled: int, more: int, data: st.DataObject
) -> None:
    yes, population = data.draw(st.integers(0, sampled)), sampled + more
    found = wilson_of_sample(yes, sampled, sampled, population)
    assert found is not None
    cases = sampled * (population - 1) / (population - sampled)
    expected = proportion_confint(cases * yes / sampled, cases, alpha=0.05, method="wilson")
    assert found == pytest.approx([100 * end for end in expected], abs=1e-7)
    # As many cases as make the variance of a share that of drawing without return (scipy's hypergeometric).
    share = yes / sampled
    if 0 < yes < sampled and float(share * population).is_integer():
        drawn = hypergeom(population, round(share * population), sampled)
        assert share * (1 - share) / cases == pytest.approx(drawn.var() / sampled**2)


@pytest.mark.parametrize(("population", "sampled"), [(450, 40), (450, 150), (60, 40)])
def test_a_samples_interval_holds_the_true_share_in_19_of_20_samples(population: int, sampled: int) -> None:
    yes = np.arange(sampled + 1)
    ends = np.array([wilson_of_sample(int(k), sampled, sampled, population) for k in yes])
    plain = np.array([wilson(int(k), sampled) for k in yes])

    def held(intervals: np.ndarray, true: int) -> float:
        share = 100 * true / population
        inside = (intervals[:, 0] <= share + 1e-9) & (share - 1e-9 <= intervals[:, 1])
        return float(hypergeom(population, true, sampled).pmf(yes)[inside].sum())

    # Every number of children of whom it could be true, but for the few at either end, for which no interval is exact.
    true = range(population // 20, population - population // 20 + 1)
    coverage = [held(ends, one) for one in true]
    assert 0.94 <= np.mean(coverage) <= 0.965
    assert min(coverage) > 0.88
    assert np.mean([held(plain, one) for one in true]) > np.mean(coverage)


def test_a_sample_of_everyone_has_no_interval_but_the_share() -> None:
    assert wilson_of_sample(3, 4, 4, 4) == (75, 75)
    assert wilson_of_sample(3, 4, 5, 4) == (75, 75)
    assert wilson_of_sample(0, 0, 0, 100) is None
    # Eight answers of four children are those of four.
    assert wilson_of_sample(6, 8, 4, 100) == wilson_of_sample(3, 4, 4, 100)


@settings(max_examples=100)
@given(counts, counts)
def test_a_difference_of_plain_shares_is_newcombes(one: tuple[int, int], other: tuple[int, int]) -> None:
    first, second = wilson(*one), wilson(*other)
    assert first and second
    found = difference(100 * one[0] / one[1], first, 100 * other[0] / other[1], second)
    assert found == newcombe(*one, *other)


def test_no_cases_have_no_interval() -> None:
    assert wilson(0, 0) is None
    assert newcombe(0, 0, 1, 2) is None
    assert newcombe(1, 2, 0, 0) is None


@settings(max_examples=300)
@given(cases)
def test_the_median_is_the_least_time_at_which_half_or_fewer_remain(drawn: list[tuple[int, bool]]) -> None:
    times, ended = [time for time, _ in drawn], [end for _, end in drawn]
    data = CensoredData(
        uncensored=[time for time, end in drawn if end],
        right=[time for time, end in drawn if not end],
    )
    curve = ecdf(data).sf
    remaining = dict(zip(curve.quantiles.tolist(), curve.probabilities.tolist(), strict=True))
    # scipy reckons with floats: a half may come out a hair above a half.
    half = [time for time, share in remaining.items() if share <= 0.5 + 1e-9]
    assert median_time(times, ended) == (min(half) if half else None)


@settings(max_examples=200)
@given(cases, st.randoms(use_true_random=False))
def test_the_order_of_the_cases_does_not_matter(drawn: list[tuple[int, bool]], random: object) -> None:
    shuffled = list(drawn)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert median_time(*_two(shuffled)) == median_time(*_two(drawn))


@settings(max_examples=100)
@given(st.lists(st.integers(0, 60), min_size=1, max_size=40))
def test_without_censoring_the_median_is_the_lower_middle(times: list[int]) -> None:
    expected = float(np.quantile(times, 0.5, method="inverted_cdf"))
    assert median_time(times, [True] * len(times)) == expected


def test_a_median_that_is_not_reached_is_none() -> None:
    assert median_time([], []) is None
    assert median_time([5, 6, 7], [False, False, False]) is None
    # Of three, one ended on day 5: two thirds remain.
    assert median_time([5, 6, 7], [True, False, False]) is None
    # Of two, one ended on day 5: exactly half remain, and that is the median.
    assert median_time([5, 6], [True, False]) == 5


def test_a_later_censored_case_never_lowers_the_median() -> None:
    for censored, later in pairwise(range(0, 20)):
        earlier, after = (median_time([4, 8, 12, c], [True, True, True, False]) for c in (censored, later))
        assert earlier is not None and after is not None and earlier <= after


def _two(drawn: list[tuple[int, bool]]) -> tuple[list[int], list[bool]]:
    return [time for time, _ in drawn], [end for _, end in drawn]
