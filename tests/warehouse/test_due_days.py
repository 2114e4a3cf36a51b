"""The days on which timescales run out, against a plain count of days on a calendar."""

import calendar
from datetime import date, timedelta
from functools import cache

import holidays
import polars as pl
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from kit.measures.law import UNITS, Timescale, statutory_bands, statutory_timescales
from kit.paths import STATUTORY
from kit.warehouse.due_days import bank_holidays, due_days

FIRST, LAST = date(2001, 1, 1), date(2027, 12, 31)
days = st.dates(FIRST, LAST)
amounts = st.integers(1, 60)


@cache
def all_bank_holidays() -> frozenset[date]:
    return frozenset(holidays.country_holidays("GB", subdiv="ENG", years=range(2000, 2031)))


def working_days_after(day: date, amount: int) -> date:
    """Count one day at a time: the next working day is day 1."""
    while amount:
        day += timedelta(days=1)
        amount -= day.weekday() < 5 and day not in all_bank_holidays()
    return day


def months_after(day: date, amount: int) -> date:
    """The same day of the month, or that month's last day."""
    year, month = divmod(day.year * 12 + day.month - 1 + amount, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def runs_out(day: date, *values: Timescale) -> date | None:
    """Return the one day on which a timescale that starts on `day` runs out."""
    return due_days({"x": values}, day, day)["x"].item()


def law(name: str, day: date) -> date | None:
    return runs_out(day, *statutory_timescales()[name])


def test_every_working_day_timescale_agrees_with_counting_days() -> None:
    scales: dict[str, tuple[Timescale, ...]] = {str(n): (Timescale(n, "working days", ""),) for n in (1, 2, 5, 10, 20)}
    table = due_days(scales, FIRST, LAST)
    assert table["from_day"].to_list() == [FIRST + timedelta(days=n) for n in range((LAST - FIRST).days + 1)]
    for name, (scale, *_) in scales.items():
        expected = [working_days_after(day, scale.amount) for day in table["from_day"]]
        differ = table.filter(pl.col(name) != pl.Series(expected))
        assert differ.is_empty(), differ.head(5)


@settings(max_examples=150)
@given(days, amounts)
def test_any_amount_agrees_with_counting_days(day: date, amount: int) -> None:
    assert runs_out(day, Timescale(amount, "working days", "")) == working_days_after(day, amount)
    assert runs_out(day, Timescale(amount, "calendar months", "")) == months_after(day, amount)
    assert runs_out(day, Timescale(amount, "calendar days", "")) == day + timedelta(days=amount)


@settings(max_examples=100)
@given(days, st.integers(1, 30))
def test_a_working_day_timescale_ends_on_a_working_day_and_never_runs_backwards(day: date, amount: int) -> None:
    scale = Timescale(amount, "working days", "")
    end, next_end = runs_out(day, scale), runs_out(day + timedelta(days=1), scale)
    assert end and next_end
    assert end.weekday() < 5 and end not in all_bank_holidays()
    assert day < end <= next_end


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2020, 11, 30), 3, date(2021, 2, 28)),
        (date(2019, 11, 30), 3, date(2020, 2, 29)),
        (date(2020, 8, 31), 6, date(2021, 2, 28)),
        (date(2020, 3, 31), 6, date(2020, 9, 30)),
        (date(2020, 12, 31), 6, date(2021, 6, 30)),
        (date(2021, 2, 28), 6, date(2021, 8, 28)),
        (date(2020, 10, 15), 3, date(2021, 1, 15)),
    ],
)
def test_a_month_without_that_day_gives_its_last(day: date, months: int, expected: date) -> None:
    assert runs_out(day, Timescale(months, "calendar months", "")) == expected


def test_bank_holidays_at_easter_and_christmas_and_made_for_one_year_are_free() -> None:
    # Good Friday 2 April and Easter Monday 5 April 2021: the fifth working day after 31 March is 9 April.
    assert runs_out(date(2021, 3, 31), Timescale(5, "working days", "")) == date(2021, 4, 9)
    # 25 and 26 December 2021 were a weekend, so 27 and 28 are free.
    assert runs_out(date(2021, 12, 24), Timescale(1, "working days", "")) == date(2021, 12, 29)
    # In 2020 the holiday of early May was moved to Friday 8 May.
    assert date(2020, 5, 8) in bank_holidays(2020, 2020)
    assert date(2020, 5, 4) not in bank_holidays(2020, 2020)
    # England, not Scotland or Northern Ireland.
    for day in (date(2021, 1, 4), date(2021, 3, 17), date(2020, 11, 30)):
        assert day not in bank_holidays(2020, 2021)


def test_the_first_review_is_due_by_the_law_of_the_day_on_which_the_period_starts() -> None:
    assert law("first_review", date(2011, 3, 31)) == date(2011, 4, 28)  # 28 calendar days
    # 20 working days after Friday 1 April, with Good Friday, Easter Monday, 29 April and 2 May free.
    assert law("first_review", date(2011, 4, 1)) == date(2011, 5, 5)
    assert law("first_review", date(2020, 6, 1)) == date(2020, 6, 29)


def test_the_adoption_rule_holds_from_30_december_2005() -> None:
    for name in ("adoption_first_review", "adoption_second_review", "adoption_later_review"):
        assert law(name, date(2005, 12, 29)) is None
        assert law(name, date(2005, 12, 30)) is not None
    assert law("adoption_first_review", date(2005, 12, 30)) == date(2006, 1, 27)
    assert law("adoption_second_review", date(2006, 1, 27)) == date(2006, 4, 27)
    assert law("adoption_later_review", date(2006, 4, 27)) == date(2006, 10, 27)


def test_the_rules_of_the_contract_stand_in_statutory_yml() -> None:
    newest = {name: (values[-1].amount, values[-1].unit) for name, values in statutory_timescales().items()}
    expected = {
        "first_review": (20, "working days"),
        "second_review": (3, "calendar months"),
        "later_review": (6, "calendar months"),
        "adoption_first_review": (28, "calendar days"),
        "adoption_second_review": (3, "calendar months"),
        "adoption_later_review": (6, "calendar months"),
        "long_enough_for_a_review": (20, "working days"),
        "decisions_sent": (5, "working days"),
        "record_sent": (20, "working days"),
        "dispute_resolved": (20, "working days"),
    }
    assert {name: newest[name] for name in expected} == expected


def test_every_entry_of_statutory_yml_is_dated_and_has_amount_unit_and_source() -> None:
    content = yaml.safe_load(STATUTORY.read_text(encoding="utf-8"))
    for name, entries in content.items():
        if isinstance(entries, dict):
            continue
        assert isinstance(entries, list) and entries, name
        starts = [entry.get("from", date.min) for entry in entries]
        assert starts == sorted(set(starts)), f"{name}: each entry has its own day, in order"
        for entry in entries:
            assert set(entry) <= {"amount", "unit", "source", "from", "what", "after", "notes"}, name
            assert isinstance(entry["amount"], int) and entry["amount"] > 0, name
            assert entry["unit"] in UNITS, name
            assert len(entry["source"]) > 10, name


def test_the_caseload_of_the_handbook_is_a_band_and_no_timescale() -> None:
    bands = statutory_bands()
    assert (bands["caseload"].least, bands["caseload"].most) == (50, 70)
    assert "7.15" in bands["caseload"].source
    assert not set(bands) & set(statutory_timescales())


def test_the_entry_that_holds_is_the_latest_one_started_in_whatever_order_they_are_given() -> None:
    old = Timescale(1, "calendar days", "")
    new = Timescale(2, "calendar days", "", date(2015, 6, 1))
    newer = Timescale(3, "calendar days", "", date(2018, 6, 1))
    for values in ((old, new, newer), (newer, old, new)):
        for day, amount in ((date(2015, 5, 31), 1), (date(2015, 6, 1), 2), (date(2018, 6, 1), 3)):
            assert runs_out(day, *values) == day + timedelta(days=amount)
