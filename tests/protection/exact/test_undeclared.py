"""What adds up in every year of the sample is declared, or named here with why it need not be."""

from kit.counting.figures import load_unprotected_figures
from kit.measures.breakdowns import BREAKDOWNS
from kit.paths import find_council
from tests.protection.exact.undeclared import undeclared

NOT_DECLARED = {
    "children_per_full_time_iro.N[month=03] = children_three_placements.D": "no sum of categories, and all children",
    "reviews_virtual.D[month=05] + reviews_virtual.R[month=11] = reviews_virtual.D[month=11] + "
    "reviews_virtual.R[month=05]": "chance: as many in May as in November",
}


def test_all_that_adds_up_in_the_sample_is_declared() -> None:
    loaded = load_unprotected_figures(find_council("sample"), 2021)
    internal = [b.name for b in BREAKDOWNS.values() if b.internal]
    results = loaded.results.filter(~loaded.results["breakdown"].is_in(internal))
    found = undeclared(results, loaded.measures)
    assert sorted(set(found) - set(NOT_DECLARED)) == []
    # The search finds what is not declared.
    without = {name: measure for name, measure in loaded.measures.items() if name != "reviews_on_time"}
    assert "reviews_on_time.R = reviews_late_reasons.N" in " ".join(undeclared(results, without))
