"""What older exports of a year's files said: a measure's figure by export date, and what a newer export changed."""

from collections.abc import Mapping, Sequence
from datetime import date

import polars as pl

from kit.chapters.content import Cell, Content, Group, Notice, Table, TableColumn
from kit.chapters.tables.tables import unit_words
from kit.chapters.text.values import SHORT, interval_text, value_text
from kit.figures.figure import Figure
from kit.measures.measure import Measure
from kit.text import count, day, extract_words, listed
from kit.years import label

STANDS = "newest, stands"
CHANGED = {"added": "Rows added", "gone": "Rows gone"}


def exports(
    measure: Measure,
    wholes: Sequence[Figure],
    earlier: Sequence[Figure],
    differences: Sequence[Figure],
    sources: pl.DataFrame,
) -> Content:
    """Return the measure's figure as each export of a year gives it, and a table of what the newest one changed.

    `earlier` are the figures that older exports would give (breakdown: extract, category: export date), `differences`
    how many rows differ (measure: extract, breakdown: export date and what is compared). One line if no year has an
    older export.
    """
    mine = [f for f in earlier if f.measure == measure.name]
    if not mine:
        return Notice(f"{measure.title}: no loaded year has an older export that the newest one corrects.", "note")
    newest = {
        (extract, year): text
        for extract, year, text in sources.sort("export_date").select("extract", "year", "export_date").iter_rows()
    }
    stands = {f.year: f for f in wholes}
    parts: list[Content] = [_figures(measure, mine, stands, newest)]
    for extract, year in sorted({(f.breakdown, f.year) for f in mine}):
        here = [f for f in differences if (f.measure, f.year) == (extract, year)]
        parts += [_differences(extract, year, on, here, newest[extract, year]) for on in _dates(mine, extract, year)]
    return Group(tuple(parts))


def _dates(figures: Sequence[Figure], extract: str, year: int) -> list[str]:
    return sorted({f.category for f in figures if (f.breakdown, f.year) == (extract, year)})


def _figures(
    measure: Measure,
    earlier: Sequence[Figure],
    stands: Mapping[int, Figure],
    newest: Mapping[tuple[str, int], str],
) -> Table:
    columns = [TableColumn("Reporting year and export"), TableColumn(unit_words(measure), number=True)]
    if measure.kind == "share":
        columns += [
            TableColumn("Number", number=True),
            TableColumn("Of", number=True),
            TableColumn("95% interval", number=True),
        ]
    rows = []
    for extract, year in sorted({(f.breakdown, f.year) for f in earlier}):
        older = sorted((f for f in earlier if (f.breakdown, f.year) == (extract, year)), key=lambda f: f.category)
        named = [(f, _exported(extract, f.category)) for f in older]
        named.append((stands[year], f"{_exported(extract, newest[extract, year])} ({STANDS})"))
        for figure, words in named:
            cells = [Cell(f"{label(year)}, {words}"), Cell(value_text(measure, figure), figure.key, figure.value)]
            if measure.kind == "share":
                cells += [Cell(count(figure.numerator)), Cell(count(figure.denominator))]
                cells.append(Cell(interval_text(measure, figure)))
            rows.append(tuple(cells))
    note = "An older export is counted with all other files as they are now. The newest export is the one that counts."
    return Table(f"{measure.title}, by export", tuple(columns), tuple(rows), (note,))


def _differences(extract: str, year: int, older: str, figures: Sequence[Figure], newest: str) -> Table:
    """Return what the newest export changed since the older one; columns in which nothing changed are named below."""
    rows, same = [], []
    for figure in sorted(figures, key=lambda f: (f.category == "changed", f.breakdown, f.category)):
        on, _, what = figure.breakdown.partition(" ")
        if on != older:
            continue
        if figure.category == "changed" and figure.value == 0:
            same.append(what.replace("_", " "))
            continue
        words = CHANGED.get(figure.category, f"Rows in which {what.replace('_', ' ')} changed")
        shown = count(int(figure.value)) if figure.value is not None else SHORT.get(figure.note, figure.note)
        rows.append((Cell(words), Cell(shown, figure.key, figure.value)))
    notes = [f"The same in every row that both have: {listed(same)}."] if same else []
    between = f"from that {_on(older)} to that {_on(newest)}"
    caption = f"What changed in {extract_words(extract)} of {label(year)}, {between}"
    return Table(caption, (TableColumn("What changed"), TableColumn("Rows", number=True)), tuple(rows), tuple(notes))


def _exported(extract: str, export_date: str) -> str:
    return f"{extract_words(extract)} {_on(export_date)}"


def _on(export_date: str) -> str:
    try:
        return f"exported on {day(date.fromisoformat(export_date))}"
    except ValueError:
        return "of no recorded export date"
