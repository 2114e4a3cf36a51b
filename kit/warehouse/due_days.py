"""Due days: on which day each timescale runs out, from every day on which it may begin."""

from datetime import date
from functools import cache, lru_cache

import polars as pl

from kit.measures.law import Timescale


@cache
def bank_holidays(first: int, last: int) -> tuple[date, ...]:
    """Return the bank holidays in England of the calendar years `first` to `last`, in order."""
    # Half a second of a short run, if no compiled copy of its 250 countries is there.
    import holidays

    return tuple(sorted(holidays.country_holidays("GB", subdiv="ENG", years=range(first, last + 1))))


def due_days(timescales: dict[str, tuple[Timescale, ...]], first: date, last: date) -> pl.DataFrame:
    """Return one row per day from `first` to `last`: `from_day`, and per timescale the day on which it runs out.

    A timescale that does not hold yet on a day is null there.
    """
    return _due_days(tuple(timescales.items()), first, last)


# Many councils of the same years and timescales are counted one after another.
@lru_cache(maxsize=8)
def _due_days(timescales: tuple[tuple[str, tuple[Timescale, ...]], ...], first: date, last: date) -> pl.DataFrame:
    days = pl.DataFrame({"from_day": pl.date_range(first, last, eager=True)})
    # Months and working days run past the last day; two years hold any timescale of this contract.
    free = list(bank_holidays(first.year - 1, last.year + 2))
    return days.with_columns(_runs_out(values, free).alias(name) for name, values in timescales)


def _runs_out(values: tuple[Timescale, ...], free: list[date]) -> pl.Expr:
    day, due = pl.col("from_day"), pl.lit(None, dtype=pl.Date)
    for value in sorted(values, key=lambda v: v.start or date.min):
        holds = pl.lit(True) if value.start is None else day >= value.start
        due = pl.when(holds).then(_after(day, value, free)).otherwise(due)
    return due


def _after(day: pl.Expr, value: Timescale, free: list[date]) -> pl.Expr:
    if value.unit == "working days":
        # Rolling back first makes the next working day day 1, also from a weekend or a bank holiday.
        return day.dt.add_business_days(value.amount, holidays=free, roll="backward")
    if value.unit == "calendar months":
        return day.dt.offset_by(f"{value.amount}mo")
    return day.dt.offset_by(f"{value.amount}d")
