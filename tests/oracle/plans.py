"""Measures of the annual plan's actions and of the facts of the service (from their headers)."""

from decimal import Decimal

from tests.oracle.labels import NOT_RECORDED
from tests.oracle.officers import Part
from tests.oracle.own_files import Kept, number_of
from tests.oracle.tables import Case, empty_row
from tests.oracle.year import KnownYear

STATUSES = {"achieved": "Achieved", "in progress": "In progress", "not started": "Not started"}


def _agreed_in(known: KnownYear, year: int) -> list[Kept]:
    lines = known.council.own.of_year("actions", known.year)
    return [line for line in lines if line.text("agreed_year") == str(year)]


def _status(known: KnownYear, line: Kept) -> str:
    achieved = line.day("achieved_date")
    if achieved is not None and achieved > known.last_day:
        return NOT_RECORDED
    return STATUSES.get(line.code("status"), NOT_RECORDED)


def actions_ahead(known: KnownYear) -> list[Case]:
    """One case per action of the year's own plan."""
    return [Case() for _ in _agreed_in(known, known.year)]


def actions_of_last_plan(known: KnownYear) -> list[Case]:
    """One case per action of the plan of the year before."""
    return [Case(groups={"action_status": [_status(known, line)]}) for line in _agreed_in(known, known.year - 1)]


def actions_achieved(known: KnownYear) -> list[Case]:
    """One part per action of the plan of the year before; an achieved one is above the line."""
    lines = _agreed_in(known, known.year - 1)
    return [Part(over=int(_status(known, line) == "Achieved"), under=1) for line in lines]


def service_facts(years: list[KnownYear]) -> list[dict]:
    """Return the rows of the facts of every year."""
    name = "service_facts"
    rows = []
    facts = {known.year: known.council.own.of_year(name, known.year) for known in years}
    words = sorted({fact.text("fact") for told in facts.values() for fact in told})
    for known in years:
        told = {fact.text("fact"): fact for fact in facts[known.year]}
        if name in known.supplied:
            whole = {"numerator": len(told), "value": len(told)}
            rows.append(empty_row(name, known.year, "all", "all") | whole)
        else:
            rows.append(empty_row(name, known.year, "all", "all", "not supplied"))
        for fact in words:
            row = empty_row(name, known.year, "fact", fact, "" if fact in told else "not supplied")
            rows.append(row | (_numbers(told[fact]) if fact in told else {}))
    return rows


def _numbers(fact: Kept) -> dict:
    over, under = number_of(fact.text("numerator")), number_of(fact.text("denominator"))
    numbers: dict = {"numerator": _if_whole(over), "denominator": _if_whole(under)}
    if over is None:
        return numbers | {"note": "not known"}
    if under is None:
        return numbers | {"value": float(over)}
    if under == 0:
        return numbers | {"note": "no cases"}
    return numbers | {"value": round(float(100 * over / under), 6)}


def _if_whole(number: Decimal | None) -> int | None:
    return int(number) if number is not None and number == number.to_integral_value() else None
