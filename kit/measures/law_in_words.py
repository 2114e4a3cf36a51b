"""What the law said in a reporting year: the timescales in force on its days, and what changed between years."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from kit.measures.law import Timescale, in_force, statutory_timescales
from kit.measures.measure import Measure
from kit.text import day, sentence
from kit.years import ReportingYear

Timescales = Mapping[str, Sequence[Timescale]]


def amount(name: str, timescales: Timescales, year: ReportingYear) -> str:
    """Return a timescale as it is written inside a sentence: "20 working days"; both if it changed in the year."""
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
    """Return, by loaded year, that another rule came into force in it, after the first day of the earliest year."""
    said: dict[int, list[str]] = {year.year: [] for year in years}
    for value in _values(names, timescales):
        for year in years:
            if value.start and years[0].first_day < value.start and year.first_day <= value.start <= year.as_at:
                what = f"Another timescale holds for the {value.what} from {day(value.start)} on ({value.source})."
                said[year.year].append(f"{what} Each year is counted by the rule of its own days.")
    return _each_once(said)


def breaks_of(measure: Measure, timescales: Timescales, years: Sequence[ReportingYear]) -> dict[int, str]:
    """Return why years are not like others, by year: as the header says, and as the law changed between the loaded."""
    first = {years[0].year: measure.first_year} if measure.first_year and len(years) > 1 else {}
    breaks: dict[int, str] = {}
    for found in (measure.breaks or {}, first, changes(measure.timescales, timescales, years)):
        for year, words in found.items():
            breaks[year] = f"{breaks[year]} {words}" if year in breaks else sentence(words)
    return breaks


def remarks(names: Iterable[str], timescales: Timescales, years: Sequence[ReportingYear]) -> dict[int, str]:
    """Return, by loaded year, the notes of the timescales: what must be said of the year, though it moves no figure."""
    said = {
        year.year: [
            note.text
            for value in _values(names, timescales)
            for note in value.notes
            if note.first <= year.as_at and note.last >= year.first_day
        ]
        for year in years
    }
    return _each_once(said)


def _values(names: Iterable[str], timescales: Timescales) -> list[Timescale]:
    return [value for name in names for value in timescales.get(name, ())]


def _each_once(said: Mapping[int, Sequence[str]]) -> dict[int, str]:
    return {year: " ".join(dict.fromkeys(texts)) for year, texts in said.items() if texts}


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
