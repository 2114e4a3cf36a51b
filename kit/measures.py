"""Measures: what each file under `kit/sql/measures/<chapter>/` says in its header, checked.

A measure is one SQL file. Its header is YAML between `/*` and `*/`; its name is the file's.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from functools import cache
from pathlib import Path
from string import Formatter

import yaml

from kit.breakdowns import BREAKDOWNS
from kit.errors import KitError, did_you_mean
from kit.extracts import EXTRACTS
from kit.years import ReportingYear, day_of_year

FOLDER = Path(__file__).parent / "sql" / "measures"
KINDS = ("count", "share", "rate", "median")
BETTER = ("higher", "lower", "none")
PLACEHOLDERS = ("todo", "tbc", "tbd", "xxx")
IN_SENTENCES = ("value", "numerator", "denominator", "year", "as_at")


@dataclass(frozen=True)
class Measure:
    """A thing counted: its words, and the SQL whose rows are counted.

    `sentence` says the figure in words, with {value}, {numerator}, {denominator}, {year} (as 2020-21) and {as_at}.
    `counts` says what the rows are; `included_when` which of them make the numerator (shares only). `per` names the
    measure that is a rate's denominator. The children of a share that is an estimate from a sample were `drawn_from`
    those that another measure counts. `needs` lists extracts or columns of extracts without which the measure is
    not supplied. `breaks` maps a reporting year to what changed then. `shown` is false for a denominator that is no
    figure of its own.
    """

    name: str
    chapter: str
    title: str
    kind: str
    unit: str
    sentence: str
    counts: str
    better: str
    breakdowns: tuple[str, ...]
    source: str
    checked_on: date
    sql: str
    included_when: str = ""
    per: str = ""
    drawn_from: str = ""
    needs: tuple[str, ...] = ()
    breaks: dict[int, str] | None = None
    missing: str = ""
    shown: bool = True


@cache
def load_measures(folder: Path = FOLDER) -> dict[str, Measure]:
    """Return every measure by name, in order of name; every fault in any header at once as a KitError."""
    measures: dict[str, Measure] = {}
    faults: list[str] = []
    for path in sorted(folder.glob("*/*.sql"), key=lambda p: (p.stem, p.parent.name)):
        if path.stem in measures:
            faults.append(
                f"{path.stem}.sql stands in {measures[path.stem].chapter} and in {path.parent.name}. Keep one."
            )
        try:
            measures[path.stem] = read_measure(path)
        except KitError as error:
            faults += error.messages
    for measure in measures.values():
        if measure.per and measure.per not in measures:
            faults.append(f"{measure.name}.sql: per: there is no measure {measure.per}.")
        drawn = measure.drawn_from
        if drawn and (measure.kind != "share" or drawn not in measures or measures[drawn].kind != "count"):
            faults.append(f"{measure.name}.sql: drawn_from: a share may name a count, and {drawn} is none.")
    if faults:
        raise KitError(faults)
    return measures


def as_at_words(measures: Mapping[str, Measure], year: ReportingYear) -> dict[str, Measure]:
    """Return the measures with the as-at day of a part-year report in their words, where these say 31 March."""
    if year.is_whole:
        return dict(measures)
    last = day_of_year(year.as_at)
    words = ("title", "sentence", "counts", "included_when", "missing")
    return {
        m.name: replace(m, **{name: getattr(m, name).replace("31 March", last) for name in words})
        for m in measures.values()
    }


def find_measure(name: str) -> Measure:
    """Return the measure called `name` (KitError with the closest name where there is none)."""
    measures = load_measures()
    if name not in measures:
        raise KitError(f'There is no measure "{name}".{did_you_mean(name, measures)}')
    return measures[name]


def read_measure(path: Path) -> Measure:
    """Return the measure that the file declares; a KitError lists every field that is missing or wrong."""
    text = path.read_text(encoding="utf-8")
    parts = re.fullmatch(r"/\*\n(.*?)\n\*/\n(.*)", text, re.DOTALL)
    if not parts:
        raise KitError(f"{path.name}: begin with a header between /* and */ on lines of their own.")
    try:
        header = yaml.safe_load(parts[1])
    except yaml.YAMLError:
        raise KitError(f'{path.name}: the header is not YAML. Put words that hold ": " into quotation marks.') from None
    if not isinstance(header, dict):
        raise KitError(f"{path.name}: the header is not a list of `field: value` lines.")
    faults = [f"{path.name}: {fault}" for fault in _faults(header)]
    if faults:
        raise KitError(faults)
    for name in ("breakdowns", "needs"):
        header[name] = tuple(header.get(name) or ())
    return Measure(name=path.stem, chapter=path.parent.name, sql=parts[2], **header)


def _faults(header: dict) -> list[str]:
    known = [f.name for f in fields(Measure) if f.name not in ("name", "chapter", "sql")]
    needed = {"title", "kind", "unit", "sentence", "counts", "better", "breakdowns", "source", "checked_on"}
    if header.get("kind") == "share":
        needed.add("included_when")
    if header.get("kind") == "rate":
        needed.add("per")
    faults = [f'"{name}" is not a field.{did_you_mean(name, known)}' for name in header if name not in known]
    faults += [f"{name} is missing." for name in sorted(needed - set(header))]
    for name, value in header.items():
        if name in known and name not in ("breakdowns", "needs", "breaks", "shown") and _is_empty(value):
            faults.append(f"{name} is empty or a placeholder.")
    if header.get("kind") not in KINDS:
        faults.append(f"kind is not one of {', '.join(KINDS)}.")
    if header.get("better") not in BETTER:
        faults.append(f"better is not one of {', '.join(BETTER)}.")
    if not isinstance(header.get("checked_on"), date):
        faults.append("checked_on is not a date (2026-11-21).")
    for name in header.get("breakdowns") or ():
        if name not in BREAKDOWNS:
            faults.append(f'"{name}" is not a breakdown.{did_you_mean(name, BREAKDOWNS)}')
    supplied = [*EXTRACTS, *(f"{e.name}.{c.name}" for e in EXTRACTS.values() for c in e.columns)]
    for need in header.get("needs") or ():
        if need not in supplied:
            faults.append(f'needs: there is no "{need}".{did_you_mean(need, supplied)}')
    faults += _faults_of_sentence(header.get("sentence"))
    return faults


def _faults_of_sentence(sentence: object) -> list[str]:
    if not isinstance(sentence, str):
        return []
    used = {name for _, name, _, _ in Formatter().parse(sentence) if name is not None}
    return [
        f'sentence: "{{{name}}}" is not known.{did_you_mean(name, IN_SENTENCES)}'
        for name in sorted(used - set(IN_SENTENCES))
    ]


def _is_empty(value: object) -> bool:
    if isinstance(value, str):
        return not value.strip(" .…") or value.strip().lower().startswith(PLACEHOLDERS)
    return value is None or value == [] or value == {}
