"""Every rule of the DfE flags the rows that its own example says, and no others."""

import pytest

from kit.problem_rule import Rule
from kit.problems import load_rules
from kit.rules import check_rules
from tests.rules.drawn import drawn

RULES = [rule for rule in load_rules().values() if rule.code]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_flags_what_its_example_says(rule: Rule) -> None:
    this, last, year, expected = drawn(rule)
    found = check_rules(this, last, year, [rule.code])
    flagged = {name: sorted(found.filter(extract=name)["row"].to_list()) for name in expected}
    assert flagged == expected
    assert found.height == sum(map(len, expected.values()))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_example_shows_a_row_flagged_and_one_not(rule: Rule) -> None:
    this, _, _, expected = drawn(rule)
    for name, rows in expected.items():
        assert rows or len(expected) > 1
        assert len(rows) < this[name].height or len(expected) > 1
