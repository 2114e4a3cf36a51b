"""Every measure and every rule of the problems table has a worked example, and no example is left over."""

from pathlib import Path

from kit.measures.headers import load_measures
from kit.problems.catalogue import load_rules

TESTS = Path(__file__).parent.parent
# Examples of the chain of reviews that several measures read.
SHARED = {"adoption_chains", "chains_not_known"}


def examples(folder: str) -> dict[str, str]:
    """Return the text of each example of a folder by the name that its file is called after."""
    return {p.stem.removeprefix("test_"): p.read_text(encoding="utf-8") for p in (TESTS / folder).glob("*/test_*.py")}


def unproved(names: set[str], texts: dict[str, str], asked: str) -> list[str]:
    """Return the names without a test file that asserts on what `asked` gives."""
    return sorted(n for n in names if f"assert council.{asked}(" not in texts.get(n, "") or "def test_" not in texts[n])


def test_every_measure_has_a_worked_example() -> None:
    measures, texts = load_measures(), examples("measures")
    assert unproved(set(measures), texts, "figures") == []
    # A denominator that is no figure of its own is drawn by a measure that divides by it.
    shown = {name: measure.shown for name, measure in measures.items()}
    assert [n for n in sorted(shown) if shown[n] and f'figures("{n}"' not in texts[n]] == []


def test_every_rule_has_a_worked_example() -> None:
    # A rule of the DfE has its example in its own header, and tests/intake/dfe_rules/ proves it.
    rules, texts = {name: rule for name, rule in load_rules().items() if not rule.code}, examples("problems")
    listing = {name for name, rule in rules.items() if not rule.stops}
    assert unproved(listing, texts, "listed") == []
    assert [n for n in sorted(listing) if f'listed("{n}")' not in texts[n]] == []
    assert [n for n in sorted(set(rules) - listing) if "pytest.raises(KitError)" not in texts.get(n, "")] == []


def test_every_example_is_of_a_measure_or_a_rule() -> None:
    assert sorted(set(examples("measures")) - set(load_measures()) - SHARED) == []
    assert sorted(set(examples("problems")) - set(load_rules())) == []
