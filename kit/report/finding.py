"""Finding measures by words: what each counts, when it includes a row, and by what it is broken down."""

from collections.abc import Mapping

from kit.chapters.content import Cell, Table, TableColumn
from kit.measures.measure import Measure
from kit.measures.not_here import found_elsewhere

COLUMNS = ("Name", "Title", "What it counts", "By")


def measures_with(words: str, measures: Mapping[str, Measure]) -> Table:
    """Return a table of the measures whose name, title or definition has every word, in any letters."""
    wanted = words.lower().split()
    rows = []
    for measure in measures.values():
        said = f"Counts {measure.counts}." + (f" Included if {measure.included_when}." if measure.included_when else "")
        cells = (measure.name, measure.title, said, ", ".join(measure.breakdowns) or "the whole alone")
        text = " ".join(cells).lower()
        if measure.shown and all(word in text for word in wanted):
            rows.append(tuple(map(Cell, cells)))
    caption = f'{len(rows)} measures with "{words}"' if words else f"All {len(rows)} measures"
    notes = [] if rows else ["Try another word, or report.find() for all."]
    if where := found_elsewhere(words):
        notes.append(where)
    return Table(caption, tuple(map(TableColumn, COLUMNS)), tuple(rows), tuple(notes))
