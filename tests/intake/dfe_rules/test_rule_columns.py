"""A rule is not run on a file that lacks a column which it needs: it would flag what may be right."""

import pytest

from kit.extracts import EXTRACTS
from kit.intake.dfe_rules.children import FACTS
from kit.intake.dfe_rules.columns import columns_read
from kit.intake.dfe_rules.rules import check_rules, conditions
from tests.intake.dfe_rules.drawn import a_file

EPISODES = {"CHILD": ["a", "a"], "DECOM": ["01/06/2019", "01/06/2020"], "RNE": ["S", "P"], "LS": ["C2", "C2"]}


def test_every_fact_about_a_child_names_columns_that_its_file_has() -> None:
    files = {name: set(extract.headings) for name, extract in EXTRACTS.items()}
    files |= {f"last_{name}": files[name] for name in ("header", "episodes")}
    assert {name: fact.headings for name, fact in FACTS.items() if not files[fact.file].issuperset(fact.headings)} == {}


@pytest.mark.parametrize(
    ("extract", "sql", "columns"),
    [
        ("header", "mother = '1' AND mc_dob IS NULL -- or UPN, upn", {("header", "MOTHER"), ("header", "MC_DOB")}),
        ("header", "in_last_header AND upn <> last_upn", {("header", "UPN"), ("last_header", "UPN")}),
        ("episodes", "dec_given AND next_rne = 'P'", {("episodes", "DEC"), ("episodes", "RNE")}),
        ("reviews", "dob <> header_dob", {("reviews", "DOB"), ("header", "DOB")}),
        ("episodes", "rec_invalid", {("episodes", "REC")}),
        ("oc2", "convicted_invalid OR teeth_check_invalid", set()),
        ("oc2", "sdq_score_invalid OR sdq_score > 40", {("oc2", "SDQ_SCORE")}),
    ],
)
def test_what_a_condition_needs_is_what_it_reads(extract: str, sql: str, columns: set[tuple[str, str]]) -> None:
    assert columns_read(extract, sql) == columns


@pytest.mark.parametrize("without", ["PL_POST", "URN", "PLACE_PROVIDER"])
def test_a_move_is_not_doubted_if_a_file_does_not_say_where_to(without: str) -> None:
    given = a_file("episodes", **EPISODES)
    assert check_rules({2021: ({"episodes": given}, None)}, ["435"])["row"].to_list() == [3]
    assert check_rules({2021: ({"episodes": given.drop(without)}, None)}, ["435"]).is_empty()


def test_without_any_one_column_no_rule_that_needs_it_flags_anything() -> None:
    needed = sorted({column for c in conditions() for column in c.needs if "last" not in column[0]})
    for file, heading in [(file, heading) for file, heading in needed if heading != "CHILD"]:
        rows = a_file(file, CHILD=["a", "a", "b"]).drop(heading)
        found = set(check_rules({2021: ({file: rows}, None)})["rule"])
        assert not found & {c.rule.name for c in conditions() if (file, heading) in c.needs}, heading
