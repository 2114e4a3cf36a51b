"""Measures whose figures have another source than earlier years', as the council says."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from kit.measures.breakdowns import BREAKDOWNS
from kit.measures.lineage import extracts_counted
from kit.measures.measure import Measure, SourceChange


def with_source_changes(measures: Mapping[str, Measure], changes: Iterable[SourceChange]) -> dict[str, Measure]:
    """Return the measures, each with the changes of its own source and of the extracts that it is made from."""
    found: dict[str, list[SourceChange]] = {name: [] for name in measures}
    for change in sorted(changes, key=lambda c: (c.year, c.of)):
        for name, measure in measures.items():
            by = tuple(b for b in measure.breakdowns if (BREAKDOWNS[b].needs or "").startswith(f"{change.of}."))
            if change.of == name or change.of in extracts_counted(measure, measures):
                found[name].append(change)
            elif by:
                found[name].append(replace(change, only=by))
    return {name: replace(measure, source_changes=tuple(found[name])) for name, measure in measures.items()}
