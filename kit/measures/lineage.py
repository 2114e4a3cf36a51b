"""Which tables a query reads, by DuckDB's own parser: its views, and the extracts that a measure's figures come from.

DuckDB parses here and runs nothing: it sees the words of queries, and never a row.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from graphlib import TopologicalSorter
from threading import Lock
from typing import Any

import duckdb

from kit.extracts import CORE, EXTRACTS
from kit.files.walk import files_below
from kit.measures.breakdowns import BREAKDOWNS
from kit.measures.measure import Measure
from kit.paths import VIEWS

# What a view's file says if it only puts together what is stored.
NOT_STORED = "-- Not stored:"
# What is left out is what is as it usually is: the syntax tree of a query is long.
PARSE = """
    SELECT json_serialize_sql(sql, skip_null := true, skip_empty := true, skip_default := true)
    FROM (SELECT unnest(?) AS sql)
"""
PARSING = Lock()
# The tables that each query names: a process parses each text once.
PARSED: dict[str, frozenset[str]] = {}


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
    parse(view_texts().values())
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
    """Return those of the names that the query reads as tables; none if it is not a query that DuckDB can parse."""
    tables = tables_named(sql)
    return {name for name in names if name in tables}


def tables_named(sql: str) -> frozenset[str]:
    """Return every table and view that the query itself names, in small letters, but for its own common tables."""
    if sql not in PARSED:
        parse([sql])
    return PARSED[sql]


def parse(queries: Iterable[str]) -> None:
    """Parse many queries at once, which takes half as long as one after another; each is parsed once a process."""
    new = [sql for sql in dict.fromkeys(queries) if sql not in PARSED]
    if new:
        with PARSING:
            trees = [json.loads(tree) for (tree,) in _parser().execute(PARSE, [new]).fetchall()]
        PARSED.update((sql, frozenset(_tables(tree, frozenset()))) for sql, tree in zip(new, trees, strict=True))


@cache
def _parser() -> duckdb.DuckDBPyConnection:
    return duckdb.connect(config={"threads": 1, "enable_external_access": False})


def _tables(tree: Any, common: frozenset[str]) -> Iterator[str]:
    """Yield the tables of a part of a syntax tree; `common` are the query's own tables (WITH) that it can name."""
    if isinstance(tree, list):
        for part in tree:
            yield from _tables(part, common)
    elif isinstance(tree, dict):
        if tree.get("type") == "RECURSIVE_CTE_NODE":
            common |= {tree["cte_name"].lower()}
        # Each can name those before it, and what follows can name all.
        for one in tree.get("cte_map", {}).get("map", ()):
            yield from _tables(one["value"], common)
            common |= {one["key"].lower()}
        if tree.get("type") == "BASE_TABLE" and tree["table_name"].lower() not in common:
            yield tree["table_name"].lower()
        yield from _tables([part for name, part in tree.items() if name != "cte_map"], common)


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
    """Return every table and view that the query names, and those that the views name in turn."""
    found: set[str] = set()
    waiting = set(tables_named(sql))
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting |= tables_named(view_texts()[name]) if name in view_texts() else set()
    return frozenset(found)
