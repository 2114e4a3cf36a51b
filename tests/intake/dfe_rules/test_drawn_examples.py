"""Every rule of the DfE flags the rows that its own example says, and no others."""

import polars as pl
import pytest

from kit.extracts import EXTRACTS
from kit.intake.dfe_rules.rows import Return
from kit.intake.dfe_rules.rules import check_rules
from kit.problems.catalogue import load_rules
from kit.problems.rule import Rule
from tests.intake.dfe_rules.drawn import drawn

RULES = [rule for rule in load_rules().values() if rule.code]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_flags_what_its_example_says(rule: Rule) -> None:
    this, last, year, expected = drawn(rule)
    found = check_rules({year: (this, last)}, [rule.code])
    flagged = {name: sorted(found.filter(extract=name)["row"].to_list()) for name in expected}
    assert flagged == expected
    assert found.height == sum(map(len, expected.values()))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_flags_the_same_whatever_letters_the_codes_are_written_in(rule: Rule) -> None:
    this, last, year, expected = drawn(rule)
    found = check_rules({year: (in_small_letters(this), last and in_small_letters(last))}, [rule.code])
    assert {name: sorted(found.filter(extract=name)["row"].to_list()) for name in expected} == expected
    assert found.height == sum(map(len, expected.values()))


def in_small_letters(files: Return) -> Return:
    """Return the files with their codes in small letters."""
    codes = {name: [c.heading for c in EXTRACTS[name].columns if c.codes or c.capitals] for name in files}
    return {name: text.with_columns(pl.col(codes[name]).str.to_lowercase()) for name, text in files.items()}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_example_shows_a_row_flagged_and_one_not(rule: Rule) -> None:
    this, _, _, expected = drawn(rule)
    for name, rows in expected.items():
        assert rows or len(expected) > 1
        assert len(rows) < this[name].height or len(expected) > 1
