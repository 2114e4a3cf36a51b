"""What the law said in a reporting year: the timescales in force on its days, and what changed between years."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from kit.timescales import Timescale, in_force, statutory_timescales
from kit.words import day
from kit.years import ReportingYear

Timescales = Mapping[str, Sequence[Timescale]]


def amount(name: str, timescales: Timescales, year: ReportingYear) -> str:
    """Return a timescale as it stands inside a sentence: "20 working days"; both where it changed in the year."""
    holding = in_force(timescales.get(name, ()), year.first_day, year.as_at)
    words = [f"{value.amount} {value.unit}" for value in holding]
    for place, value in enumerate(holding[1:], 1):
        assert value.start is not None
        words[place] += f" for what started on {day(value.start)} or later"
    return ", and ".join(words) or "the timescale"


def limits(names: Iterable[str], timescales: Timescales, year: ReportingYear) -> list[tuple[str, str]]:
    """Return (term, text) for each timescale: its amount on the year's days, what it runs from, and who set it."""
    items = []
    for name in names:
        holding = in_force(timescales.get(name, ()), year.first_day, year.as_at)
        if holding:
            text = " ".join(_said(name, value, year, first=value == holding[0]) for value in holding)
            items.append((f"Timescale: {holding[-1].what}", text))
    return items


def changes(names: Iterable[str], timescales: Timescales, years: Sequence[ReportingYear]) -> dict[int, str]:
    """Return, by loaded year, what must be said of a figure of that year beside those of other years.

    That is the notes of a timescale, and that another rule came into force after the first day of the earliest year.
    """
    found: dict[int, list[str]] = {}
    for name in names:
        for value in timescales.get(name, ()):
            for year in years:
                said = [n.text for n in value.notes if n.first <= year.as_at and n.last >= year.first_day]
                if value.start and years[0].first_day < value.start and year.first_day <= value.start <= year.as_at:
                    what = f"Another timescale holds for the {value.what} from {day(value.start)} on ({value.source})."
                    said.append(f"{what} Each year is counted by the rule of its own days.")
                found[year.year] = found.get(year.year, []) + [s for s in said if s not in found.get(year.year, [])]
    return {year: " ".join(texts) for year, texts in found.items() if texts}


def _said(name: str, value: Timescale, year: ReportingYear, *, first: bool) -> str:
    text = f"{value.amount} {value.unit}" + (f" after {value.after}" if value.after else "")
    if not first and value.start:
        text = f"From {day(value.start)}: {text}"
    if not value.own:
        return f"{text}. Source: {value.source}."
    law = in_force(statutory_timescales().get(name, ()), _held_from(value, year), year.as_at)
    other = "; ".join(f"{v.amount} {v.unit} ({v.source})" for v in law)
    return f"{text}. Set by: {value.source}" + (f", in place of {other}." if other else ".")


def _held_from(value: Timescale, year: ReportingYear) -> date:
    return max(value.start or year.first_day, year.first_day)
