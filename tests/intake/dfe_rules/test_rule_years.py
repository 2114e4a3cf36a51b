"""A rule holds for the years that it says, in the form that the year gave it, and only if its files are there."""

import pytest

from kit.intake.dfe_rules.rules import check_rules, conditions, conditions_of
from kit.problems.catalogue import load_rules
from tests.intake.dfe_rules.drawn import a_file

EVERYTHING = {"header", "episodes", "reviews", "oc2", "oc3", "last_header", "last_episodes"}


def flagged(code: str, year: int, extract: str, **columns: list[str | None]) -> list[int]:
    """Return which of the drawn rows a rule flags, counted from 0."""
    found = check_rules({year: ({extract: a_file(extract, **columns)}, None)}, [code])
    return [row - 2 for row in found.filter(extract=extract)["row"]]


@pytest.mark.parametrize(
    ("year", "invalid"),
    [(2024, ["K3", "Z11"]), (2025, ["Z11"]), (2026, ["H5", "P2", "Z1"])],
)
def test_placements_are_those_of_the_year(year: int, invalid: list[str]) -> None:
    places = ["U1", "H5", "P2", "K3", "Z1", "Z11"]
    rows = flagged("146", year, "episodes", CHILD=[str(n) for n in range(6)], PLACE=list(places))
    assert [places[at] for at in rows] == invalid


@pytest.mark.parametrize(("year", "invalid"), [(2024, ["F"]), (2025, ["2"])])
def test_sex_is_coded_as_the_year_codes_it(year: int, invalid: list[str]) -> None:
    codes = ["2", "F"]
    rows = flagged("101", year, "header", CHILD=["a", "b"], SEX=list(codes))
    assert [codes[at] for at in rows] == invalid


def test_reasons_of_2018_went_in_2019() -> None:
    codes = ["E43", "E45", "X1"]
    assert flagged("149", 2018, "episodes", CHILD=["a", "b", "c"], REC=list(codes)) == [1]
    assert flagged("149", 2019, "episodes", CHILD=["a", "b", "c"], REC=list(codes)) == [0]


def test_rules_that_came_later_do_not_hold_before() -> None:
    first = {"232": 2025, "444": 2026}
    for code, year in first.items():
        assert not list(conditions_of(year - 1, EVERYTHING, [code]))
        assert list(conditions_of(year, EVERYTHING, [code]))


def test_rules_on_freeing_orders_ended_with_the_return_of_2024() -> None:
    for code in ("445", "451"):
        assert list(conditions_of(2024, EVERYTHING, [code]))
        assert not list(conditions_of(2025, EVERYTHING, [code]))
    assert list(conditions_of(2025, EVERYTHING, ["446"]))


def test_one_condition_of_a_rule_holds_for_an_extract_and_year() -> None:
    for year in range(2017, 2028):
        held = [(c.rule.code, c.extract) for c in conditions_of(year, EVERYTHING)]
        assert len(held) == len(set(held))


def test_a_rule_is_not_checked_if_a_file_that_it_needs_is_not_there() -> None:
    assert "191" in {c.rule.code for c in conditions_of(2023, {"episodes", "oc2"})}
    assert "191" not in {c.rule.code for c in conditions_of(2023, {"episodes"})}
    assert "502" not in {c.rule.code for c in conditions_of(2023, EVERYTHING - {"last_episodes"})}


def test_every_column_to_look_at_is_one_of_the_file() -> None:
    for condition in conditions():
        assert condition.column in a_file(condition.extract).columns, condition.rule.name


def test_every_rule_has_a_severity_and_is_not_listed_twice() -> None:
    rules = [rule for rule in load_rules().values() if rule.code]
    assert {rule.severity for rule in rules} == {"error", "query"}
    assert len({rule.title for rule in rules}) == len(rules)


def test_a_pupil_number_is_not_among_the_values() -> None:
    found = check_rules({2023: ({"header": a_file("header", CHILD=["a"], UPN=["A12"])}, None)}, ["168"])
    assert found.select("row", "column", "value").rows() == [(2, "UPN", None)]


def test_children_are_told_apart_with_their_leading_zeros() -> None:
    header = a_file("header", CHILD=["7", "007"])
    assert check_rules({2023: ({"header": header}, None)}, ["INT32"]).is_empty()
    twice = a_file("header", CHILD=["7", "007", "7"])
    assert check_rules({2023: ({"header": twice}, None)}, ["INT32"])["row"].to_list() == [2, 4]
