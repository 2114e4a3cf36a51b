"""Which extracts a measure's figures are made from, read from its SQL and that of the views it uses."""

import re
from collections.abc import Mapping
from functools import cache

from kit.breakdowns import BREAKDOWNS
from kit.extracts import CORE, EXTRACTS
from kit.measures import Measure
from kit.views import view_texts


def extracts_read(measure: Measure, measures: Mapping[str, Measure]) -> tuple[str, ...]:
    """Return the names of the extracts that the measure's figures come from, in the order of `EXTRACTS`.

    Those that it counts from, and those that one of its breakdowns needs.
    """
    needs = (BREAKDOWNS[name].needs or "" for name in measure.breakdowns)
    names = {*extracts_counted(measure, measures), *(need.partition(".")[0] for need in needs)}
    return tuple(name for name in EXTRACTS if name in names)


def extracts_counted(measure: Measure, measures: Mapping[str, Measure]) -> tuple[str, ...]:
    """Return the names of the extracts that the whole of the measure comes from, in the order of `EXTRACTS`.

    Of the statutory return those that its SQL reads (for a rate its denominator's too, for a sample's share those of
    what it was drawn from). Of the council's own extracts those that the measure needs: views join some that a measure
    makes no use of.
    """
    read = tables_read(measure.sql)
    for other in (measure.per, measure.drawn_from):
        if other in measures:
            read |= tables_read(measures[other].sql)
    names = {need.partition(".")[0] for need in measure.needs} | read.intersection(CORE)
    return tuple(name for name in EXTRACTS if name in names)


@cache
def tables_read(sql: str) -> frozenset[str]:
    """Return every table and view that the query names after FROM or JOIN, and those that the views name in turn."""
    found: set[str] = set()
    waiting = set(_named(sql))
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting |= _named(view_texts().get(name, ""))
    return frozenset(found)


@cache
def _named(sql: str) -> frozenset[str]:
    return frozenset(re.findall(r"\b(?:FROM|JOIN)\s+([a-z_][a-z0-9_]*)", re.sub(r"--[^\n]*", "", sql)))
