"""Tables of what is listed: rules with their rows, and files with what became of them."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from kit.chapters.content import Cell, Table, TableColumn
from kit.chapters.text.values import SHORT
from kit.figures.figure import Figure
from kit.measures.breakdowns import ALL
from kit.text import count, extract_words
from kit.years import label

if TYPE_CHECKING:
    from kit.problems.rule import Rule


def quality(figures: Sequence[Figure], rules: "Mapping[str, Rule]", years: Sequence[int]) -> Table:
    """Return a row for each rule under which rows were listed: its meaning, effect and rows by year."""
    found = {(f.measure, f.year): f for f in figures}
    rows = []
    for name, rule in rules.items():
        mine = [found.get((name, year)) for year in years]
        if any(f is not None and (f.value or f.note) for f in mine):
            cells = [_rows(f) for f in mine]
            # Not put inside a sentence: the first word may be a code.
            detail = f"{rule.meaning} Effect on the figures: {rule.effect}"
            rows.append((Cell(rule.title, detail=detail), *cells))
    columns = (TableColumn("What was found"), *(TableColumn(label(year), number=True) for year in years))
    return Table("Rows listed, by what was found and the year of the file", columns, tuple(rows))


def files(figures: Sequence[Figure]) -> Table:
    """Return a row for each extract and year: rows in, and what became of them."""
    found = {(f.measure, f.year, f.breakdown, f.category): f for f in figures}
    wanted = ((ALL, ALL), ("became", "kept"), ("became", "superseded"), ("became", "listed"))
    rows = []
    for extract, year in sorted({(f.measure, f.year) for f in figures}):
        mine = [found.get((extract, year, *one)) for one in wanted]
        rows.append((Cell(f"{extract_words(extract)}, {label(year)}"), *map(_rows, mine)))
    heads = ("Rows in", "Rows kept", "Rows superseded", "Rows listed")
    columns = (TableColumn("Extract and year of the file"), *(TableColumn(head, number=True) for head in heads))
    note = "Rows in are rows kept, rows superseded by a newer file, and rows listed, added up."
    return Table("What became of every row", columns, tuple(rows), (note,))


def _rows(figure: Figure | None) -> Cell:
    if figure is None:
        return Cell("0", value=0)
    if figure.value is None:
        return Cell(SHORT.get(figure.note, figure.note), figure.key)
    return Cell(count(int(figure.value)), figure.key, figure.value)
