"""The settings `chapters`, `core` and `must_publish`: which chapters a report has, and which measures in any case."""

from collections.abc import Mapping, Sequence
from typing import Any

from kit.errors import did_you_mean
from kit.measures.measure import Measure
from kit.notebooks.chapters import FIRST, LAST, chapter_names
from kit.settings.settings import MOST_CORE


def parse_chapters(value: Any, faults: list[str], own: Sequence[str] = ()) -> tuple[str, ...]:
    """Return the chapters that a council chose, in its order; what is wrong with the list is added to `faults`.

    `own` are the names of the council's own chapters.
    """
    known = [name for name in (*chapter_names(), *own) if name not in (*FIRST, *LAST)]
    if value is None:
        return ()
    if not isinstance(value, list) or not value:
        faults.append(f"chapters: list the chapters to show, in order: [{', '.join(known)}].")
        return ()
    names = [str(name) for name in value]
    for place, name in enumerate(names):
        if name in (*FIRST, *LAST):
            where = "first" if name in FIRST else "last"
            faults.append(f'chapters: "{name}" is always there, {where}. Take it out of the list.')
        elif name not in known:
            there = f"Chapters are: {', '.join(known)}."
            faults.append(f'chapters: there is no chapter "{name}".{did_you_mean(name, known)} {there}')
        elif name in names[:place]:
            faults.append(f'chapters: "{name}" is there twice.')
    return tuple(names)


def parse_core(value: Any, faults: list[str], measures: Mapping[str, Measure]) -> tuple[str, ...]:
    """Return the measures that the summary always has, in order; what is wrong with the list is added to `faults`."""
    known = {name: measure for name, measure in measures.items() if measure.shown}
    if not isinstance(value, list) or not value or len(value) > MOST_CORE:
        faults.append(f"core: list one to {MOST_CORE} measures, as in [reviews_on_time, children_took_part].")
        return ()
    names = [str(name) for name in value]
    faults += [f'core: there is no measure "{n}".{did_you_mean(n, known)}' for n in names if n not in known]
    faults += [f'core: "{n}" is listed twice.' for place, n in enumerate(names) if n in names[:place]]
    return tuple(names)


def parse_must_publish(value: Any, faults: list[str], measures: Mapping[str, Measure]) -> tuple[str, ...]:
    """Return the measures whose wholes are headlines beside the kit's; what is wrong is added to `faults`."""
    known = {name: measure for name, measure in measures.items() if measure.shown}
    if not isinstance(value, list) or not value:
        faults.append("must_publish: list measures, as in [children_unaccompanied, peps_up_to_date].")
        return ()
    names = [str(name) for name in value]
    faults += [f'must_publish: there is no measure "{n}".{did_you_mean(n, known)}' for n in names if n not in known]
    return tuple(dict.fromkeys(names))
