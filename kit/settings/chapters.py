"""The setting `chapters`: which chapters a council's report has, and in which order."""

from collections.abc import Sequence
from typing import Any

from kit.errors import did_you_mean
from kit.notebooks.chapters import FIRST, LAST, chapter_names


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
