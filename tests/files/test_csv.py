"""Tables as CSV: decimals, empty cells, and no cell that a spreadsheet takes for a formula."""

import csv
import io

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kit.figures.csv import results_csv
from kit.figures.table import SCHEMA
from kit.problems import table as problems
from kit.problems.table import problems_csv

HEAD = "measure,year,breakdown,category,numerator,denominator,value,lower,upper,unit,note"
BASE = {"measure": "m", "year": 2021, "breakdown": "all", "category": "all", "unit": "%", "note": ""}


def frame(*rows: dict) -> pl.DataFrame:
    return pl.DataFrame([{**dict.fromkeys(SCHEMA), **BASE, **row} for row in rows], schema=SCHEMA, orient="row")


def lines(*rows: dict) -> list[str]:
    return results_csv(frame(*rows)).split("\n")


def test_a_share_has_six_decimals_and_a_count_is_whole() -> None:
    share = {"numerator": 1, "denominator": 3, "value": 100 / 3, "lower": 6.149194, "upper": 79.23403999}
    assert lines(share) == [HEAD, "m,2021,all,all,1,3,33.333333,6.149194,79.234040,%,", ""]
    whole = {"numerator": 1, "denominator": 1, "value": 100.0, "lower": 20.654931, "upper": 100.0}
    assert lines(whole)[1] == "m,2021,all,all,1,1,100.000000,20.654931,100.000000,%,"
    assert lines({"numerator": 12, "value": 12.0, "unit": "children"})[1] == "m,2021,all,all,12,,12,,,children,"


def test_a_rate_has_six_decimals_and_no_interval_and_a_median_is_whole_days() -> None:
    rate = {"numerator": 30, "denominator": 449, "value": 100 * 30 / 449, "unit": "per 100 children"}
    assert lines(rate)[1] == "m,2021,all,all,30,449,6.681514,,,per 100 children,"
    median = {"numerator": 9, "denominator": 11, "value": 17.0, "unit": "days"}
    assert lines(median)[1] == "m,2021,all,all,9,11,17,,,days,"


def test_a_number_below_nought_is_no_formula() -> None:
    """An escalation may be resolved, by its dates, before it was raised."""
    median = {"category": "-none", "numerator": 1, "denominator": 1, "value": -1.0, "unit": "days"}
    assert lines(median)[1] == "m,2021,all,'-none,1,1,-1,,,days,"
    ratio = {"numerator": -1, "denominator": 3, "value": -100 / 3}
    assert lines(ratio)[1] == "m,2021,all,all,-1,3,-33.333333,,,%,"


def test_what_is_not_there_is_empty_and_never_0() -> None:
    for note in ("suppressed", "not supplied", "not known"):
        assert lines({"note": note})[1] == f"m,2021,all,all,,,,,,%,{note}"
    assert lines({"numerator": 0, "denominator": 0, "note": "no cases"})[1] == "m,2021,all,all,0,0,,,,%,no cases"


def test_rows_are_sorted_and_every_line_ends_alike() -> None:
    rows = [
        {"measure": m, "year": y, "breakdown": b, "category": c}
        for m, y, b, c in [("b", 2021, "all", "all"), ("a", 2021, "sex", "Male"), ("a", 2021, "sex", "Female"),
                           ("a", 2020, "sex", "Male"), ("a", 2021, "all", "all")]
    ]  # fmt: skip
    text = results_csv(frame(*rows))
    assert [line.split(",")[:4] for line in text.split("\n")[1:-1]] == [
        ["a", "2020", "sex", "Male"],
        ["a", "2021", "all", "all"],
        ["a", "2021", "sex", "Female"],
        ["a", "2021", "sex", "Male"],
        ["b", "2021", "all", "all"],
    ]
    assert "\r" not in text and text.endswith("\n")
    assert results_csv(frame()) == HEAD + "\n"


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_a_formula_is_written_as_text(start: str) -> None:
    bad = f"{start}HYPERLINK(1)"
    (row,) = csv.DictReader(io.StringIO(results_csv(frame({"category": bad})), newline=""))
    assert row["category"] == f"'{bad}"
    table = pl.DataFrame({**{name: [None] for name in problems.SCHEMA}, "value": [bad]}, schema=problems.SCHEMA)
    (listed,) = csv.DictReader(io.StringIO("".join(problems_csv(table)), newline=""))
    assert listed["value"] == f"'{bad}"


def test_a_minus_or_an_equals_inside_a_word_is_left_alone() -> None:
    for word in ("a=b", "2020-04", "Children's home", "4–9"):
        assert f",{word}," in lines({"category": word})[1]


@settings(max_examples=200)
@given(st.text(st.characters(codec="utf-8"), min_size=1).filter(lambda t: "\x00" not in t))
def test_any_word_comes_back_as_it_was_or_guarded(word: str) -> None:
    (row,) = csv.DictReader(io.StringIO(results_csv(frame({"category": word})), newline=""))
    assert row["category"] == (f"'{word}" if word[0] in "=+-@\t\r" else word)


def test_problems_keep_their_order_and_leave_blank_what_is_blank() -> None:
    rows = [
        {"extract": "reviews", "year": 2021, "file": "r.csv", "row": 9, "column": "REVIEW", "rule": "b"},
        {"extract": "header", "year": 2020, "file": "h.csv", "row": 2, "column": "DOB", "rule": "a", "value": "x"},
    ]
    table = pl.DataFrame([dict.fromkeys(problems.SCHEMA) | r for r in rows], schema=problems.SCHEMA, orient="row")
    assert "".join(problems_csv(table)) == (
        "extract,year,file,row,column,rule,value,message\n"
        "reviews,2021,r.csv,9,REVIEW,b,,\n"
        "header,2020,h.csv,2,DOB,a,x,\n"
    )
