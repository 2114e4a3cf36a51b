"""What a notebook says: each method of a Report returns one piece of content made from protected figures."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import polars as pl

from kit.chapters.absences import none_known, none_shown, why_empty
from kit.chapters.charts import charts
from kit.chapters.charts.drawing import WIDTH_CM, Drawing
from kit.chapters.charts.pictures import PICTURES, save_picture
from kit.chapters.content import Content, Definition, Group, Notice
from kit.chapters.definitions import define, how_drawn, known_problems
from kit.chapters.own_words.compose import Composed
from kit.chapters.own_words.passages import Words, without
from kit.chapters.tables import exports as exported
from kit.chapters.tables import listed, service, tables
from kit.chapters.text import sentences
from kit.chapters.text.values import by_words
from kit.errors import KitError, did_you_mean
from kit.figures.figure import Figure, figures_of
from kit.files.telling import say
from kit.measures import law_in_words as law
from kit.measures.breakdowns import BREAKDOWNS, Breakdown
from kit.measures.measure import Measure
from kit.paths import shown
from kit.report.about import about
from kit.report.board import PLACED, Board
from kit.report.overview import overview
from kit.report.shown_figures import Years, chosen_years
from kit.years import label

if TYPE_CHECKING:
    from kit.chapters.charts.drawing import AltairChart


LINES = ("month", "quarter")


@dataclass(frozen=True, repr=False)
class Report(Board):
    """The protected figures of a council, the words of its measures, its chapters and what the council says of them.

    Nothing here knows a child.
    """

    __repr__ = overview

    def headline(self, measure: str) -> Content:
        """Return the measure's figure in a sentence, with the change since the year before and the target."""
        found = self._measure(measure)
        wholes = self._wholes(found)
        if _never_supplied(wholes):
            return none_known(found, wholes)
        *earlier, now = wholes
        target = self.figures.settings.targets.get(measure)
        before = earlier[-1] if earlier else None
        return sentences.headline(
            found, now, before, self._now.as_at, target, self._drawn_from(found), self._band(found)
        )

    def trend(self, measure: str, by: str = "") -> Content:
        """Return the measure year by year as a table; one line if no year has a figure.

        With `by`, each category on its own and all together.
        """
        found = self._measure(measure)
        wholes = self._wholes(found)
        if all(f.value is None for f in wholes):
            return none_known(found, wholes)
        if by:
            way = self._breakdown(measure, by)
            return tables.by_year(found, way, wholes, [self._categories(found, way, year) for year in self._years])
        said = [*(found.breaks or {}).items(), *found.remarks.items()]
        notes = [f"{label(y)}: {words}" for y, words in sorted(said) if y in self._years]
        notes += [f"{label(y)}: {words}" for y, words in sentences.source_notes(found, wholes)]
        notes += sentences.sample_notes(found, None)
        return tables.trend(found, wholes, notes)

    def breakdown(self, measure: str, by: str) -> Content:
        """Return the year's categories beside the year before's as a table with its notes."""
        found, way = self._measure(measure), self._breakdown(measure, by)
        wholes = self._wholes(found)
        if _never_supplied(wholes):
            return none_known(found, wholes)
        now = self._categories(found, way, self.figures.year)
        earlier = self._categories(found, way, self.figures.year - 1) if len(self._years) > 1 else []
        before = tables.paired(now, earlier, way)
        if not now:
            supplied = self.figures.sources.filter(pl.col("year") == self.figures.year)["extract"]
            return Notice(f"{by_words(found, way)}, {self._now.label}: {why_empty(way, supplied)}", "absent")
        if all(f.value is None for f in now):
            return none_shown(found, way, now, earlier)
        notes = sentences.sample_notes(found, self._drawn_from(found))
        return tables.groups(found, way, now, before, notes)

    def chart(self, measure: str, by: str = "", years: Years = ()) -> "AltairChart":
        """Return a chart of the years, or with `by` of the year's categories, as Altair's object, to explore with.

        `years` chooses some of those loaded; with `by` one, or two to compare. KitError if there is nothing to draw.
        """
        return self.drawing(measure, by, years).as_altair()

    def save(self, measure: str, by: str = "", path: str = "", width_cm: float = WIDTH_CM, years: Years = ()) -> None:
        """Write the chart that `chart` gives into a file for Word or PowerPoint: name.svg or .png, with its title.

        It says what it made. The chart is `width_cm` wide on paper; a PNG has 300 dots an inch. KitError if there is
        nothing to draw, or no folder.
        """
        # The path may come second: save("reviews_on_time", "chart.svg").
        if not path and by.lower().endswith(PICTURES):
            by, path = "", by
        save_picture(self.drawing(measure, by, years), path, width_cm)
        say(f"Made {shown(Path(path).absolute())}.")

    def against(self, measure: str, other: str, by: str, name: str) -> Content:
        """Return the year's categories beside those of `other`, called the `name`; one line if there are none."""
        found, beside, way = self._measure(measure), self._measure(other), self._breakdown(measure, by)
        for one in (found, beside):
            if self._whole(one, self.figures.year).value is None:
                return sentences.absent(one, self._whole(one, self.figures.year))
        rows = {f.category: f for f in self._categories(beside, self._breakdown(other, by), self.figures.year)}
        now = [f for f in self._categories(found, way, self.figures.year) if f.category in rows]
        before = [rows[f.category] for f in now]
        if not now:
            return Notice(f"{by_words(found, way)}: nothing in the year is in the {name} too.", "absent")
        if all(f.value is None for f in now):
            return none_shown(found, way, now, [])
        waves = [f.category for f in self._categories(beside, BREAKDOWNS["wave"], self.figures.year) if f.denominator]
        notes = sentences.sample_notes(found, self._drawn_from(found))
        notes += sentences.benchmark_notes(name, waves, self._drawn_from(beside))
        return tables.beside(found, way, now, before, notes, name)

    def how_drawn(self) -> Content:
        """Return how the children of each wave of the year's audits were drawn, as far as that is recorded."""
        done = self._measure("audits_done")
        said = how_drawn(self._categories(done, BREAKDOWNS["wave"], self.figures.year), self.figures.drawn)
        return said or self.headline("audits_done")

    def gap(self, measure: str, by: str, category: str, other: str) -> Content:
        """Return the difference between two categories of the year with its interval, or why not."""
        found, way = self._measure(measure), self._breakdown(measure, by)
        rows = {f.category: f for f in self._categories(found, way, self.figures.year)}
        faults = [
            f'{measure} by {by} has no category "{word}".{did_you_mean(word, rows)}'
            for word in (category, other)
            if word not in rows
        ]
        if faults:
            raise KitError(faults)
        return sentences.gap(found, rows[category], rows[other])

    def monthly(self, measure: str) -> Content:
        """Return a count's monthly average, a twelfth of a whole year's, beside the year before's."""
        found = self._measure(measure)
        return sentences.monthly(found, self._wholes(found)[-2:], self._now.months)

    def definition(self, measure: str) -> Definition:
        """Return what is counted, the source of the rule, the files and their dates, and what is missing."""
        found = self._measure(measure)
        year = self.figures.year
        parts = [f for name in found.breakdowns for f in self._rows.find(measure, year, name)]
        limits = law.limits(found.timescales, self.figures.settings.timescales, self.figures.years[-1])
        return define(found, self.measures, self._wholes(found), parts, self.figures.sources, limits)

    def exports(self, measure: str) -> Content:
        """Return the measure's figure as each export of a year gives it, and what the newest export changed."""
        found = self._measure(measure)
        earlier = figures_of(self.figures.earlier, self.figures.years)
        differing = figures_of(self.figures.differences, self.figures.years)
        return exported.exports(found, self._wholes(found), earlier, differing, self.figures.sources)

    def glance(self, *measures: str) -> Content:
        """Return one table of the measures named: the year before, the year, the change and the target."""
        rows = []
        for name in measures:
            *earlier, now = self._wholes(self._measure(name))
            target = self.figures.settings.targets.get(name)
            rows.append((self.measures[name], now, earlier[-1] if earlier else None, target))
        year = self.figures.year
        return tables.glance(rows, f"Main figures, {self._now.label}", (label(year - 1), label(year)))

    def beside(self, by: str, *measures: str) -> Content:
        """Return measures side by side, by "year" or by a breakdown that all of them have."""
        found = [self._measure(name) for name in measures]
        if by == "year":
            return service.beside("Reporting year", [(m, self._wholes(m)) for m in found], self.figures.year)
        rows = [(m, self._categories(m, self._breakdown(m.name, by), self.figures.year)) for m in found]
        return service.beside(BREAKDOWNS[by].title, rows, self.figures.year)

    def actions(self) -> Content:
        """Return the lines of the last plan and of the one ahead, each beside the measure that it should move."""
        return service.actions(self.figures.statements, self.measures, self._wholes, self.figures.year)

    def facts(self, measure: str) -> Content:
        """Return single facts in words and as a table, beside the year before, with what to know of each."""
        found, statements = self._measure(measure), self.figures.statements
        now, before = (self._rows.find(measure, self.figures.year - n, "fact") for n in (0, 1))
        return service.facts(found, now, before, statements)

    def about(self) -> Group:
        """Return whose report this is, which years it knows, which chapters it lacks, and how to read it."""
        return about(self.figures, self._choice.lines())

    def words(self, chapter: str) -> Content:
        """Return what the council itself says of a chapter, its figures looked up; nothing if it says nothing.

        KitError if a reference names no figure, or one that may not be shown.
        """
        names = [c.name for c in self.chapters]
        if chapter not in names:
            raise KitError(f'There is no chapter "{chapter}".{did_you_mean(chapter, names)}')
        composed = self._composed.get(chapter, Composed())
        if composed.faults:
            raise KitError(composed.faults)
        title = f"What {self.figures.settings.service} says"
        blocks = without(composed.blocks, PLACED.get(chapter, ()))
        return Words(title, blocks, composed.figures) if blocks else Group(())

    def data_quality(self) -> Content:
        """Return every rule under which rows were listed, what it means and does, and the rows by year.

        Then come the problems that would have stopped the report, with the council's reason for making it.
        """
        table = listed.quality(figures_of(self.figures.quality, self.figures.years), self.figures.rules, self._years)
        found: Content = table if table.rows else Notice("No row was listed.", "note")
        known = [(self.figures.rules[k.rule], k.reason) for k in self.figures.settings.known_problems]
        return Group((found, known_problems(known))) if known else found

    def files(self) -> Content:
        """Return what became of every row of every file: kept, superseded or listed."""
        return listed.files(figures_of(self.figures.files, self.figures.years))

    def drawing(self, measure: str, by: str = "", years: Years = ()) -> Drawing:
        """Return the chart that `chart` and `save` give, as it is drawn in the report."""
        found = self._measure(measure)
        chosen = chosen_years(years, self._years, by)
        wholes = [figure for figure in self._wholes(found) if figure.year in chosen]
        if not by and any(f.value is not None for f in wholes):
            return self._by_year(found, wholes)
        way = self._breakdown(measure, by) if by else None
        now = self._categories(found, way, chosen[-1]) if way else []
        if way is None or all(f.value is None for f in now):
            raise KitError(f"{measure}: there is no figure to draw. report.{'breakdown' if by else 'trend'} says why.")
        earlier = self._categories(found, way, chosen[0]) if len(chosen) > 1 else []
        return self._by_category(found, way, now, tables.paired(now, earlier, way))

    def _by_year(self, measure: Measure, wholes: Sequence[Figure]) -> Drawing:
        return charts.trend(measure, wholes, self.figures.settings.targets.get(measure.name), self._band(measure))

    def _by_category(self, measure: Measure, by: Breakdown, now: Sequence[Figure], before: Sequence[Figure]) -> Drawing:
        if by.name in LINES:
            return charts.months(measure, now, before, self._band(measure))
        return charts.groups(measure, by, now, before)


def _never_supplied(wholes: list[Figure]) -> bool:
    return all(f.note == "not supplied" for f in wholes)
