"""Years that are checked together flag what each flags alone: no child of one year is taken for one of another."""

import polars as pl
import pytest

from kit.intake.dfe_rules import rules
from kit.intake.dfe_rules.rows import Return
from kit.intake.dfe_rules.rules import check_rules
from kit.problems.catalogue import load_rules
from kit.warehouse.database import Tables
from tests.intake.dfe_rules.drawn import a_file, drawn

RULES = [rule for rule in load_rules().values() if rule.code]
YEARS = (2019, 2020, 2021, 2022)


def alone(returns: rules.Returns) -> pl.DataFrame:
    return pl.concat(check_rules({year: both}) for year, both in returns.items())


def all_examples() -> tuple[Return, Return]:
    """Return a return and the last year's that hold the example of every rule, each with children of its own."""
    files: tuple[dict[str, list[pl.DataFrame]], ...] = ({}, {})
    for rule in RULES:
        this, last, _, _ = drawn(rule)
        for shelf, examples in zip(files, (this, last or {}), strict=True):
            for name, rows in examples.items():
                own = rows.with_columns(pl.format("{} {}", pl.lit(rule.code), "CHILD").alias("CHILD"))
                shelf.setdefault(name, []).append(own.drop("row"))
    this, last = (
        {
            name: pl.concat(frames).with_row_index("row", offset=2).cast({"row": pl.Int64})
            for name, frames in all_.items()
        }
        for all_ in files
    )
    return this, last


def test_each_year_flags_what_it_flags_alone() -> None:
    # The same children with the same rows in each year, of which other days and codes are right.
    this, last = all_examples()
    returns = {year: (this, last if year % 2 else None) for year in YEARS}
    together = check_rules(returns)
    assert together.equals(alone(returns))
    assert set(together["year"]) == set(YEARS)
    # The others hold in later years alone, or look at what another rule's example already answers.
    assert together["rule"].n_unique() > len(RULES) * 0.8


def test_a_batch_holds_few_rows_and_each_year_is_in_one(monkeypatch: pytest.MonkeyPatch) -> None:
    returns = {year: ({"header": a_file("header", CHILD=["a", "b"], UPN=["A12", "UN2"])}, None) for year in YEARS}
    monkeypatch.setattr(rules, "MOST_ROWS", 5)
    assert rules._together(returns) == [[2019, 2020], [2021, 2022]]
    apart = check_rules(returns)
    monkeypatch.setattr(rules, "MOST_ROWS", 1)
    assert rules._together(returns) == [[year] for year in YEARS]
    assert check_rules(returns).equals(apart) and apart.height > 0


def test_there_is_one_query_for_each_file_and_set_of_conditions(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []
    real = Tables.reading
    monkeypatch.setattr(Tables, "reading", lambda self, name, rows: read.append(name) or real(self, name, rows))
    this = {"header": a_file("header", CHILD=["a"]), "reviews": a_file("reviews", CHILD=["a"])}
    check_rules(dict.fromkeys((2022, 2023, 2024, 2025), (this, None)))
    # From 2025 on another rule says how sex is coded in the header.
    assert sorted(read) == ["header", "header", "reviews"]
