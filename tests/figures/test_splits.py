"""What changed, split by a breakdown: worked examples, and parts that add up exactly."""

from fractions import Fraction
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from kit.figures.figure import Figure
from kit.figures.splits import split_count, split_share


def share(category: str, n: int | None, d: int | None, **other: Any) -> Figure:
    value = None if n is None or not d else 100 * n / d
    note = "suppressed" if n is None else "" if d else "no cases"
    return Figure("x", 2021, "sex", category, n, d, value, None, None, "%", note, **other)


def whole(figures: list[Figure]) -> Figure:
    return share("all", sum(f.numerator or 0 for f in figures), sum(f.denominator or 0 for f in figures))


def test_a_share_that_fell_as_there_are_more_of_those_who_seldom_take_part() -> None:
    # Half and half, then one in four and three in four; nobody's own share moved.
    then = [share("Young", 90, 100), share("Old", 50, 100)]
    now = [share("Young", 45, 50), share("Old", 75, 150)]
    split = split_share(now, then, (whole(now), whole(then)))
    assert split is not None
    assert (split.change, split.mix, split.rate) == (Fraction(-10), Fraction(-10), 0)
    assert {p.category: p.mix for p in split.parts} == {"Young": Fraction(-25, 4), "Old": Fraction(-15, 4)}


def test_a_share_that_fell_as_one_groups_own_share_did() -> None:
    then = [share("Young", 90, 100), share("Old", 50, 100)]
    now = [share("Young", 90, 100), share("Old", 30, 100)]
    split = split_share(now, then, (whole(now), whole(then)))
    assert split is not None
    assert (split.mix, split.rate) == (0, -10)
    assert {p.category: p.rate for p in split.parts} == {"Young": 0, "Old": -10}


PAIRS = st.lists(st.integers(0, 50).flatmap(lambda d: st.tuples(st.integers(0, d), st.just(d))), min_size=3, max_size=3)


@given(PAIRS, PAIRS)
def test_the_parts_add_up_exactly(now: list[tuple[int, int]], then: list[tuple[int, int]]) -> None:
    years = [[share(name, *pair) for name, pair in zip("ABC", pairs, strict=True)] for pairs in (now, then)]
    split = split_share(*years, (whole(years[0]), whole(years[1])))
    if not sum(d for _, d in now) or not sum(d for _, d in then):
        assert split is None
        return
    assert split is not None
    totals = [Fraction(sum(n for n, _ in pairs), sum(d for _, d in pairs)) for pairs in (now, then)]
    assert split.change == split.mix + split.rate == 100 * (totals[0] - totals[1])
    assert sum((part.both for part in split.parts), Fraction(0)) == split.change


def test_nothing_is_split_if_a_part_is_hidden_or_does_not_add_up() -> None:
    then = [share("Young", 90, 100), share("Old", 50, 100)]
    hidden = [share("Young", None, None), share("Old", 50, 100)]
    assert split_share(hidden, then, (whole(then), whole(then))) is None
    assert split_share(then, hidden, (whole(then), whole(then))) is None
    assert split_share(then, then, (share("all", 141, 200), whole(then))) is None
    assert split_share(then, then, (share("all", None, None), whole(then))) is None


def count(category: str, n: int | None) -> Figure:
    note = "" if n is not None else "suppressed"
    return Figure("x", 2021, "theme", category, n, None, n, None, None, "concerns", note)


def test_of_a_count_what_is_new_what_is_gone_and_what_stayed() -> None:
    then = [count("Drift", 30), count("Health", 12), count("School", 0)]
    now = [count("Drift", 20), count("Health", 0), count("School", 25)]
    split = split_count(now, then, (count("all", 45), count("all", 42)))
    assert split is not None
    assert (split.change, split.mix, split.rate) == (3, 13, -10)
    assert {p.category: (p.mix, p.rate) for p in split.parts} == {
        "Drift": (0, -10),
        "Health": (-12, 0),
        "School": (25, 0),
    }
    assert split_count([count("Drift", None), *now[1:]], then, (count("all", 45), count("all", 42))) is None
