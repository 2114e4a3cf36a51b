"""What is in the workbook of figures: each table with its words, of the protected figures alone."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kit.chapters.content import Table
from kit.chapters.tables import listed
from kit.chapters.text.council_words import own_words
from kit.chapters.text.values import target_text
from kit.figures.comparison import NOT_TESTED, YEAR_BEFORE
from kit.figures.csv import DECIMALS
from kit.figures.figure import Figure, FigureRows, figures_of
from kit.measures.breakdowns import ALL, BREAKDOWNS
from kit.measures.measure import Measure
from kit.notebooks.chapters import load_chapters
from kit.text import day, month, sentence
from kit.years import label, reporting_year

if TYPE_CHECKING:
    from kit.counting.figures import Figures

HIDDEN, NOT_THERE, NO_SENSE = "[c]", "[x]", "[z]"
MARKS = {"suppressed": HIDDEN, "not supplied": NOT_THERE, "not known": NOT_THERE, "no cases": NO_SENSE}
# In a table of listed rows, what `kit.chapters.text.values.SHORT` says.
MARKS_OF_WORDS = {"hidden": HIDDEN, "not supplied": NOT_THERE, "not known": NOT_THERE, "no cases": NO_SENSE}
EVERY = "All"
BETTER = {"higher": "More is better", "lower": "Fewer is better"}


@dataclass(frozen=True)
class Amount:
    """A number of a cell, shown with so many decimal places."""

    value: float
    places: int = 0


Cell = str | Amount


@dataclass(frozen=True)
class WorkbookTable:
    """A table and its sheet: for each column its heading, its width in characters, and whether it holds numbers."""

    sheet: str
    title: str
    columns: tuple[tuple[str, int, bool], ...]
    rows: tuple[tuple[Cell, ...], ...]
    about: tuple[str, ...] = ()
    filtered: bool = False


def readers_tables(figures: "Figures") -> list[WorkbookTable]:
    """Return the tables of the workbook in order; none is empty."""
    chapters = _chapters(figures)
    tables = [_notes(figures), _measures(figures, chapters), _main(figures, chapters)]
    rows = FigureRows(figures.results, figures.years, figures.ranges, figures.comparisons)
    tables += [_chapter(figures, rows, title, measures) for title, measures in chapters.items()]
    quality = listed.quality(figures_of(figures.quality, figures.years), figures.rules, [y.year for y in figures.years])
    tables += [
        _listed("Rows listed", quality),
        _listed("Files", listed.files(figures_of(figures.files, figures.years))),
    ]
    return [table for table in tables if table.rows]


def _chapters(figures: "Figures") -> dict[str, list[Measure]]:
    """Return the measures with figures by the titles of their chapters, in the order of the figures book."""
    counted = set(figures.results["measure"].unique())
    by_chapter: dict[str, list[str]] = {}
    titles = {}
    for chapter in load_chapters():
        titles[chapter.name] = chapter.title
        by_chapter[chapter.name] = list(dict.fromkeys(name for name, _ in chapter.shown))
    for name, measure in figures.measures.items():
        by_chapter.setdefault(measure.chapter, []).append(name)
    made: dict[str, list[Measure]] = {}
    for chapter_name, names in by_chapter.items():
        words = titles.get(chapter_name, chapter_name.replace("_", " ").capitalize())
        mine = [figures.measures[name] for name in dict.fromkeys(names) if name in counted]
        mine = [measure for measure in mine if measure.chapter == chapter_name]
        if mine:
            made.setdefault(own_words(words, figures.settings), []).extend(mine)
    return made


def _chapter(figures: "Figures", rows: FigureRows, title: str, measures: Sequence[Measure]) -> WorkbookTable:
    columns = (
        ("Measure", 44, False),
        ("Broken down by", 22, False),
        ("Group", 36, False),
        ("Unit", 18, False),
        ("Year", 12, False),
        ("Figure", 12, True),
        ("Number", 12, True),
        ("Out of", 12, True),
        ("95% interval, low", 14, True),
        ("95% interval, high", 14, True),
    )
    labels = {year.year: year.label for year in figures.years}
    made = []
    for measure in measures:
        for figure in _in_order(figures, rows, measure):
            by = EVERY if figure.breakdown == ALL else BREAKDOWNS[figure.breakdown].title
            group = EVERY if figure.category == ALL else month(figure.category)
            year = labels.get(figure.year, label(figure.year))
            made.append((measure.title, by, group, figure.unit, year, *_amounts(measure, figure)))
    return WorkbookTable(title, f"{title}: every figure", columns, tuple(made), (_read_on(),), filtered=True)


def _in_order(figures: "Figures", rows: FigureRows, measure: Measure) -> Iterator[Figure]:
    """Yield the figures of a measure: whole ones first, then each breakdown's groups, the years of each together."""
    now = figures.years[-1]
    for breakdown in (ALL, *measure.breakdowns):
        found = [figure for year in figures.years for figure in rows.find(measure.name, year.year, breakdown)]
        order: list[str] = []
        if breakdown != ALL:
            for year in figures.years:
                order += BREAKDOWNS[breakdown].categories_in(reporting_year(year.year, now.as_at))
        place = {category: number for number, category in enumerate(dict.fromkeys(order))}
        yield from sorted(found, key=lambda f: (place.get(f.category, len(place)), f.category, f.year))


def _amounts(measure: Measure, figure: Figure) -> tuple[Cell, ...]:
    """Return the figure, its number, what it is out of, and the ends of its interval."""
    mark = MARKS.get(figure.note, NO_SENSE)
    # What a measure never has is no gap: a count is out of nothing, and only shares have intervals.
    out_of = mark if measure.kind not in ("count", "fact") else NO_SENSE
    ends = mark if measure.kind == "share" else NO_SENSE
    return (
        _value(measure, figure.unit, figure.value, mark),
        _cases(measure, "numerator", figure.numerator, mark),
        _cases(measure, "denominator", figure.denominator, out_of),
        _or(figure.lower, ends),
        _or(figure.upper, ends),
    )


def _value(measure: Measure, unit: str, value: float | None, mark: str) -> Cell:
    if value is None:
        return mark
    whole = (measure.kind in ("count", "fact") and unit != "%") or (measure.kind == "median" and value % 1 == 0)
    return Amount(round(value, DECIMALS), 0 if whole and value % 1 == 0 else 1)


def _cases(measure: Measure, which: str, number: int | None, mark: str) -> Cell:
    if number is None:
        return mark
    return Amount(number / 100, 2) if which in measure.hundredths else Amount(number)


def _or(value: float | None, mark: str) -> Cell:
    """Return a share's or a difference's number as the CSV gives it, or the mark."""
    return mark if value is None else Amount(round(value, DECIMALS), 1)


def _main(figures: "Figures", chapters: Mapping[str, Sequence[Measure]]) -> WorkbookTable:
    years = figures.years
    columns = [("Measure", 50, False), ("Chapter", 26, False), ("Unit", 18, False)]
    columns += [(year.label, 12, True) for year in years]
    columns += [("Change on the year before", 16, True), ("Target", 16, True), ("Verdict", 22, False)]
    wholes = {(f.measure, f.year): f for f in figures_of(figures.results.filter(breakdown=ALL), years)}
    compared = figures.comparisons.filter(breakdown=ALL, year=figures.year, compared_with=YEAR_BEFORE)
    changes = {row["measure"]: row for row in compared.iter_rows(named=True)}
    made = []
    for title, measures in chapters.items():
        for measure in measures:
            mine = [wholes.get((measure.name, year.year)) for year in years]
            values = [NOT_THERE if f is None else _amounts(measure, f)[0] for f in mine]
            change = changes.get(measure.name)
            target = figures.settings.targets.get(measure.name)
            made.append(
                (
                    measure.title, title, measure.unit, *values,
                    NO_SENSE if change is None else _change(measure, change["difference"]),
                    target_text(measure, target.value) if target else "none",
                    NOT_TESTED if change is None else change["verdict"] or NOT_TESTED,
                )
            )  # fmt: skip
    words = f"Main figures: every measure as a whole, {years[0].label} to {years[-1].label}"
    return WorkbookTable("Main figures", words, tuple(columns), tuple(made), (_read_on(),), filtered=True)


def _change(measure: Measure, difference: float | None) -> Cell:
    whole = measure.kind == "count" or (measure.kind == "median" and (difference or 0) % 1 == 0)
    return NO_SENSE if difference is None else Amount(round(difference, DECIMALS), 0 if whole else 1)


def _measures(figures: "Figures", chapters: Mapping[str, Sequence[Measure]]) -> WorkbookTable:
    columns = (
        ("Measure", 44, False), ("Chapter", 26, False), ("Unit", 18, False), ("What is counted", 60, False),
        ("Included when", 44, False), ("Which way is better", 20, False), ("Source of the rule", 44, False),
        ("Checked on", 20, False), ("Name in figures.csv", 34, False),
    )  # fmt: skip
    rows = [
        (
            measure.title, title, measure.unit, sentence(measure.counts),
            sentence(measure.included_when) if measure.included_when else NO_SENSE,
            BETTER.get(measure.better, "Neither"), sentence(measure.source), day(measure.checked_on), measure.name,
        )
        for title, measures in chapters.items()
        for measure in measures
    ]  # fmt: skip
    return WorkbookTable("Measures", "Measures: what is counted, and by which rule", columns, tuple(rows))


def _notes(figures: "Figures") -> WorkbookTable:
    most = figures.settings.hide_up_to
    hidden = (
        f"Confidential: a number from 1 to {most}, or one that such a number could be worked out from, is hidden."
        if most
        else "Confidential: not used here, as no number is hidden."
    )
    rows = [
        (HIDDEN, hidden),
        (NOT_THERE, "Not available: no file was supplied for the year, or the files do not say."),
        (NO_SENSE, "Not applicable: there is no such number, as with a share of no cases, or what a count is out of."),
        ("Figure", "What the measure says, in its unit. A share is in percent: 92.3 is 92.3%."),
        ("Number", "How many cases the figure counts: of a share those that are included, of a median all of them."),
        ("Out of", "Of a share, a rate or a ratio, what the number is divided by."),
        ("95% interval", "How far chance could have moved a share; cases of one child or one officer go together."),
        ("Verdict", "What a change is that is more than chance would make: better, worse or neither."),
        ("Year", "A reporting year is from 1 April to 31 March: 2020-21 ended on 31 March 2021."),
    ]  # fmt: skip
    columns = (("Mark or column", 26, False), ("What it means", 110, False))
    return WorkbookTable("Notes", "Notes: the marks and the columns of the tables", columns, tuple(rows))


def _listed(sheet: str, table: Table) -> WorkbookTable:
    """Return a table of the figures book as one of the workbook."""
    detail = any(row[0].detail for row in table.rows)
    columns = [(table.columns[0].title, 44, False), *((column.title, 14, True) for column in table.columns[1:])]
    if detail:
        columns.append(("What it means, and its effect", 100, False))
    rows = []
    for first, *others in table.rows:
        cells: list[Cell] = [first.text]
        for cell in others:
            cells.append(MARKS_OF_WORDS.get(cell.text, cell.text) if cell.value is None else Amount(cell.value))
        rows.append((*cells, *((first.detail,) if detail else ())))
    return WorkbookTable(sheet, table.caption, tuple(columns), tuple(rows), tuple(table.notes))


def _read_on() -> str:
    return "[c] is hidden, [x] not available, [z] not applicable: the sheet Notes says more."
