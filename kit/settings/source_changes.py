"""Figures from another source than those of earlier years: what a council says of it, and to which measures.

A system is replaced, an export holds an app that it left out before: the figure moves, and nobody behaved differently.
Only the council can know, so it says so in its settings, by extract (or by measure) and the first year of the new
source:

    sources_changed:
      app_use:
        2020: {words: "MOMO Express is in the export as well.", adds: {app: [MOMO Express]}}

`adds` names values of a column that the files of earlier years lacked.
"""

from collections.abc import Collection
from typing import Any

from kit.errors import did_you_mean
from kit.extracts import EXTRACTS
from kit.measures.measure import SourceChange
from kit.years import FIRST, LAST

EXAMPLE = '{app_use: {2020: {words: "MOMO Express is in the export as well.", adds: {app: [MOMO Express]}}}}'


def source_changes(given: object, faults: list[str], measures: Collection[str]) -> dict[tuple[str, int], SourceChange]:
    """Return the changes of source that a council states, by extract or measure and year.

    A sentence is added to `faults` for each that cannot hold.
    """
    if given is None:
        return {}
    if not isinstance(given, dict):
        faults.append(f"sources_changed: write the extract, the year and the words: {EXAMPLE}")
        return {}
    changes: dict[tuple[str, int], SourceChange] = {}
    known = [*EXTRACTS, *measures]
    for of, years in given.items():
        if of not in known:
            faults.append(f'sources_changed: there is no extract or measure "{of}".{did_you_mean(str(of), known)}')
        elif not isinstance(years, dict) or not years:
            faults.append(f"sources_changed: {of}: write the first year of the new source, and the words: {EXAMPLE}")
        else:
            for year, said in years.items():
                wrong: list[str] = []
                change = _change(of, year, {"words": said} if isinstance(said, str) else said, wrong)
                faults += [f"sources_changed: {of}: {year}: {fault}" for fault in wrong]
                changes[of, year] = change
    return changes


def _change(of: str, year: Any, said: Any, wrong: list[str]) -> SourceChange:
    entry = said if isinstance(said, dict) else {}
    if not isinstance(year, int) or not FIRST <= year <= LAST:
        wrong.append(f"is no reporting year. Give the year in which it ends, from {FIRST} to {LAST}.")
    words = entry.get("words")
    if not isinstance(words, str) or not words.strip():
        wrong.append("say in words what changed.")
    for name in entry:
        if name not in ("words", "adds"):
            wrong.append(f'"{name}" is no part of it.{did_you_mean(str(name), ("words", "adds"))} Give words and adds.')
    adds = entry.get("adds") or {}
    if not isinstance(adds, dict) or not all(isinstance(values, list) and values for values in adds.values()):
        wrong.append("adds: write the column and a list of what earlier files lacked: {app: [MOMO Express]}.")
        adds = {}
    columns = [column.name for column in EXTRACTS[of].kept_columns] if of in EXTRACTS else []
    for column in adds:
        if column not in columns:
            wrong.append(f'adds: "{column}" is no column of the extract {of}.{did_you_mean(str(column), columns)}')
    by_column = {f"{of}.{column}": tuple(str(value) for value in values) for column, values in adds.items()}
    return SourceChange(of, year, " ".join(str(words).split()), by_column)
