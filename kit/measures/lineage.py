"""What a query reads: the views that it needs, and the extracts that a measure's figures are made from."""

import re
from collections.abc import Iterable, Mapping
from functools import cache
from graphlib import TopologicalSorter

from kit.extracts import CORE, EXTRACTS
from kit.files.walk import files_below
from kit.measures.breakdowns import BREAKDOWNS
from kit.measures.measure import Measure
from kit.paths import VIEWS

# What a view's file says where it only puts together what is stored.
NOT_STORED = "-- Not stored:"


@cache
def views_in_order() -> tuple[str, ...]:
    """Return the names of the views, each after those that it reads."""
    return tuple(TopologicalSorter(_needs()).static_order())


def views_read(sql: str) -> set[str]:
    """Return the names of the views that a query reads, directly or through another view."""
    needs, found = _needs(), set()
    more = named_in(sql, needs)
    while more:
        found |= more
        more = {other for name in more for other in needs[name]} - found
    return found


@cache
def _needs() -> dict[str, tuple[str, ...]]:
    """Return for each view, in order of name, the views that it names."""
    return {name: tuple(sorted(named_in(text, view_texts()) - {name})) for name, text in view_texts().items()}


@cache
def view_texts() -> dict[str, str]:
    """Return each view's SQL by name, in order of name."""
    files = sorted(files_below(VIEWS, ".sql"), key=lambda path: path.stem)
    return {path.stem: path.read_text(encoding="utf-8") for path in files}


@cache
def extracts_of_view(view: str) -> frozenset[str]:
    """Return the names of the extracts that a view reads, directly or through another view."""
    return frozenset(
        name for other in {view, *views_read(view_texts()[view])} for name in named_in(view_texts()[other], EXTRACTS)
    )


def named_in(sql: str, names: Iterable[str]) -> set[str]:
    """Return those of the names that stand in the SQL, but for its comments."""
    words = _words(sql)
    return {name for name in names if name in words}


@cache
def _words(sql: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", re.sub(r"--[^\n]*", "", sql)))


pass


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
