"""The views of `kit/sql/views/`: what each reads, so that a query has those built that it needs."""

import re
from collections.abc import Iterable
from functools import cache
from graphlib import TopologicalSorter

from kit.extracts import EXTRACTS
from kit.files.walk import files_below
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
    """Return each view's SQL by name."""
    return {path.stem: path.read_text(encoding="utf-8") for path in files_below(VIEWS, ".sql")}


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
