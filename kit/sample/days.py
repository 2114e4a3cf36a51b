"""Days: working days, months and birthdays as the sample council's diary needs them."""

from bisect import bisect_left, bisect_right
from datetime import date, timedelta
from functools import cache

from holidays import country_holidays

FIRST_YEAR, LAST_YEAR = 2000, 2022


@cache
def _working_days() -> list[date]:
    free = country_holidays("GB", subdiv="ENG", years=range(FIRST_YEAR, LAST_YEAR + 1))
    days = (date(FIRST_YEAR, 1, 1) + timedelta(n) for n in range((LAST_YEAR - FIRST_YEAR + 1) * 365 + 6))
    return [day for day in days if day.weekday() < 5 and day not in free]


def working_days_after(day: date, n: int) -> date:
    """Return the n-th working day after `day`; the next working day is the first."""
    return _working_days()[bisect_right(_working_days(), day) + n - 1]


def working_day_by(day: date) -> date:
    """Return `day` if it is a working day, otherwise the last one before it."""
    return _working_days()[bisect_right(_working_days(), day) - 1]


def working_day_from(day: date) -> date:
    """Return `day` if it is a working day, otherwise the next one."""
    return _working_days()[bisect_left(_working_days(), day)]


def months_after(day: date, n: int) -> date:
    """Return the same day n months on, or the last day of that month if there is no such day."""
    month = day.month - 1 + n
    year, month = day.year + month // 12, month % 12 + 1
    for last in (day.day, 30, 29, 28):
        try:
            return date(year, month, min(day.day, last))
        except ValueError:
            continue
    raise AssertionError("every month has 28 days")


def birthday(dob: date, age: int) -> date:
    """Return the day on which someone completes `age` years; 29 February counts as 1 March in other years."""
    try:
        return dob.replace(year=dob.year + age)
    except ValueError:
        return date(dob.year + age, 3, 1)


def age_on(dob: date, day: date) -> int:
    """Return completed years on `day`."""
    return day.year - dob.year - ((day.month, day.day) < (dob.month, dob.day))


def reporting_year_of(day: date) -> int:
    """Return the reporting year, named by its last calendar year, in which `day` falls."""
    return day.year + (day.month >= 4)


def first_day(year: int) -> date:
    """Return 1 April at the start of a reporting year."""
    return date(year - 1, 4, 1)


def last_day(year: int) -> date:
    """Return 31 March at the end of a reporting year."""
    return date(year, 3, 31)


def shown(day: date | None) -> str:
    """Return a date as the return writes it, dd/mm/yyyy; an empty string for none."""
    return f"{day:%d/%m/%Y}" if day else ""
