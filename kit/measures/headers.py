"""The headers of measures' SQL files, read and checked: every fault of a header in one error."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields, replace
from datetime import date
from functools import cache, lru_cache
from pathlib import Path
from string import Formatter

from kit.errors import KitError, did_you_mean
from kit.extracts import EXTRACTS
from kit.files.walk import files_below
from kit.files.yaml import NOT_YAML, UnreadYamlError, read_yaml
from kit.measures.breakdowns import BREAKDOWNS
from kit.measures.law import statutory_bands, statutory_timescales
from kit.measures.measure import CLUSTERS, LAST_DAY, SETTINGS_NEEDED, Measure
from kit.measures.not_here import no_such_measure
from kit.measures.sums import faults_of_sums
from kit.paths import MEASURES, shown
from kit.text import day_of_year
from kit.years import ReportingYear

KINDS = ("count", "share", "rate", "median", "ratio", "fact")
BETTER = ("higher", "lower", "none")
PLACEHOLDERS = ("todo", "tbc", "tbd", "xxx")
IN_SENTENCES = (
    "value", "numerator", "denominator", "year", "next_year", "as_at", "numerator_each_month", "denominator_each_month",
)  # fmt: skip
OF_CATEGORIES = ("value", "numerator", "denominator", "whole", "category")
# Texts in which a timescale of the measure may be in braces.
IN_TEXTS = ("sentence", "sentence_if_none", "sentence_if_all", "title", "counts", "included_when", "missing")
MAY_BE_EMPTY = ("breakdowns", "needs", "timescales", "breaks", "shown", "in_summary", "people")


@cache
def load_measures(folder: Path = MEASURES) -> dict[str, Measure]:
    """Return every measure by name, in order of name; every fault in any header at once as a KitError."""
    measures: dict[str, Measure] = {}
    faults: list[str] = []
    for path in sorted(files_below(folder, ".sql"), key=lambda p: (p.stem, p.parent.name)):
        if path.stem in measures:
            faults.append(f"{path.stem}.sql is in {measures[path.stem].chapter} and in {path.parent.name}. Keep one.")
        try:
            measures[path.stem] = read_measure(path)
        except KitError as error:
            faults += error.messages
    faults += _of_others(measures)
    if faults:
        raise KitError(faults)
    return measures


def _of_others(measures: Mapping[str, Measure]) -> Iterator[str]:
    """Say what is wrong with the other measures that measures name."""
    for measure in measures.values():
        if measure.per and measure.per not in measures:
            yield f"{measure.name}.sql: per: there is no measure {measure.per}."
        drawn = measure.drawn_from
        if drawn and (measure.kind != "share" or drawn not in measures or measures[drawn].kind != "count"):
            yield f"{measure.name}.sql: drawn_from: a share may name a count, and {drawn} is not one."
        whole = measure.part_of
        if whole and (measure.kind != "count" or whole not in measures or measures[whole].kind != "count"):
            yield f"{measure.name}.sql: part_of: a count may name a count, and {whole} is not one."
        yield from faults_of_sums(measure, measures)


def load_measures_of(own: Path) -> dict[str, Measure]:
    """Return the kit's measures, and after them those of the folder `own`, a council's; every fault as a KitError."""
    files = tuple((path, path.stat().st_mtime_ns, path.stat().st_size) for path in files_below(own, ".sql"))
    return _with_own(files) if files else load_measures()


@lru_cache(maxsize=8)
def _with_own(files: tuple[tuple[Path, int, int], ...]) -> dict[str, Measure]:
    measures = dict(load_measures())
    faults: list[str] = []
    for path, *_ in files:
        if path.stem in measures:
            faults.append(f"{shown(path)}: there is another measure of this name. Give yours a name of its own.")
            continue
        try:
            # As it is called in a checkout: the folder of settings may be elsewhere, and no report names that.
            measures[path.stem] = replace(read_measure(path), own="/".join(("params", *path.parts[-3:])))
        except KitError as error:
            faults += [f"{shown(path.parent)}/{message}" for message in error.messages]
    faults += _of_others(measures)
    if faults:
        raise KitError(faults)
    return measures


def as_at_words(measures: Mapping[str, Measure], year: ReportingYear) -> dict[str, Measure]:
    """Return the measures with the as-at day of a part-year report in their words, if these name the last day."""
    if year.is_whole:
        return dict(measures)
    last = day_of_year(year.as_at)
    words = ("title", "sentence", "sentence_if_none", "sentence_if_all", "counts", "included_when", "missing")
    return {
        m.name: replace(m, **{n: getattr(m, n).replace("31 March", last).replace(LAST_DAY, last) for n in words})
        for m in measures.values()
    }


def find_measure(name: str, own: Path | None = None) -> Measure:
    """Return the measure called `name`, or that in the folder `own`; KitError with the closest name if none is."""
    measures = load_measures_of(own) if own else load_measures()
    if name not in measures:
        raise KitError(no_such_measure(name, measures), wrong_use=True)
    return measures[name]


def read_measure(path: Path) -> Measure:
    """Return the measure that the file declares; a KitError lists every field that is missing or wrong."""
    text = path.read_text(encoding="utf-8")
    parts = re.fullmatch(r"/\*\n(.*?)\n\*/\n(.*)", text, re.DOTALL)
    if not parts:
        raise KitError(f"{path.name}: begin with a header between /* and */ on lines of their own.")
    try:
        header = read_yaml(parts[1])
    except UnreadYamlError as error:
        words = error.words.replace(NOT_YAML, 'the header is not YAML. Put words that hold ": " into quotation marks.')
        raise KitError(f"{path.name}: {words}") from None
    if not isinstance(header, dict):
        raise KitError(f"{path.name}: the header is not a list of `field: value` lines.")
    faults = [f"{path.name}: {fault}" for fault in _faults(header)]
    if faults:
        raise KitError(faults)
    for name in ("breakdowns", "needs", "timescales", "hundredths", "adds_up"):
        header[name] = tuple(header.get(name) or ())
    return Measure(name=path.stem, chapter=path.parent.name, sql=parts[2], **header)


def _faults(header: dict) -> list[str]:
    known = [
        f.name for f in fields(Measure) if f.name not in ("name", "chapter", "sql", "source_changes", "remarks", "own")
    ]
    needed = {
        "title",
        "kind",
        "unit",
        "sentence",
        "counts",
        "better",
        "breakdowns",
        "source",
        "checked_on",
        "depends_on",
    }
    if header.get("kind") == "share":
        needed.add("included_when")
    if header.get("kind") == "rate":
        needed.add("per")
    faults = [f'"{name}" is not a field.{did_you_mean(name, known)}' for name in header if name not in known]
    faults += [f"{name} is missing." for name in sorted(needed - set(header))]
    for name, value in header.items():
        if name in known and name not in MAY_BE_EMPTY and _is_empty(value):
            faults.append(f"{name} is empty or a placeholder.")
    if header.get("kind") not in KINDS:
        faults.append(f"kind is not one of {', '.join(KINDS)}.")
    if header.get("better") not in BETTER:
        faults.append(f"better is not one of {', '.join(BETTER)}.")
    if header.get("depends_on") not in CLUSTERS:
        faults.append(f"depends_on is not one of {', '.join(CLUSTERS)}: say which cases go together.")
    back = header.get("years_before", 0)
    if not isinstance(back, int) or isinstance(back, bool) or back < 0:
        faults.append("years_before is not a whole number of years (1).")
    if not isinstance(header.get("checked_on"), date):
        faults.append("checked_on is not a date (2026-11-21).")
    for name in header.get("breakdowns") or ():
        if name not in BREAKDOWNS:
            faults.append(f'"{name}" is not a breakdown.{did_you_mean(name, BREAKDOWNS)}')
    if header.get("band") and header["band"] not in statutory_bands():
        faults.append(f"band is not one of {', '.join(statutory_bands())}.")
    for name in ("people", "whole_years", "in_summary"):
        if not isinstance(header.get(name, True), bool):
            faults.append(f"{name} is not yes or no.")
    if not set(header.get("hundredths") or ()) <= {"numerator", "denominator"}:
        faults.append("hundredths holds something else than numerator and denominator.")
    supplied = [*SETTINGS_NEEDED, *EXTRACTS, *(f"{e.name}.{c.name}" for e in EXTRACTS.values() for c in e.columns)]
    for need in header.get("needs") or ():
        if need not in supplied:
            faults.append(f'needs: there is no "{need}".{did_you_mean(need, supplied)}')
    limits = [str(name) for name in header.get("timescales") or ()]
    law = statutory_timescales()
    faults += [f'"{n}" is not a timescale of statutory.yml.{did_you_mean(n, law)}' for n in limits if n not in law]
    for name in IN_TEXTS:
        known_here = (*IN_SENTENCES, *limits) if name.startswith("sentence") else limits
        faults += _faults_of_text(name, header.get(name), known_here)
    return faults + _faults_of_categories(header)


def _faults_of_categories(header: dict) -> list[str]:
    faults = []
    for by, said in (header.get("sentences_by") or {}).items():
        if by not in (header.get("breakdowns") or ()):
            faults.append(f'sentences_by: it is not broken down by "{by}".')
        elif not isinstance(said, dict):
            faults.append(f"sentences_by: {by} is not a list of `category: sentence` lines.")
        else:
            known = BREAKDOWNS[by].categories
            faults += [
                f'sentences_by: "{one}" is not a category of {by}.{did_you_mean(str(one), known)}'
                for one in said
                if known and one not in ("each", "most") and one not in known
            ]
            for text in said.values():
                faults += _faults_of_text("sentences_by", text, OF_CATEGORIES)
    return faults


def _faults_of_text(name: str, text: object, known: Sequence[str]) -> list[str]:
    if not isinstance(text, str):
        return []
    try:
        used = {field for _, field, _, _ in Formatter().parse(text) if field is not None}
    except ValueError:
        return [f"{name}: a brace is open or closed alone."]
    return [f'{name}: "{{{word}}}" is not known.{did_you_mean(word, known)}' for word in sorted(used - set(known))]


def _is_empty(value: object) -> bool:
    if isinstance(value, str):
        return not value.strip(" .…") or value.strip().lower().startswith(PLACEHOLDERS)
    return value is None or value == [] or value == {}
