"""Numbers in published words that no published figure has, nor any text that the words are made of."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from decimal import ROUND_HALF_UP, Decimal
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING, Any

import polars as pl

from kit.measures.breakdowns import ALL
from kit.paths import CHECKOUT, KIT, NOTEBOOKS, TEMPLATES, Places
from kit.publishing.audit.readers import SaidInFile

if TYPE_CHECKING:
    from kit.counting.figures import Figures

NUMBER = re.compile(r"(?<![\w.#/:-])\d[\d,]*(?:\.\d+)?(?![\w/:-])")
# Places in the figures book, and years.
PLACE = re.compile(r"(?:Table|chapter|Chapter|Paragraph|paragraph) [\d.]+")
A_YEAR = re.compile(r"(?:19|20)\d\d")
ENDINGS = (".md", ".yml", ".j2", ".ipynb", ".sql", ".py")


@dataclass(frozen=True)
class KnownNumbers:
    """The numbers that published words may have, and those of each measure's figures by its title."""

    everywhere: frozenset[str]
    of_titles: Mapping[str, frozenset[str]]

    def of(self, caption: str) -> Collection[str] | None:
        """Return the numbers of the measure that a table's caption names, or None if it names none."""
        titles = [title for title in self.of_titles if title in caption]
        return self.of_titles[max(titles, key=len)] if titles else None


def known_numbers(figures: "Figures", places: Places) -> KnownNumbers:
    """Return the numbers that words on the figures, all of them as they are shown, may have."""
    of_measures: dict[str, set[str]] = defaultdict(set)
    rows: dict[tuple, list[tuple]] = defaultdict(list)
    for name, year, by, category, *numbers, _, _ in figures.results.iter_rows():
        # A month is compared with the same one of other years.
        rows[name, by, category[-2:] if by == "month" else category].append((year, *numbers))
    for (name, _, _), years in rows.items():
        known = of_measures[name]
        for _, above, below, *values in years:
            rest = None if above is None or below is None else below - above
            for number in (above, below, rest, *values):
                known |= set(_written(number))
        for one, other in combinations(years, 2):
            for now, then in zip(one[1:4], other[1:4], strict=True):
                if now is not None and then is not None:
                    known |= set(_written(now - then))
    everywhere = {*_worked_out(figures)}
    for table in (getattr(figures, each.name) for each in fields(figures)):
        if isinstance(table, pl.DataFrame) and table is not figures.results:
            for row in table.iter_rows():
                numbers_of_row = {text for cell in row for text in _of_cell(cell)}
                everywhere |= numbers_of_row
                if table.columns[0] == "measure":
                    of_measures[row[0]] |= numbers_of_row
    everywhere = everywhere.union(*of_measures.values())
    words = {number for text in _texts(figures, places) for number in NUMBER.findall(text)}
    small = frozenset(number.replace(",", "") for number in words)
    titles: dict[str, frozenset[str]] = {}
    for name, measure in figures.measures.items():
        titles[measure.title] = titles.get(measure.title, frozenset()) | of_measures[name]
    return KnownNumbers(frozenset(everywhere) | small, titles)


def strangers(said: Iterable[SaidInFile], known: KnownNumbers) -> Iterator[tuple[str, bool]]:
    """Yield each number in words that is not known, and whether it is in a cell of a measure's table.

    Such a cell has a figure, its range or a difference of two years. A sentence may have something that is worked out
    of figures in a way that nobody foresaw here.
    """
    for piece in said:
        if piece.words:
            text = PLACE.sub(" ", piece.text)
            own = known.of(piece.caption) if piece.caption else None
            for found in NUMBER.findall(text):
                number = found.replace(",", "")
                if number not in (known.everywhere if own is None else own) and not A_YEAR.fullmatch(found):
                    yield (found, False) if own is None else (f"{found} ({piece.caption})", True)


def _worked_out(figures: "Figures") -> Iterator[str]:
    """Yield what sentences work out of figures: averages by month, all but one category, problems of a year."""
    months = {year.year: year.months for year in figures.years}
    wholes = {row[:2]: row[4:7] for row in figures.results.filter(breakdown=ALL).iter_rows()}
    for name, year, by, _, above, below, value, *_ in figures.results.iter_rows():
        if by == ALL and value is not None and year in months:
            yield from _written(value / months[year])
        whole_above, whole_below, _ = wholes.get((name, year), (None, None, None))
        if above is not None and whole_above is not None:
            yield from _written(whole_above - above)
            if below is not None and whole_below is not None and whole_below > below:
                yield from _written(whole_below - below)
                yield from _written(100 * (whole_above - above) / (whole_below - below))
    for total in figures.quality.group_by("year").agg(pl.col("value").sum())["value"]:
        yield from _written(total)
    if figures.weeks_ahead.height:
        yield str(round(figures.weeks_ahead["expected"].sum()))


def _written(number: float | None) -> Iterator[str]:
    """Yield how a number may be written: whole, or with a decimal."""
    if number is None:
        return
    if isinstance(number, int) or number % 1 == 0:
        yield str(abs(int(number)))
    if not isinstance(number, int):
        decimal = Decimal(repr(abs(number))).quantize(Decimal("0.1"), ROUND_HALF_UP)
        yield str(decimal)
        yield str(decimal.quantize(Decimal(1), ROUND_HALF_UP))


def _of_cell(cell: Any) -> Iterator[str]:
    if isinstance(cell, str):
        yield from (number.replace(",", "") for number in NUMBER.findall(cell))
    elif isinstance(cell, (int, float)) and not isinstance(cell, bool) and cell == cell and abs(cell) < float("inf"):
        yield from _written(cell)


def _texts(figures: "Figures", places: Places) -> Iterator[str]:
    """Yield the texts that words are made of: definitions, law, chapters as they are written, the council's own."""
    yield repr(figures.measures)
    yield repr(figures.settings)
    yield repr(figures.statements)
    yield repr(figures.drawn)
    yield repr(list(figures.rules.values()))
    folders: Sequence[Path] = (NOTEBOOKS, TEMPLATES, CHECKOUT / "params", KIT / "documents", places.council_params)
    for folder in folders:
        for path in sorted(folder.rglob("*")) if folder.is_dir() else ():
            if path.is_file() and path.suffix in ENDINGS:
                yield path.read_text(encoding="utf-8", errors="replace")
