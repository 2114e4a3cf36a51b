"""What a notebook asks of a report to explain a figure: what it is compared with, what changed, what is ahead."""

from kit.chapters.content import Content, Table
from kit.chapters.text import why
from kit.measures.breakdowns import BREAKDOWNS
from kit.report.finding import measures_with
from kit.report.looking_ahead import looking_ahead
from kit.report.shown_figures import Shown


class Explained(Shown):
    """The part of a report that explains figures, and says what is ahead."""

    def find(self, words: str = "") -> Table:
        """Return the measures with the words in their name, title or definition, and what each counts, by what.

        Without words, all of them.
        """
        return measures_with(words, self.measures)

    def compared(self, *measures: str) -> Table:
        """Return the measures beside the year before, two years before and the target, each with its verdict."""
        rows = [(self._measure(name), self._wholes(self._measure(name))[-1]) for name in measures]
        return why.compared(rows, f"What is called a change, {self._now.label}")

    def what_changed(self, measure: str, by: str) -> Content:
        """Return the change since the year before split by a breakdown into parts that add up to it exactly."""
        found, way = self._measure(measure), self._breakdown(measure, by)
        now, then = (self._categories(found, way, self.figures.year - back) for back in (0, 1))
        wholes = (self._whole(found, self.figures.year), self._whole(found, self.figures.year - 1))
        return why.what_changed(found, way, now, then, wholes)

    def stands_out(self, measure: str) -> Content:
        """Return what stands out by stated rules: opposite movements, a gap, a shortfall in one group, and more."""
        found = self._measure(measure)
        names = [name for name in found.breakdowns if not BREAKDOWNS[name].internal]
        groups = {name: self._categories(found, BREAKDOWNS[name], self.figures.year) for name in names}
        whole = self._measure(found.part_of or found.name)
        parts = [(m, self._whole(m, self.figures.year)) for m in self.measures.values() if m.part_of == whole.name]
        return why.stands_out(found, self._wholes(found), groups, (whole, parts))

    def ahead(self, part: str) -> Content:
        """Return what is said of later days: "work" (of 13 weeks), "targets" or "next year"."""
        return looking_ahead(part, self.figures, self.measures, self._wholes)
