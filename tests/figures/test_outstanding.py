"""What stands out: each rule by a worked example, and Benjamini and Hochberg's beside statsmodels."""

from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from statsmodels.stats.multitest import multipletests

from kit.figures.comparison import Comparison
from kit.figures.figure import Figure
from kit.figures.intervals import newcombe, wilson
from kit.figures.outstanding import flat_since, gaps, opposites, shortfall_in_one_group


def share(category: str, n: int, d: int, by: str = "sen_provision", year: int = 2021, **other: Any) -> Figure:
    low, high = wilson(n, d) or (None, None)
    note = "" if d else "no cases"
    return Figure("x", year, by, category, n, d, 100 * n / d if d else None, low, high, "%", note, **other)


def test_the_largest_gap_beyond_chance_is_a_groups_to_all_others() -> None:
    groups = [share("EHC plan", 247, 348), share("SEN support", 265, 310), share("No SEN", 328, 382)]
    whole = share("all", 840, 1040, "all")
    first, *others = gaps(whole, {"sen_provision": groups, "month": [share("2020-04", 1, 90)]})
    assert (first.group.category, first.beyond) == ("EHC plan", True)
    assert first.difference == pytest.approx(100 * 247 / 348 - 100 * 593 / 692)
    assert {gap.group.category for gap in others} == {"SEN support", "No SEN"}
    # Beyond chance at just that probability: Newcombe's interval of the two at 95% leaves 0 out.
    interval = newcombe(247, 348, 593, 692)
    assert interval is not None
    assert interval[1] < 0
    assert first.probability < 0.001


def test_a_gap_of_cases_that_go_together_needs_to_be_wider() -> None:
    whole = share("all", 170, 200, "all")
    assert gaps(whole, {"sex": [share("Female", 79, 100)]})[0].beyond
    together = replace(share("Female", 79, 100), factor=4.0)
    assert not gaps(replace(whole, factor=4.0), {"sex": [together]})[0].beyond
    assert gaps(whole, {"sex": [share("Female", 5, 19)]}) == []


def test_many_gaps_are_judged_together_as_benjamini_and_hochberg_do() -> None:
    random = np.random.default_rng(9)
    groups = [share(f"group {n}", int(random.binomial(60, 0.8 if n % 4 else 0.62)), 60) for n in range(24)]
    whole = share("all", sum(f.numerator or 0 for f in groups), 24 * 60, "all")
    found = gaps(whole, {"sen_provision": groups})
    kept, *_ = multipletests([gap.probability for gap in found], alpha=0.05, method="fdr_bh")
    assert [gap.beyond for gap in found] == list(kept)
    assert 0 < sum(kept) < 24


def test_a_shortfall_that_is_in_one_group() -> None:
    groups = [share("Under 3 months", 34, 50), share("1 to 2 years", 80, 80), share("2 years or more", 90, 90)]
    whole = share("all", 204, 220, "all")
    found = shortfall_in_one_group(whole, groups, "higher")
    assert found is not None
    assert found.category == "Under 3 months"
    assert shortfall_in_one_group(whole, [*groups[:2], share("2 years or more", 89, 90)], "higher") is None
    most = [share("Under 3 months", 134, 150), *groups[1:]]
    assert shortfall_in_one_group(share("all", 234, 250, "all"), [most[0], share("Other", 100, 100)], "higher") is None
    assert (
        shortfall_in_one_group(whole, [*groups[:2], replace(groups[2], value=None, note="suppressed")], "higher")
        is None
    )
    lower = [share("Young", 12, 60), share("Old", 0, 100)]
    short = shortfall_in_one_group(share("all", 12, 160, "all"), lower, "lower")
    assert short is not None
    assert short.category == "Young"


def test_a_series_is_flat_if_every_year_is_within_the_last_ones_range() -> None:
    years = [
        share("all", n, 106, "all", year) for year, n in zip(range(2016, 2022), (40, 15, 17, 16, 15, 16), strict=True)
    ]
    assert flat_since(years) == 2017
    assert flat_since(years[3:]) is None
    called = Comparison("x", 2019, "all", "all", "year before", 15.1, -1.0, None, None, "", "officer", "worse")
    assert flat_since([*years[:3], replace(years[3], compared=(called,)), *years[4:]]) is None
    assert flat_since([share("all", 106, 106, "all", year) for year in range(2016, 2022)]) is None


def moved(category: str, difference: float, verdict: str) -> Figure:
    row = Comparison("x", 2021, "mode", category, "year before", 50.0, difference, None, None, "", "child", verdict)
    return replace(share(category, 50, 100), compared=(row,))


def test_groups_that_move_in_opposite_directions_are_found_only_beyond_chance() -> None:
    up, down = moved("In person", 12.0, "better"), moved("Virtual", -9.0, "worse")
    assert opposites([up, down, moved("Hybrid", -3.0, "no clear change")]) == ([up], [down])
    assert opposites([up, moved("Virtual", -9.0, "too few officers")]) is None
    assert opposites([up, moved("Virtual", 9.0, "better")]) is None
