"""The establishment: how many full-time posts a council has for reviewing officers, from which reporting year on."""

from collections.abc import Iterable, Mapping
from decimal import ROUND_HALF_UP, Decimal
from math import isfinite
from typing import Any


def parse_establishment(value: Any, faults: list[str]) -> dict[int, float]:
    """Return the full-time posts by the reporting year from which they are so many; faults are added to `faults`."""
    given = value if isinstance(value, dict) else {}
    wrong = [
        year
        for year, posts in given.items()
        if type(year) is not int or type(posts) not in (int, float) or not isfinite(posts) or posts <= 0
    ]
    if wrong or not given:
        faults.append("establishment: give full-time posts by the reporting year from which they hold ({2021: 9.2}).")
        return {}
    return {int(year): float(posts) for year, posts in sorted(given.items())}


def parse_facts(value: Any, faults: list[str]) -> tuple[str, ...]:
    """Return the facts that a council says are not about people; a fault if it is not a list."""
    if not isinstance(value, list):
        faults.append("not_about_people: write one fact a line below it, each after a dash.")
        return ()
    return tuple(str(fact) for fact in value)


def posts_by_year(establishment: Mapping[int, float], years: Iterable[int]) -> dict[int, float]:
    """Return the full-time posts of those years in which the council says how many it has."""
    held = {year: [posts for start, posts in sorted(establishment.items()) if start <= year] for year in years}
    return {year: posts[-1] for year, posts in held.items() if posts}


def hundredths_of(number: float) -> int:
    """Return a number as whole hundredths, halves up, of what people wrote: 0.145 is 15."""
    return int((100 * Decimal(str(number))).quantize(Decimal(1), ROUND_HALF_UP))
