"""Looking up the protected figures of a report by measure, year and breakdown, in the order in which people read."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from kit.chapters.own_words.compose import Composed, OwnText, compose
from kit.chapters.own_words.references import Lookup
from kit.counting.figures import Figures
from kit.errors import KitError, did_you_mean
from kit.extracts.codes import NOT_RECORDED
from kit.figures.figure import Figure, FigureRows
from kit.measures.breakdowns import ALL, BREAKDOWNS, Breakdown
from kit.measures.law import Band
from kit.measures.measure import Measure
from kit.measures.not_here import no_such_measure
from kit.notebooks.chapters import Chapter
from kit.years import ReportingYear, parse_year, reporting_year

Years = int | Sequence[int]
IN_ORDER = ("stage_raised", "stage_resolved", "question_answer")


@dataclass(frozen=True)
class Shown:
    """The protected figures of a council, the words of its measures, its chapters and what the council says of them."""

    figures: Figures
    measures: Mapping[str, Measure]
    chapters: tuple[Chapter, ...] = ()
    texts: Mapping[str, OwnText] = field(default_factory=dict)

    @cached_property
    def _rows(self) -> FigureRows:
        figures = self.figures
        return FigureRows(figures.results, figures.years, figures.ranges, figures.comparisons)

    @cached_property
    def _composed(self) -> dict[str, Composed]:
        found = Lookup(self.measures, self._rows, self._years)
        return {name: compose(text, found.find) for name, text in self.texts.items()}

    @property
    def _years(self) -> list[int]:
        return [year.year for year in self.figures.years]

    @property
    def _now(self) -> ReportingYear:
        return self.figures.years[-1]

    def _measure(self, name: str) -> Measure:
        if name not in self.measures:
            raise KitError(no_such_measure(name, self.measures))
        return self.measures[name]

    def _breakdown(self, measure: str, by: str) -> Breakdown:
        known = self.measures[measure].breakdowns
        if by not in known:
            raise KitError(
                f'{measure} is not broken down by "{by}".{did_you_mean(by, known)} '
                f"Its breakdowns are: {', '.join(known) or 'none'}."
            )
        return BREAKDOWNS[by]

    def _band(self, measure: Measure) -> Band | None:
        return self.figures.settings.bands.get(measure.band)

    def _wholes(self, measure: Measure) -> list[Figure]:
        return [self._whole(measure, year) for year in self._years]

    def _drawn_from(self, measure: Measure) -> Figure | None:
        return self._whole(self._measure(measure.drawn_from), self.figures.year) if measure.drawn_from else None

    def _whole(self, measure: Measure, year: int) -> Figure:
        rows = self._rows.find(measure.name, year, ALL)
        if rows:
            return rows[0]
        return Figure(measure.name, year, ALL, ALL, None, None, None, None, None, measure.unit, "not supplied")

    def _categories(self, measure: Measure, by: Breakdown, year: int) -> list[Figure]:
        rows = self._rows.find(measure.name, year, by.name)
        fixed = {
            category: place for place, category in enumerate(by.categories_in(reporting_year(year, self._now.as_at)))
        }
        if fixed:
            return sorted(rows, key=lambda f: (fixed.get(f.category, len(fixed)), f.category))
        if by.name in IN_ORDER:
            return sorted(rows, key=lambda f: f.category)
        return sorted(rows, key=lambda f: (f.category == NOT_RECORDED, -(f.value or 0), f.category))


def chosen_years(years: Years, loaded: Sequence[int], by: str) -> list[int]:
    """Return the years of a chart: those named, otherwise all loaded ones, or with `by` the last two years.

    KitError for a year that is not loaded, and for more than two beside each other.
    """
    named = sorted({parse_year(year) for year in ((years,) if isinstance(years, int) else years)})
    if others := [str(year) for year in named if year not in loaded]:
        there = ", ".join(map(str, loaded))
        raise KitError(f"{', '.join(others)} is not loaded. The years here are: {there}.", wrong_use=True)
    if not by:
        return named or list(loaded)
    if len(named) > 2:
        raise KitError(f"A chart by {by} has one year, or two to compare: name no more.", wrong_use=True)
    return named or [loaded[-1] - 1, loaded[-1]][-min(len(loaded), 2) :]
