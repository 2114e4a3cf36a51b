"""From text to types: what each kind of column takes, and that no row is lost."""

import re
from datetime import date

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kit.extracts import EXTRACTS
from kit.extracts.codes import CodeSet
from kit.extracts.columns import Column, Extract, child, code, day
from kit.extracts.convert import spelt, typed, values_of

COLOUR = CodeSet("colour", "Colour", {"Red": "Red", "BLUE": "Blue", "dark green": "Dark green"})


def extract(*columns: Column, statutory: bool = False, key: tuple[str, ...] = ("child_id",)) -> Extract:
    return Extract("x", "X", "an x", key, (child("CHILD"), *columns), statutory=statutory)


def text_rows(columns: list[str], rows: list[list[str | None]]) -> pl.DataFrame:
    """Return rows as `kit.intake.reading` gives them: trimmed text, blank as null, Excel's row number."""
    schema: dict[str, pl.DataType] = {"row": pl.Int64(), **dict.fromkeys(columns, pl.String())}
    return pl.DataFrame([[n, *row] for n, row in enumerate(rows, start=2)], schema=schema, orient="row")


def one(column: Column, value: str | None, statutory: bool = False) -> tuple[object, list[str]]:
    """Return what a cell becomes, and the rules that list it."""
    declared = extract(column, statutory=statutory)
    rows, listed = typed(declared, text_rows(["CHILD", column.heading], [["1", value]]))
    found = rows[column.name].to_list()[0]
    return found, listed["rule"].to_list()


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("01/04/2021", date(2021, 4, 1)),
        ("1/4/2021", date(2021, 4, 1)),
        ("29/02/2020", date(2020, 2, 29)),
        ("02/01/1900", date(1900, 1, 2)),
        ("31/12/2100", date(2100, 12, 31)),
    ],
)
def test_a_date_that_was_read_is_day_month_year(value: str, expected: date) -> None:
    assert one(day("D", ""), value, statutory=True) == (expected, [])
    assert one(day("D", ""), value) == (expected, [])


@pytest.mark.parametrize(
    "value",
    [
        "30/02/2021", "29/02/2021", "31/04/2021", "00/01/2021", "32/01/2021", "01/13/2021", "13/2021", "2021",
        "01/04/21", "01-04-2021", "1 April 2021", "44287", "n/a", "?", "01/04/2021 00:00", "01/01/1900",
        "01/01/2101", "01/04/20211", "01/04/+20211", "01/04/-2021", "01/01/0000", "31/12/9999",
        "2021/04/01", "2021-04-01", "2021-04-01 00:00:00",
    ],
)  # fmt: skip
def test_what_was_not_read_as_a_date_is_listed_and_left_blank(value: str) -> None:
    assert one(day("D", ""), value, statutory=True) == (None, ["not_a_date"])
    assert one(day("D", ""), value) == (None, ["not_a_date"])


@settings(max_examples=300)
@given(st.from_regex(r"[0-9+\-/ .]{1,12}", fullmatch=True).map(str.strip).filter(bool))
def test_only_real_days_written_in_digits_are_dates(value: str) -> None:
    found, rules = one(day("D", ""), value, statutory=True)
    parts = re.fullmatch(r"(\d{1,2})/(\d{1,2})/(\d{4})", value)
    expected = None
    if parts:
        d, m, y = map(int, parts.groups())
        try:
            expected = date(y, m, d) if date(1900, 1, 2) <= date(y, m, d) <= date(2100, 12, 31) else None
        except ValueError:
            expected = None
    assert (found, rules) == (expected, [] if expected else ["not_a_date"])


@settings(max_examples=100)
@given(st.dates(date(1900, 1, 2), date(2100, 12, 31)))
def test_every_day_is_read_back(on: date) -> None:
    assert one(day("D", ""), f"{on:%d/%m/%Y}", statutory=True) == (on, [])


@pytest.mark.parametrize("statutory", [True, False])
def test_a_code_may_be_in_any_letter_case(statutory: bool) -> None:
    column = code("C", COLOUR)
    assert one(column, "blue", statutory) == ("BLUE", [])
    for value in ("Red", "RED", "red"):
        assert one(column, value, statutory) == ("Red", [])
    assert one(column, "pink", statutory) == (None, ["unknown_code"])
    assert one(Column("C", "text", "", capitals=True), "pink", statutory) == ("PINK", [])


def test_a_code_of_the_return_is_spelt_as_the_return_does_and_what_is_no_code_stays() -> None:
    declared = extract(code("C", COLOUR), code("D", COLOUR), Column("T", "text", "", capitals=True), statutory=True)
    text = text_rows(["CHILD", "C", "D", "T"], [["a", "red", "Red", "m"], ["a", "pink", None, None]])
    new, otherwise = spelt(declared, text, values_of(declared, text))
    assert new.rows() == [(2, "a", "Red", "Red", "M"), (3, "a", "pink", None, None)]
    assert {heading: cells.to_list() for heading, cells in otherwise.items()} == {"C": ["red"]}


def test_codes_of_several_words_are_known() -> None:
    column = code("C", COLOUR)
    assert one(column, "Dark Green") == ("dark green", [])
    assert one(column, "pink") == (None, ["unknown_code"])
    assert one(column, None) == (None, [])


def test_several_codes_are_parted_by_semicolons_and_each_counts_once() -> None:
    column = Column("C", "codes", "", codes=COLOUR)
    assert one(column, "blue; RED") == (["BLUE", "Red"], [])
    assert one(column, "red;red;") == (["Red"], [])
    found, rules = one(column, "red;pink")
    assert rules == ["unknown_code"]
    assert isinstance(found, list) and "Red" in found
    assert one(column, None) == (None, [])


@pytest.mark.parametrize(
    ("value", "expected"),
    [("informal", "Informal"), ("INFORMAL", "Informal"), ("1", "Stage 1"), ("stage 2", "Stage 2"),
     ("Stage 02", "Stage 2"), ("10", "Stage 10")],
)  # fmt: skip
def test_a_stage_is_informal_or_a_number(value: str, expected: str) -> None:
    assert one(Column("S", "stage", ""), value) == (expected, [])


@pytest.mark.parametrize("value", ["0", "-1", "formal", "stage", "stage two", "1.5", "100"])
def test_another_stage_is_listed(value: str) -> None:
    assert one(Column("S", "stage", ""), value) == (None, ["unknown_code"])


def test_a_number_is_one_or_is_listed() -> None:
    assert one(Column("N", "whole", ""), "12") == (12, [])
    assert one(Column("N", "whole", ""), "12.0") == (12, [])
    assert one(Column("S", "stage", ""), "2.0") == ("Stage 2", [])
    assert one(Column("N", "number", ""), "0.6") == (0.6, [])
    for value in ("twelve", "1.5"):
        assert one(Column("N", "whole", ""), value) == (None, ["not_a_number"])


@pytest.mark.parametrize(
    "value", ["nan", "NaN", "inf", "-Infinity", "1e400", "1000000000001", "-1e23", "9223372036854775807"]
)
def test_what_reads_as_a_number_and_could_be_added_to_none_is_listed(value: str) -> None:
    for kind in ("whole", "number"):
        assert one(Column("N", kind, ""), value) == (None, ["not_a_number"])
    assert one(Column("N", "number", ""), "-1000000000000") == (-1e12, [])


def test_an_identifier_keeps_its_leading_zeros_and_text_stays_as_it_is() -> None:
    rows, listed = typed(extract(), text_rows(["CHILD"], [["0012345"]]))
    assert rows["child_id"].to_list() == ["0012345"]
    assert listed.is_empty()


def test_a_row_without_a_required_value_is_left_out_and_listed_once_per_cell() -> None:
    declared = extract(day("D", "", required=True))
    rows, listed = typed(declared, text_rows(["CHILD", "D"], [["1", None], [None, "01/04/2021"], [None, None]]))
    assert rows.is_empty()
    assert sorted(listed.select("row", "column", "rule", "left_out").rows()) == [
        (2, "D", "required_value_missing", True),
        (3, "CHILD", "required_value_missing", True),
        (4, "CHILD", "required_value_missing", True),
        (4, "D", "required_value_missing", True),
    ]


def test_of_two_rows_of_one_key_the_later_holds_and_the_earlier_is_listed() -> None:
    declared = extract(day("D", "", required=True), code("C", COLOUR), key=("child_id", "d"))
    rows, listed = typed(
        declared,
        text_rows(
            ["CHILD", "D", "C"],
            [
                ["1", "01/04/2021", "red"],
                ["2", "01/04/2021", "red"],
                ["1", "1/4/2021", "blue"],
                ["1", "02/04/2021", "red"],
                ["1", "01/04/2021", None],
            ],
        ),
    )
    assert rows.sort("row").select("row", "c").rows() == [(3, "Red"), (5, "Red"), (6, None)]
    assert listed.sort("row").select("row", "column", "rule", "left_out").rows() == [
        (2, "D", "duplicate_row", True),
        (4, "D", "duplicate_row", True),
    ]


def test_a_column_that_the_file_lacks_is_there_and_empty() -> None:
    declared = extract(day("D", ""), code("C", COLOUR))
    rows, listed = typed(declared, text_rows(["CHILD"], [["1"]]))
    assert rows.schema == {"row": pl.Int64(), "child_id": pl.String(), "d": pl.Date(), "c": pl.String()}
    assert listed.is_empty()


def test_a_column_that_is_not_kept_is_checked_and_dropped() -> None:
    declared = extract(day("D", "", kept=False))
    rows, listed = typed(declared, text_rows(["CHILD", "D"], [["1", "x"]]))
    assert "d" not in rows.columns
    assert listed["rule"].to_list() == ["not_a_date"]


cells = st.one_of(
    st.none(),
    st.sampled_from(["1", "2", "01/04/2021", "2021-04-01", "M", "C2", "PN1", "E", "Y", "informal", "MOB;HEAR", "E; x"]),
    st.text(max_size=8).map(str.strip).map(lambda t: t or None),
)


@settings(max_examples=250)
@given(st.sampled_from(sorted(EXTRACTS)), st.data())
def test_every_row_is_typed_or_left_out_and_listed_whatever_its_cells_hold(name: str, data: st.DataObject) -> None:
    declared = EXTRACTS[name]
    row = st.lists(cells, min_size=len(declared.headings), max_size=len(declared.headings))
    drawn = data.draw(st.lists(row, max_size=6))
    rows, listed = typed(declared, text_rows(list(declared.headings), drawn))
    there, out = set(rows["row"]), set(listed.filter("left_out")["row"])
    bad_dates = set(listed.filter(pl.col("rule") == "not_a_date")["row"])
    assert there | out | bad_dates == set(range(2, len(drawn) + 2))
    assert not there & out
    assert rows.height == len(there)
    assert rows.select(declared.key).is_duplicated().sum() == 0
    expected = {c.name: c.type for c in declared.kept_columns}
    assert {n: t for n, t in rows.schema.items() if n != "row"} == expected
    quoted = {cell for cells_of_row in drawn for cell in cells_of_row}
    assert set(listed["value"]) <= quoted | {None}


@settings(max_examples=100)
@given(st.data())
def test_the_same_text_gives_the_same_rows_in_any_order_of_columns(data: st.DataObject) -> None:
    declared = EXTRACTS["review_details"]
    row = st.lists(cells, min_size=len(declared.headings), max_size=len(declared.headings))
    text = text_rows(list(declared.headings), data.draw(st.lists(row, max_size=4)))
    turned = text.select("row", *data.draw(st.permutations(declared.headings)))
    for one_way, other_way in zip(typed(declared, text), typed(declared, turned), strict=True):
        columns = [c for c in one_way.columns if c != "disability"]
        assert one_way.select(columns).sort(columns).equals(other_way.select(columns).sort(columns))


def test_what_makes_a_row_one_thing_may_not_be_blank_unless_a_blank_says_something() -> None:
    blank = {f"{e.name}.{c.heading}" for e in EXTRACTS.values() for c in e.columns if c.name in e.key if not c.required}
    assert blank == {
        "advocacy.offered_date",  # started without an offer that anybody recorded
        "health.due_date",  # done without ever having been planned
        "care_plans.care_plan_completed_date",  # not completed yet
        "iro_contacts.child_id",  # a supervision
        "feedback.respondent",
        "commendations.team",
        "commendations.note",
    }
