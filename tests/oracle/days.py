"""Days: the reporting year, working days, calendar months and ages (definitions, sections 1 and 3.1)."""

import calendar
from datetime import date, timedelta
from functools import cache

import holidays

ONE_DAY = timedelta(days=1)


def first_day_of(year: int) -> date:
    """Return 1 April at the start of reporting year `year` (2021 is 2020-21)."""
    return date(year - 1, 4, 1)


def last_day_of(year: int) -> date:
    """Return 31 March at the end of reporting year `year`."""
    return date(year, 3, 31)


def same_day_in(year: int, as_at: date | None) -> date:
    """Return the day of reporting year `year` that is `as_at` in its own; the last day if that is None.

    If there is no 29 February, it is the 28th.
    """
    if as_at is None:
        return last_day_of(year)
    calendar_year = year if as_at.month < 4 else year - 1
    return months_after(as_at, 12 * (calendar_year - as_at.year))


def year_of(day: date) -> int:
    """Return the reporting year in which `day` falls."""
    return day.year + 1 if (day.month, day.day) >= (4, 1) else day.year


@cache
def bank_holidays(calendar_year: int) -> frozenset[date]:
    """Return the bank holidays in England of one calendar year."""
    return frozenset(holidays.country_holidays("GB", subdiv="ENG", years=calendar_year))


def is_working_day(day: date) -> bool:
    """Return whether `day` is neither a Saturday, a Sunday nor a bank holiday in England."""
    return day.weekday() < 5 and day not in bank_holidays(day.year)


@cache
def working_days_after(day: date, number: int) -> date:
    """Return the day that is `number` working days after `day`; the next working day is day 1."""
    while number > 0:
        day += ONE_DAY
        if is_working_day(day):
            number -= 1
    return day


def calendar_days_after(day: date, number: int) -> date:
    """Return the day that is `number` calendar days after `day`."""
    return day + timedelta(days=number)


def months_after(day: date, number: int) -> date:
    """Return the same day `number` months on, or the last day of that month if there is no such day."""
    months = day.month - 1 + number
    year, month = day.year + months // 12, months % 12 + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def age_on(born: date, day: date) -> int:
    """Return completed years; born on 29 February, a year is completed on 1 March in other years."""
    before_birthday = (day.month, day.day) < (born.month, born.day)
    return day.year - born.year - (1 if before_birthday else 0)


def month_label(day: date) -> str:
    """Return the month of a day, as `2020-04`."""
    return f"{day.year:04d}-{day.month:02d}"


def months_of(year: int, last_day: date | None = None) -> list[str]:
    """Return the month labels of a reporting year, April first, that have begun by `last_day`."""
    first_days = [months_after(first_day_of(year), n) for n in range(12)]
    return [month_label(day) for day in first_days if last_day is None or day <= last_day]


def quarter_label(day: date) -> str:
    """Return `Q1` for April to June … `Q4` for January to March."""
    return f"Q{(day.month - 4) % 12 // 3 + 1}"
