"""Made-up children's histories that crowd the days on which rules turn; files are cut from them."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from tests.oracle.days import calendar_days_after, first_day_of, last_day_of, months_after, working_days_after

ADOPTION = ["A3", "A4", "A5", "A6"]
PLACES = ["U1", "U3", "U4", "U6", "K2", "K1", "R5", "P1", "P2", "H5", "R1", "S1", "T1", "Z1", "Q9"]
STATUSES = ["C1", "C2", "C2", "E1", "D1", "V2", "V2", "L1", "L3", "J1", "J1", "J2", "X9"]
MOVES = ["P", "P", "B", "B", "L", "T", "U"]


@dataclass
class Stay:
    """An episode as it truly was; `vanishes` is the first year whose file no longer holds it (0: none)."""

    decom: date
    dec: date | None
    rne: str
    legal_status: str
    placement: str
    appears: int = 0
    vanishes: int = 0


@dataclass
class History:
    """A child: id, date of birth, episodes by DECOM, and the days of its reviews."""

    child: str
    born: date
    stays: dict[date, Stay] = field(default_factory=dict)
    reviews: list[date] = field(default_factory=list)


def turning_days(years: list[int]) -> list[date]:
    """Return the days on which rules turn, in and just before the loaded years."""
    first = first_day_of(years[0])
    days = [date(2011, 4, 1), date(2005, 12, 30), date(first.year, 9, 30), date(first.year - 1, 9, 30)]
    for year in years:
        days += [first_day_of(year), last_day_of(year), working_days_before(last_day_of(year), 20)]
        days += [date(year - 1, 12, 25), date(year - 1, 8, 31), date(year - 1, 11, 30), date(year, 1, 31)]
    return sorted(day for day in days if first.year - 9 <= day.year <= years[-1] + 1)


def working_days_before(day: date, number: int) -> date:
    """Return the latest day from which `number` working days end on or before `day`."""
    start = day - timedelta(days=2 * number + 20)
    while working_days_after(start + timedelta(days=1), number) <= day:
        start += timedelta(days=1)
    return start


def random_history(rng: Random, child: str, years: list[int]) -> History:
    """Return a child with one to three periods of care around the loaded years."""
    turns = turning_days(years)
    stays: dict[date, Stay] = {}
    start = _near(rng, turns)
    if rng.random() < 0.3:
        start = first_day_of(years[0]) - timedelta(days=rng.choice([1, 2, 10, 40, 100, 300]))
    for _ in range(rng.choice([1, 1, 1, 2, 2, 3])):
        end = _add_period(rng, stays, start, years, turns)
        if end is None:
            start += timedelta(days=rng.choice([1, 30, 200]))
        else:
            start = end + timedelta(days=rng.choice([0, 0, 1, 7, 90, 400]))
    _make_slips(rng, stays, years)
    history = History(child, _born(rng, min(stays), turns, years), stays)
    history.reviews = _reviews(rng, list(stays.values()), turns, years)
    return history


def _near(rng: Random, days: list[date]) -> date:
    day = rng.choice(days)
    if rng.random() < 0.35:
        return day + timedelta(days=rng.randint(-400, 200))
    return day + timedelta(days=rng.choice([-183, -91, -28, -1, 0, 0, 1, 30]))


def _add_period(rng: Random, stays: dict[date, Stay], start: date, years: list[int], turns: list[date]) -> date | None:
    adoption = rng.random() < 0.4
    decom, rne = start, rng.choice(["S", "S", "S", "S", "S", "P", "L"])
    status = rng.choice(STATUSES)
    open_end = rng.random() < 0.5
    count = rng.choice([1, 1, 2, 3, 4, 6])
    dec: date | None = None
    for number in range(count):
        later = [day for day in turns if day > decom]
        dec = decom + timedelta(days=rng.choice([1, 1, 5, 27, 28, 29, 61, 91, 120, 183, 200, 365]))
        if later and rng.random() < 0.25:
            dec = rng.choice(later[:4])
        if number == count - 1 and open_end:
            dec = None
        placement = rng.choice(ADOPTION if adoption and rng.random() < 0.6 else PLACES)
        if rng.random() < 0.3:
            status = rng.choice(STATUSES)
        if rng.random() < 0.04:
            status = rng.choice(["V3", "V4"])
        if rng.random() < 0.01:
            dec = decom
        if decom <= last_day_of(years[-1] + 1):
            stays.setdefault(decom, Stay(decom, dec, rne, status, placement))
        if dec is None:
            return None
        if number < count - 1:
            decom, rne = dec, rng.choice(MOVES)
            if rng.random() < 0.06:
                decom += timedelta(days=rng.choice([1, 2, 30]))
    return dec


def _make_slips(rng: Random, stays: dict[date, Stay], years: list[int]) -> None:
    for stay in list(stays.values()):
        if rng.random() < 0.06:
            decom = stay.decom + timedelta(days=rng.choice([1, 10, 40]))
            dec = rng.choice([None, stay.dec, decom + timedelta(days=rng.choice([5, 60, 300]))])
            dec = dec if dec is None or dec >= decom else None
            rne, place = rng.choice(["S", "P", "L"]), rng.choice(PLACES + ADOPTION)
            stays.setdefault(decom, Stay(decom, dec, rne, rng.choice([*STATUSES, "V3", "V4"]), place))
        year = rng.choice(years)
        left_open = stay.decom <= last_day_of(year) and (stay.dec is None or stay.dec > last_day_of(year))
        if rng.random() < 0.25 and left_open:
            stay.vanishes = year + 1
            if rng.random() < 0.5:
                decom = stay.decom + timedelta(days=rng.choice([-40, -1, 1, 3, 30, 200]))
                rne = rng.choice(["S", "S", "S", "P"])
                dec = rng.choice([stay.dec, stay.dec, first_day_of(year + 1), last_day_of(year)])
                dec = dec if dec is None or dec >= decom else None
                status = rng.choice([stay.legal_status] * 6 + ["V4"])
                stays.setdefault(decom, Stay(decom, dec, rne, status, stay.placement, appears=year + 1))


def _born(rng: Random, start: date, turns: list[date], years: list[int]) -> date:
    latest = start - timedelta(days=rng.choice([0, 1, 30]))
    if rng.random() < 0.2:
        leap = [date(year, 2, 29) for year in range(start.year - 18, start.year + 1) if year % 4 == 0]
        early_enough = [day for day in leap if day <= latest]
        if early_enough:
            return rng.choice(early_enough)
    anchor = months_after(rng.choice([*turns, start]), -12 * rng.choice([0, 1, 4, 4, 5, 5, 6, 10, 15, 16, 16, 17]))
    return min(latest, anchor + timedelta(days=rng.choice([-1, 0, 1, -200])))


def _reviews(rng: Random, stays: list[Stay], turns: list[date], years: list[int]) -> list[date]:
    stop = calendar_days_after(last_day_of(years[-1]), 120)
    days: set[date] = set()
    early_or_late = [-60, -7, -1, 0, 0, 0, 0, 0, 1, 1, 3, 30, 100, 300]
    for stay in stays:
        if stay.rne == "S" or rng.random() < 0.1:
            due = rng.choice([working_days_after(stay.decom, 20), calendar_days_after(stay.decom, 28)])
            for _ in range(rng.choice([0, 1, 3, 9])):
                held = due + timedelta(days=rng.choice(early_or_late))
                if held > stop:
                    break
                days.add(held)
                due = months_after(held, rng.choice([3, 6, 6]))
        if rng.random() < 0.3:
            days.add(stay.decom + timedelta(days=rng.choice([-1, 0, 0, 1, 27, 28, 29])))
        if stay.dec is not None and rng.random() < 0.3:
            days.add(stay.dec + timedelta(days=rng.choice([-1, 0, 0, 1, 90])))
        if stay.placement in ADOPTION and rng.random() < 0.5:
            first = stay.decom + timedelta(days=rng.choice([0, 10, 28, 29, 40]))
            days |= {first, months_after(first, rng.choice([3, 6])) + timedelta(days=rng.choice([-1, 0, 1]))}
    days |= {_near(rng, turns) for _ in range(rng.choice([0, 0, 1, 3]))}
    if rng.random() < 0.4:
        # A system that was replaced on F: the reviews before it are not in the data.
        days = {day for day in days if day >= first_day_of(years[0])}
        days |= {date(years[0] - 1, 9, 30) + timedelta(days=rng.choice([-100, -1, 0, 0, 1, 20]))}
    return [day for day in sorted(days) if day <= stop and rng.random() < 0.9]
