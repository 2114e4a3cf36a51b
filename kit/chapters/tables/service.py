"""Tables of the chapters about the service: measures side by side, the actions of a plan, and single facts."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import polars as pl

from kit.chapters.content import Cell, Content, Group, Notice, Passage, Sentence, Table, TableColumn
from kit.chapters.tables.tables import change_words, value_cell
from kit.chapters.text.values import SHORT, value_text
from kit.figures.figure import Figure
from kit.measures.measure import Measure
from kit.text import count, day, inside, listed, month, quoted
from kit.years import label

Wholes = Callable[[Measure], Sequence[Figure]]
# Of a table of the report.
MOST_ACTIONS = 14
INTERNAL = "Whoever may see staff and children in the service sees them with: python -m kit figures --internal"


def actions(
    statements: Mapping[str, pl.DataFrame], measures: Mapping[str, Measure], wholes: Wholes, year: int
) -> Content:
    """Return the lines of the last plan and of the one ahead, each beside the measure that it should move.

    `statements` are those of `kit.counting.statements`, `wholes` gives a measure's protected figures by year.
    """
    rows: dict[bool, list[tuple[Cell, ...]]] = {False: [], True: []}
    for line in statements["actions"].filter(pl.col("year") == year).iter_rows(named=True):
        first = Cell(line["action"] or "not recorded", detail=line["owner"] or "")
        measure = measures.get(line["measure"] or "")
        rows[line["ahead"]].append((first, _status(line), *_beside(measure, wholes)))
    columns = (
        TableColumn("Action, and who sees to it"),
        TableColumn("How far it has come"),
        TableColumn("Measure that it should move"),
        TableColumn(label(year - 1), number=True),
        TableColumn(label(year), number=True),
        TableColumn("Change"),
    )
    note = (
        "A measure moves for many reasons. That it did beside an action does not say that the action moved it, and a "
        "difference within chance does not say that it failed. Measures that have no good direction are called neither "
        "better nor worse."
    )
    captions = {
        False: f"The plan of {label(year - 1)}, carried out in {label(year)}",
        True: f"The plan of {label(year)}, for the year ahead",
    }
    tables = [Table(captions[ahead], columns, tuple(rows[ahead]), (note,)) for ahead in rows if rows[ahead]]
    if not tables:
        return Notice(f"No action of a plan of {label(year - 1)} or {label(year)} is supplied.", "absent")
    return Group(tuple(tables))


def plan(statements: Mapping[str, pl.DataFrame], year: int) -> Content:
    """Return what of the last plan is not achieved, and the actions for the year ahead; nothing if none is known."""
    lines = statements["actions"].filter(pl.col("year") == year)
    left = lines.filter(~pl.col("ahead") & (pl.col("status") != "Achieved")).iter_rows(named=True)
    said: list[Content] = [
        Sentence(f"{quoted(line['action'] or 'not recorded')}: {inside(line['status'])}, of last year's plan.")
        for line in left
    ]
    rows = [
        (Cell(line["action"] or "not recorded", detail=line["owner"] or ""), Cell(line["status"]))
        for line in lines.filter(pl.col("ahead")).iter_rows(named=True)
    ]
    if rows:
        more = (f"{len(rows) - MOST_ACTIONS} more are in the figures book.",) if len(rows) > MOST_ACTIONS else ()
        heads = (TableColumn("Action, and who sees to it"), TableColumn("How far it has come"))
        said.append(Table(f"Actions planned for {label(year + 1)}", heads, tuple(rows[:MOST_ACTIONS]), more))
    title = f"The plan for {label(year + 1)} has {count(len(rows))} actions"
    return Passage(title, tuple(said)) if said else Group(())


def _status(line: Mapping[str, Any]) -> Cell:
    words = line["status"]
    if words == "Achieved" and line["achieved"]:
        words += f" on {day(line['achieved'])}"
    return Cell(words, detail="" if words.startswith("Achieved") else line["reason"] or "")


def _beside(measure: Measure | None, wholes: Wholes) -> tuple[Cell, ...]:
    if measure is None:
        return (Cell("none named"), Cell(""), Cell(""), Cell(""))
    *earlier, now = wholes(measure)
    if not earlier:
        return (Cell(measure.title), Cell("not loaded"), value_cell(measure, now), Cell(""))
    words = Cell(change_words(measure, now, earlier[-1]))
    return (Cell(measure.title), value_cell(measure, earlier[-1]), value_cell(measure, now), words)


def facts(
    measure: Measure, now: Sequence[Figure], before: Sequence[Figure], statements: Mapping[str, pl.DataFrame]
) -> Content:
    """Return the year's facts in words, and a table of them beside the year before with what to know of each.

    `statements` are those of `kit.counting.statements`. The note of a hidden fact is hidden with it, as it may say the
    same.
    """
    here = [f for f in now if f.note != "not supplied"]
    if not here:
        return Notice(f"{measure.title}: not supplied for this year.", "absent")
    written = statements["fact_notes"].filter(pl.col("year") == here[0].year).select("fact", "note")
    notes: dict[str, str | None] = dict(written.iter_rows())
    old = {f.category: f for f in before}
    sentences = [
        Sentence(f"{f.category}: {_words(measure, f)}{_then(measure, old.get(f.category))}.", (f.key,))
        for f in here
        if f.value is not None
    ]
    columns = [TableColumn("Fact"), TableColumn(label(here[0].year), number=True)]
    if before:
        columns.append(TableColumn(label(before[0].year), number=True))
    columns.append(TableColumn("What to know"))
    rows = []
    for f in here:
        cells = [Cell(f.category), _fact(measure, f)]
        if before:
            cells.append(_fact(measure, old[f.category]) if f.category in old else Cell("not supplied"))
        rows.append((*cells, Cell("" if f.note == "suppressed" else notes.get(f.category) or "")))
    table = Table(f"Other facts, {label(here[0].year)}", tuple(columns), tuple(rows))
    return Group((*sentences, table))


def _words(measure: Measure, figure: Figure) -> str:
    if figure.numerator is None or figure.denominator is None:
        return value_text(measure, figure)
    return f"{count(figure.numerator)} of {count(figure.denominator)} ({value_text(measure, figure)})"


def _then(measure: Measure, figure: Figure | None) -> str:
    return f"; in {label(figure.year)}: {_words(measure, figure)}" if figure and figure.value is not None else ""


def _fact(measure: Measure, figure: Figure) -> Cell:
    if figure.value is None:
        return Cell(SHORT.get(figure.note, "not known"), figure.key)
    return Cell(_words(measure, figure), figure.key)


def beside(title: str, columns: Sequence[tuple[Measure, Sequence[Figure]]], year: int) -> Table:
    """Return measures side by side: a row for each category of the first one, a column for each measure.

    A column of which everything is hidden has a note that says how the service itself can see it.
    """
    rows = []
    for place, figure in enumerate(columns[0][1]):
        name = label(figure.year) if figure.breakdown == "all" else month(figure.category)
        found = [_at(figures, figure, place) for _, figures in columns]
        cells = [Cell("") if f is None else value_cell(m, f) for (m, _), f in zip(columns, found, strict=True)]
        rows.append((Cell(name), *cells))
    notes = []
    hidden = [m for m, figures in columns if figures and all(f.note == "suppressed" for f in figures)]
    if hidden:
        named = listed([quoted(m.title) for m in hidden])
        asked = " ".join(f"--measure {m.name}" for m in hidden)
        notes.append(
            f"{named}: hidden, as some numbers are small and could identify a person. {INTERNAL} --year {year} {asked}."
        )
    heads = (TableColumn(title), *(TableColumn(m.title, number=True) for m, _ in columns))
    caption = f"Side by side: {listed([inside(m.title) for m, _ in columns])}"
    return Table(caption, heads, tuple(rows), tuple(notes))


def _at(figures: Sequence[Figure], like: Figure, place: int) -> Figure | None:
    if like.breakdown == "all":
        return figures[place] if place < len(figures) else None
    return next((f for f in figures if f.category == like.category), None)
