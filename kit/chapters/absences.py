"""What is shown instead of a figure if there is none: one line that says why."""

from collections.abc import Container, Sequence

from kit.chapters.content import Content, Group, Notice
from kit.chapters.tables import tables
from kit.chapters.text import sentences
from kit.chapters.text.values import by_words, whom
from kit.figures.figure import Figure
from kit.measures.breakdowns import Breakdown
from kit.measures.measure import Measure
from kit.years import label


def none_known(measure: Measure, wholes: Sequence[Figure]) -> Notice:
    """Return why no loaded year has a figure; if the years differ in that, why the last has none."""
    if len({f.note for f in wholes}) > 1 or len(wholes) == 1:
        return sentences.absent(measure, wholes[-1])
    years = f"{label(wholes[0].year)} to {label(wholes[-1].year)}"
    text = f"{measure.title}, {years}: {sentences.why(measure, wholes[-1].note)}"
    return Notice(text, "absent", tuple(f.key for f in wholes))


def none_shown(measure: Measure, by: Breakdown, now: Sequence[Figure], before: Sequence[Figure]) -> Content:
    """Return why no category of the year has a figure, with those of the year before if that has some."""
    where, year = by_words(measure, by), now[0].when
    keys = tuple(f.key for f in now)
    if any(f.note == "suppressed" for f in now):
        text = (
            f"{where}, {year}: hidden as a whole. Some numbers are too small to print safely: they could identify "
            f"{whom(measure)}."
        )
    elif all(f.note == "not supplied" for f in now):
        needs = sentences.needs_words([by.needs]) if by.needs else sentences.needs_text(measure)
        text = f"{where}, {year}: not supplied. It needs {needs}."
    else:
        text = f"{where}, {year}: {sentences.why(measure, now[0].note)}"
    notice = Notice(text, "absent", keys)
    if not any(f.value is not None for f in before):
        return notice
    return Group((notice, tables.groups(measure, by, before, [])))


def why_empty(by: Breakdown, supplied: Container[str]) -> str:
    """Return why an open breakdown has no category, as the end of a sentence; `supplied` are the year's extracts."""
    extract = (by.needs or "").partition(".")[0]
    if extract and extract not in supplied:
        return f"not supplied. It needs {sentences.needs_words([by.needs or ''])}."
    return "no cases, so there is nothing to show."
