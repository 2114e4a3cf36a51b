"""The rules of the DfE are asked again of the years that a change touches alone; what they flag is the same."""

import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from kit.intake.dfe_rules import returns as checking
from kit.intake.take_in import take_in
from kit.paths import Places
from tests.lib.small_councils import put, small_council

YEARS = (2019, 2020, 2021)


@pytest.fixture
def places(tmp_path: Path) -> Places:
    return small_council(tmp_path, YEARS)


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The years whose rules were run, in order."""
    years: list[int] = []
    real = checking.check_rules

    def check_rules(returns: Mapping[int, Any]) -> pl.DataFrame:
        years.extend(returns)
        return real(returns)

    monkeypatch.setattr(checking, "check_rules", check_rules)
    return years


def an_own_extract(places: Places) -> None:
    put(places, 2021, "send.csv", ["1001,31/03/2021,N,,N,N"], "send")


def a_review(places: Places) -> None:
    put(places, 2020, "reviews.csv", ["1001,01/06/2010,20/09/2019,PN1"], "reviews")


def a_mapping(places: Places) -> None:
    places.council_params.mkdir(parents=True, exist_ok=True)
    text = "mappings:\n  reviews: {extract: reviews, values: {REVIEW_CODE: {PN1: PN2}}}\n"
    (places.council_params / "2021.yml").write_text(text, encoding="utf-8")


def the_files_name(places: Places) -> None:
    (places.raw / "2021" / "reviews.csv").rename(places.raw / "2021" / "reviews of 2021.csv")


@pytest.mark.parametrize(
    ("change", "again"),
    [(an_own_extract, []), (a_review, [2020, 2021]), (a_mapping, [2021]), (the_files_name, [2021])],
)
def test_only_years_that_a_change_touches_are_checked_again(
    places: Places, asked: list[int], tmp_path: Path, change: Callable[[Places], None], again: list[int]
) -> None:
    take_in(places, 2021)
    assert sorted(asked) == list(YEARS)
    asked.clear()
    change(places)
    second = take_in(places, 2021).problems
    assert sorted(asked) == again
    shutil.rmtree(places.extracts)
    assert second.equals(take_in(places, 2021).problems)
    assert second.filter(pl.col("rule").str.starts_with("dfe_")).height, "there is something to be the same"


def test_what_cannot_be_read_is_checked_again(places: Places, asked: list[int]) -> None:
    first = take_in(places, 2021).problems
    (flagged,) = (places.extracts / "flagged" / "2020").iterdir()
    flagged.write_bytes(b"no table")
    an_own_extract(places)
    asked.clear()
    again = take_in(places, 2021).problems
    assert sorted(asked) == list(YEARS)
    assert again.filter(pl.col("extract") == "reviews").equals(first.filter(pl.col("extract") == "reviews"))
