from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.errors import KitError
from kit.measures.breakdowns import BREAKDOWNS
from kit.text import printable
from kit.years import FIRST, LAST, label, named, parse_as_at, parse_year, reporting_year


@given(st.integers(FIRST, LAST))
def test_a_reporting_year_runs_from_1_april_to_31_march(year: int) -> None:
    found = reporting_year(year)
    assert (found.first_day, found.as_at) == (date(year - 1, 4, 1), date(year, 3, 31))
    assert reporting_year(year + 1).first_day == found.as_at + timedelta(days=1)
    assert parse_year(str(year)) == parse_year(year) == year


@pytest.mark.parametrize(
    ("year", "words"), [(2021, "2020-21"), (2100, "2099-00"), (2010, "2009-10"), (2005, "2004-05")]
)
def test_people_read_a_year_as_two(year: int, words: str) -> None:
    assert label(year) == reporting_year(year).label == words


@pytest.mark.parametrize(
    "text",
    [
        "abc", "2021.5", "../../etc", "0", "21", "2020-21", "2020/21", "20211", "02021", "-2021", "+2021",
        "2021;rm", "2004", "2100", "2021\n2022", "２０２１", "²021", "1e3", "0x7e5", "None", "2021 2022",
    ],
)  # fmt: skip
def test_anything_but_a_year_is_refused_as_wrong_use(text: str) -> None:
    with pytest.raises(KitError) as raised:
        parse_year(text)
    (message,) = raised.value.messages
    assert raised.value.wrong_use
    assert "is not a reporting year" in message and "YEAR=2021" in message


@pytest.mark.parametrize("text", ["", " "])
def test_no_year_at_all_is_asked_for(text: str) -> None:
    with pytest.raises(KitError, match="YEAR=2021") as raised:
        parse_year(text)
    assert raised.value.wrong_use


@given(st.text())
def test_a_refusal_quotes_the_argument_on_one_short_line(text: str) -> None:
    try:
        assert FIRST <= parse_year(text) <= LAST
    except KitError as error:
        (message,) = error.messages
        assert message.isprintable()
        assert len(message) < 250


@given(st.text(), st.integers(1, 50))
def test_printable_has_no_control_characters_and_keeps_to_the_limit(text: str, limit: int) -> None:
    shown = printable(text, limit)
    assert shown.isprintable()
    assert len(shown) <= limit + 1
    if text.isprintable() and len(text) <= limit:
        assert shown == text


@pytest.mark.parametrize(
    ("day", "year", "same"),
    [
        (date(2020, 9, 30), 2019, date(2018, 9, 30)),
        (date(2021, 1, 31), 2020, date(2020, 1, 31)),
        (date(2020, 2, 29), 2019, date(2019, 2, 28)),
        (date(2020, 2, 29), 2016, date(2016, 2, 29)),
        (date(2020, 4, 1), 2019, date(2018, 4, 1)),
    ],
)
def test_a_part_of_a_year_is_compared_with_the_same_day_of_earlier_years(day: date, year: int, same: date) -> None:
    assert reporting_year(year, day).as_at == same


def test_a_part_of_a_year_says_up_to_when_and_has_the_months_that_have_begun() -> None:
    half = reporting_year(2021, date(2020, 9, 30))
    assert half.label == "2020-21 up to 30 September"
    assert (half.months, reporting_year(2021).months, reporting_year(2021, date(2021, 1, 1)).months) == (6, 12, 10)
    assert BREAKDOWNS["month"].categories_in(half)[-1] == "2020-09"
    assert BREAKDOWNS["quarter"].categories_in(half) == ("Q1", "Q2")
    assert BREAKDOWNS["quarter"].categories_in(reporting_year(2021, date(2020, 10, 1))) == ("Q1", "Q2", "Q3")


@pytest.mark.parametrize(
    "word", ["2020-03-31", "2021-04-01", "2020-13-01", "2021-02-29", "30/09/2020", "20200930", "x"]
)
def test_a_day_that_is_none_of_the_year_is_refused(word: str) -> None:
    with pytest.raises(KitError, match="from 2020-04-01 to 2021-03-31: AS_AT=2020-09-30") as refused:
        parse_as_at(word, 2021)
    assert refused.value.wrong_use


def test_the_last_day_of_the_year_and_no_day_are_the_whole_year() -> None:
    assert parse_as_at("2021-03-31", 2021) is parse_as_at("", 2021) is parse_as_at(" ", 2021) is None
    assert parse_as_at("2021-03-30", 2021) == date(2021, 3, 30)
    assert (named(2021), named(2021, date(2020, 9, 30))) == ("2021", "2021-at-2020-09-30")
