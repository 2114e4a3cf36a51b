"""Tables of protected figures: by year, by category, and a page's figures at a glance."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from kit.chapters.content import Cell, Table, TableColumn
from kit.chapters.text import sentences
from kit.chapters.text.changes import (
    NOT_BEHAVIOUR,
    WIDE,
    Change,
    change,
    direction,
    is_wide,
    source_words,
    unlike_years,
)
from kit.chapters.text.values import SHORT, by_words, interval_text, span, target_text, value_text
from kit.figures.figure import Figure
from kit.measures.breakdowns import DATED, Breakdown
from kit.measures.measure import Measure
from kit.protection.small_numbers import NOT_NAMED
from kit.text import count, decimal, listed, month, signed
from kit.years import label

if TYPE_CHECKING:
    from kit.settings.targets import Target


MANY = 6
SEVERAL = "One child may count under several categories, so they do not add up to the whole."


def trend(measure: Measure, figures: Sequence[Figure], notes: Sequence[str] = ()) -> Table:
    """Return a row for each year: the value, what it is a share of, its 95% interval, and the change."""
    columns = [TableColumn("Reporting year"), TableColumn(unit_words(measure), number=True), *_of(measure)]
    columns.append(TableColumn("Change from the year before"))
    rows = []
    for figure, before in zip(figures, [None, *figures], strict=False):
        cells = [Cell(label(figure.year)), value_cell(measure, figure), *_of_cells(measure, figure)]
        words = "" if before is None else change_words(measure, figure, before)
        rows.append((*cells, Cell(words)))
    caption = f"{measure.title}, {span(figures)}"
    return Table(caption, tuple(columns), tuple(rows), tuple(notes))


def groups(
    measure: Measure, by: Breakdown, now: Sequence[Figure], before: Sequence[Figure], notes: Sequence[str] = ()
) -> Table:
    """Return a row for each category of the year beside the year before (`before` empty: no comparison).

    Figures of the two years are paired by place in the sequence. Notes say if categories do not add up,
    if a row says little, and that of many differences some are chance.
    """
    notes = [*group_notes(measure, by, now, before), *notes]
    if before and all(f.value is None for f in before):
        notes.append(f"{label(before[0].year)}: {SHORT.get(before[0].note, 'not known')}, so nothing is compared.")
        before = []
    year = label(now[0].year)
    columns = [TableColumn(by.title), TableColumn(year, number=True), *_of(measure)]
    if before:
        columns += [TableColumn(label(before[0].year), number=True), TableColumn("Change")]
    rows = []
    paired: Sequence[Figure | None] = before or [None] * len(now)
    for figure, old in zip(now, paired, strict=True):
        cells = [Cell(month(figure.category)), value_cell(measure, figure), *_of_cells(measure, figure)]
        if old is not None:
            cells += [value_cell(measure, old), Cell(change_words(measure, figure, old))]
        rows.append(tuple(cells))
    caption = f"{by_words(measure, by)}, {now[0].when}"
    if before:
        caption += f" and {label(before[0].year)}"
    return Table(caption, tuple(columns), tuple(rows), tuple(notes))


def by_year(measure: Measure, by: Breakdown, wholes: Sequence[Figure], parts: Sequence[Sequence[Figure]]) -> Table:
    """Return a row for each year: the value of each category on its own, and of all together.

    `parts` are the categories' figures of each year of `wholes`. Notes say which category comes later than the first
    year, and whether the source changed.
    """
    names = [f.category for f in parts[-1]]
    columns = [
        TableColumn("Reporting year"),
        *(TableColumn(name, number=True) for name in names),
        TableColumn("Together", number=True),
    ]
    years = [{f.category: f for f in figures} for figures in parts]
    rows = []
    for whole, here in zip(wholes, years, strict=True):
        cells = [value_cell(measure, here[name]) if name in here else Cell("") for name in names]
        rows.append((Cell(label(whole.year)), *cells, value_cell(measure, whole)))
    notes = [SEVERAL] if by.several else []
    for name in names:
        values = [here[name].value if name in here else None for here in years]
        first = next((whole for whole, value in zip(wholes, values, strict=True) if value), None)
        if first and 0 in values[: wholes.index(first)]:
            notes.append(f"{name}: none before {label(first.year)}.")
    notes += [f"{label(year)}: {words}" for year, words in sentences.source_notes(measure, wholes)]
    caption = f"{by_words(measure, by)}, {span(wholes)}"
    return Table(caption, tuple(columns), tuple(rows), tuple(notes))


def beside(
    measure: Measure, by: Breakdown, now: Sequence[Figure], other: Sequence[Figure], notes: Sequence[str], name: str
) -> Table:
    """Return a row for each category: the share, and another called `name`, each with its interval; the difference.

    Both are figures of the same year, paired by place in the sequence.
    """
    title = name[:1].upper() + name[1:]
    columns = [TableColumn(by.title), TableColumn(now[0].when, number=True), TableColumn("95% interval", number=True)]
    columns += [TableColumn(title, number=True), TableColumn("95% interval", number=True), TableColumn("Difference")]
    rows = []
    for figure, old in zip(now, other, strict=True):
        pair = [cell for f in (figure, old) for cell in (_with_counts(measure, f), Cell(interval_text(measure, f)))]
        rows.append((Cell(figure.category), *pair, Cell(change_words(measure, figure, old))))
    caption = f"{by_words(measure, by)}, {now[0].when} and the {name}"
    return Table(caption, tuple(columns), tuple(rows), (*group_notes(measure, by, now, ()), *notes))


def paired(now: list[Figure], before: list[Figure], by: Breakdown) -> list[Figure]:
    """Return the year before's figures in the order of `now`: months by place, other categories by name."""
    if not before or by.name in DATED:
        return before if len(before) == len(now) else []
    rows = {f.category: f for f in before}
    return [rows[f.category] for f in now] if all(f.category in rows for f in now) else []


def group_notes(measure: Measure, by: Breakdown, now: Sequence[Figure], before: Sequence[Figure]) -> tuple[str, ...]:
    """Return what a reader must know of a breakdown before reading anything into it."""
    notes = []
    if by.several:
        notes.append(SEVERAL)
    notes += [f"{category}: {meaning}." for category, meaning in by.meanings]
    if any(f.category == NOT_NAMED for f in now):
        notes.append(f"{NOT_NAMED}: other answers, too few to print.")
    wide = [month(f.category) for f in now if measure.kind == "share" and is_wide(f)]
    if wide:
        notes.append(
            f"Read with care, as there are few cases (a 95% interval over {WIDE:g} points wide): {listed(wide)}."
        )
    sources = [source_words(measure, f, old) for f, old in zip(now, before, strict=False)]
    notes += [f"{NOT_BEHAVIOUR}: {words}" for words in dict.fromkeys(filter(None, sources))]
    if before:
        notes += unlike_years(measure, now[0], before[0])
    if measure.kind == "share" and before and len(now) >= MANY:
        notes.append("With this many comparisons, one in twenty looks like a change by chance.")
    return tuple(notes)


def glance(
    rows: Sequence[tuple[Measure, Figure, Figure | None, "Target | None"]], caption: str, years: tuple[str, str]
) -> Table:
    """Return a row for each measure: the year before, the year, the change and the target."""
    columns = (
        TableColumn("Measure"),
        TableColumn(years[0], number=True),
        TableColumn(years[1], number=True),
        TableColumn("Change"),
        TableColumn("Target", number=True),
    )
    cells = []
    for measure, now, before, target in rows:
        wanted = Cell(target_text(measure, target.value), detail=f"set by {target.set_by}") if target else Cell("")
        old = Cell("not loaded") if before is None else value_cell(measure, before)
        words = "" if before is None else change_words(measure, now, before)
        cells.append((Cell(measure.title), old, value_cell(measure, now), Cell(words), wanted))
    return Table(caption, columns, tuple(cells))


def change_words(measure: Measure, now: Figure, before: Figure) -> str:
    """Return a change as a cell says it: "−31", "−2.1 points, worse", "+0.4 points, years not alike"."""
    difference = change(measure, now, before)
    if difference is None:
        return "cannot be compared"
    size = signed(difference.difference, places=0 if measure.kind == "count" else 1)
    if measure.kind == "median":
        size = size.removesuffix(".0")
    if measure.percent:
        size += " points"
    return size + (", source changed" if difference.source else _chance(measure, difference))


def unit_words(measure: Measure) -> str:
    """Return the heading of a column of values."""
    unit = "percent" if measure.percent else measure.unit
    return {"share": "Share", "count": "Number"}.get(measure.kind, unit[:1].upper() + unit[1:])


def _chance(measure: Measure, difference: Change) -> str:
    if difference.compared and difference.compared.too_few:
        return ", too few officers to say"
    if difference.certain is False:
        return ", within chance"
    if difference.unlike and difference.difference:
        return ", years not alike"
    if difference.certain is None:
        return ""
    return f", {direction(measure, difference).removeprefix('a change for the ')}"


def _of(measure: Measure) -> list[TableColumn]:
    if measure.kind == "share":
        return [
            TableColumn("Number", number=True),
            TableColumn("Of", number=True),
            TableColumn("95% interval", number=True),
        ]
    if measure.kind == "rate":
        return [TableColumn("Number", number=True), TableColumn("Of", number=True)]
    return []


def _with_counts(measure: Measure, figure: Figure) -> Cell:
    """Return a share with its numbers in smaller words beneath: 76.9%, 30 of 39."""
    cell = value_cell(measure, figure)
    if figure.value is None:
        return cell
    return replace(cell, detail=f"{count(figure.numerator)} of {count(figure.denominator)}")


def _of_cells(measure: Measure, figure: Figure) -> list[Cell]:
    if measure.kind not in ("share", "rate"):
        return []
    cells = [Cell(count(figure.numerator)), Cell(count(figure.denominator))]
    return [*cells, Cell(interval_text(measure, figure))] if measure.kind == "share" else cells


def value_cell(measure: Measure, figure: Figure) -> Cell:
    """Return the cell of a figure's value: as people read it, with the figure's key and the number to sort by."""
    value = None if figure.value is None else float(decimal(figure.value).replace(",", ""))
    return Cell(value_text(measure, figure), figure.key, value)
