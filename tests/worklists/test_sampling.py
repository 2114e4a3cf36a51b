"""A sample is the same for the same seed, follows the strata, and gives every child the same chance."""

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kit.worklists.sampling import by_stratum, draw

COUNCIL = {f"{n:03d}": ("small" if n < 3 else "large" if n < 70 else "middle") for n in range(100)}
# Written down once, so that no change of the kit or of Python draws others.
EXPECTED = ("013", "015", "057", "071", "078")
councils = st.dictionaries(st.text(min_size=1, max_size=6), st.sampled_from("abcd"), min_size=1, max_size=60)


@settings(max_examples=300)
@given(councils, st.text(max_size=5), st.data())
def test_each_stratum_gives_its_share_rounded_up_or_down(
    strata: dict[str, str], seed: str, data: st.DataObject
) -> None:
    size = data.draw(st.integers(1, len(strata)))
    drawn = draw(strata, size, seed)
    assert len(set(drawn)) == size
    assert set(drawn) <= set(strata)
    # A stratum is between two others, so that it may lose a part of a step at either end.
    for _, has, got in by_stratum(strata, drawn):
        assert abs(got - has * size / len(strata)) < 1


@settings(max_examples=100)
@given(councils, st.data())
def test_the_order_of_the_children_does_not_matter(strata: dict[str, str], data: st.DataObject) -> None:
    other = dict(data.draw(st.permutations(list(strata.items()))))
    size = data.draw(st.integers(1, len(strata)))
    assert draw(strata, size, "7") == draw(other, size, "7")


def test_the_same_seed_draws_the_same_children_on_every_computer() -> None:
    assert draw(COUNCIL, 5, "2021:7") == draw(COUNCIL, 5, "2021:7") == EXPECTED
    assert draw(COUNCIL, 5, "2021:8") != draw(COUNCIL, 5, "2021:7")
    assert by_stratum(COUNCIL, EXPECTED)[0][0] == "large"


def test_every_child_is_as_likely_as_any_other() -> None:
    samples = 4000
    times = Counter(child for seed in range(samples) for child in draw(COUNCIL, 10, str(seed)))
    # A tenth of 4000 is 400, give or take 19; the furthest of a hundred children is within five times that.
    assert min(times.values()) > 400 - 5 * 19 and max(times.values()) < 400 + 5 * 19
    assert len(times) == len(COUNCIL)
    small = sum(times[f"{n:03d}"] for n in range(3)) / 3
    assert abs(small - 400) < 4 * 19


def test_all_children_may_be_drawn() -> None:
    assert draw(COUNCIL, 100, "x") == tuple(sorted(COUNCIL))


@pytest.mark.parametrize("size", [0, -1, 101])
def test_a_sample_of_none_or_of_more_than_there_are_is_refused(size: int) -> None:
    with pytest.raises(ValueError, match="cannot be drawn"):
        draw(COUNCIL, size, "x")
