"""What a notebook asks of a report for the board: the summary, passages under their findings, and small charts.

These calls say what the report shows. All others are of the figures book (`kit.report.page`).
"""

from collections.abc import Sequence
from dataclasses import replace

import polars as pl

from kit.chapters.charts import small
from kit.chapters.choosing import Choice, choose
from kit.chapters.content import Content, Group, NewChapter, Notice, Passage, Sentence
from kit.chapters.own_words.passages import Words, under
from kit.chapters.own_words.prompts import OF_CHAPTER, PROMPTS
from kit.chapters.summary import summarise
from kit.chapters.tables import service, tables
from kit.chapters.tables.handbook import COVERED, handbook_table, load_required
from kit.chapters.text import cares, findings, kinds, sentences
from kit.chapters.text.findings import Finding, heading, leading, line
from kit.chapters.text.sentences import NO_EARLIER, NOT_SUPPLIED
from kit.chapters.text.values import by_words
from kit.figures.figure import figures_of
from kit.figures.outstanding import NO_KINDS
from kit.measures.breakdowns import BREAKDOWNS
from kit.report.explained import Explained
from kit.report.looking_ahead import outlook
from kit.text import count, inside, listed, quoted, sentence
from kit.years import label

# Under these headings the council's own words come first in their part of the report, by chapter.
LEAD, ASKS, CHILDRENS_WORDS = "Summary", "What we ask of the Board", "In children's words"
MOST_PROBLEMS = 3
# Chapters without data that one sentence names.
MOST_IN_A_LINE = 4
PLACED = {"start_here": (LEAD, ASKS), "childrens_voice": (CHILDRENS_WORDS,)}


class Board(Explained):
    """The part of a report that a board reads."""

    def summary(self) -> Content:
        """Return the first page: figures, a table with verdicts, what improved or got worse, and what is asked."""
        told = [self._told(name) for name, measure in self.measures.items() if measure.shown and measure.in_summary]
        told = [one for one in told if one.now.note != "not supplied"]
        core = self.figures.settings.core
        year = self.figures.year
        years = (label(year - 1), label(year))
        page = summarise(core, told, self._lead(told), self._asks(), years, self._still_to_write())
        left = [inside(chapter.title) for chapter, _ in self._choice.not_supplied]
        some = [listed(left[n : n + MOST_IN_A_LINE]) for n in range(0, len(left), MOST_IN_A_LINE)]
        said = [f"{'Nor' if n else 'No data was supplied'} for {words}." for n, words in enumerate(some)]
        return replace(page, notes=(*page.notes, *said))

    def passage(self, *measures: str) -> Content:
        """Return the measures in sentences under their finding: what got worse first, otherwise what got better.

        "children_took_part.age_band" says the categories of a breakdown, by the measure's words for them.
        """
        told = [self._told(name) for name in measures if "." not in name]
        known = [one for one in told if one.now.note != "not supplied"]
        if not known:
            said = Notice("We do not have this figure. It is not zero.", "absent", (told[0].now.key,))
            return Passage(f"{told[0].measure.title}{NOT_SUPPLIED}", (said,))
        first = leading([one for one in known if one.now.value is not None] or known)
        by_name = {one.measure.name: one for one in known}
        shown: list[Content] = []
        hidden = [one.measure.title for one in known if one.now.note == "suppressed"]
        outstanding = self._stands_out(first, known)
        for name in measures:
            measure, _, by = name.partition(".")
            if by:
                shown += self._kinds(measure, by)
                hidden += self._hidden_kinds(measure, by)
            elif measure in by_name and by_name[measure].now.note != "suppressed":
                shown += [self._said(by_name[measure]), *self._more_of(by_name[measure])]
                if by_name[measure] is first:
                    shown += [Sentence(text) for text in filter(None, [first.measure.remarks.get(self.figures.year)])]
                    shown += [outstanding] if outstanding else []
        shown += [sentences.hidden_together(hidden, first.measure)] if hidden else []
        return Passage(kinds.opposite_heading(known) or heading(first), tuple(cares.cares_once(shown, known)))

    def groups(self, measure: str, by: str) -> Content:
        """Return the lowest and the highest group of a share in sentences, and if chance could explain the gap."""
        found, way = self._measure(measure), self._breakdown(measure, by)
        now = self._categories(found, way, self.figures.year)
        if said := kinds.groups(found, way, now) if found.kind == "share" else []:
            return Passage(kinds.groups_heading(found, way, now), tuple(said))
        if any(f.note == "suppressed" for f in now):
            return Passage(f"{by_words(found, way)}: hidden", (kinds.not_shown(found, way),))
        return Group(())

    def childrens_words(self) -> Content:
        """Return what children said in their own words, as the council wrote it down; nothing if it wrote nothing."""
        return self._own("childrens_voice", CHILDRENS_WORDS) or Group(())

    def lines(self, *measures: str) -> Content:
        """Return a small chart of the years for each measure, those in percent on one scale."""
        told = [one for one in map(self._told, measures) if sum(f.value is not None for f in one.wholes) > 1]
        return Group(tuple(drawing.draw() for drawing in small.years(told)))

    def part(self, title: str) -> NewChapter:
        """Return that what follows is a chapter of its own in the report, under this title."""
        return NewChapter(title)

    def stacked(self, measure: str, by: str, part: str, rest: str) -> Content:
        """Return a small chart of a share's groups, each bar whole: the `part` that is counted, and the `rest`."""
        found, way = self._measure(measure), self._breakdown(measure, by)
        now = self._categories(found, way, self.figures.year)
        if found.kind != "share" or not any(f.value is not None for f in now):
            return Group(())
        earlier = self._categories(found, way, self.figures.year - 1) if len(self._years) > 1 else []
        return small.bars(found, way, now, tables.paired(now, earlier, way), (part, rest)).draw()

    def bars(self, measure: str, by: str) -> Content:
        """Return a small chart of the year's categories, by size, with the year before's values in numbers."""
        found, way = self._measure(measure), self._breakdown(measure, by)
        now = self._categories(found, way, self.figures.year)
        if not any(f.value for f in now):
            return Group(())
        earlier = self._categories(found, way, self.figures.year - 1) if len(self._years) > 1 else []
        return small.bars(found, way, now, tables.paired(now, earlier, way)).draw()

    def plan(self) -> Content:
        """Return what of the last plan is not achieved, and the actions of the year ahead with who sees to each."""
        return service.plan(self.figures.statements, self.figures.year)

    def outlook(self) -> Content:
        """Return the work of the next weeks, what the targets take, and the next year, in a few sentences."""
        return outlook(self.figures, self.measures, self._wholes)

    def handbook(self) -> Content:
        """Return each content that the IRO Handbook asks for: if this report covers it, its place, what is missing."""
        wholes = {name: self._wholes(measure)[-1] for name, measure in self.measures.items()}
        written = {name: composed.headings for name, composed in self._composed.items()}
        headed = {words.casefold() for composed in self._composed.values() for words in composed.unanswered}
        year = self.figures.results.filter((pl.col("year") == self.figures.year) & (pl.col("note") != "not supplied"))
        pairs = ("measure", "breakdown")
        supplied = set(year.select(*pairs).unique().iter_rows())
        shown = set(year.filter(pl.col("value").is_not_null()).select(*pairs).unique().iter_rows())
        asked = (load_required(), self._choice, self.measures, wholes, written, supplied, headed, supplied - shown)
        table = handbook_table(*asked)
        covered = sum(row[1].text == COVERED for row in table.rows)
        return Passage(f"{covered} of the {len(table.rows)} contents that the Handbook asks for are covered", (table,))

    def limits(self) -> Content:
        """Return in a few sentences how many rows could not be used, and the problems that most rows have."""
        found = figures_of(self.figures.quality, self.figures.years)
        rules = self.figures.rules
        rows = [f for f in found if f.year == self.figures.year and f.value]
        rows.sort(key=lambda f: (-(f.value or 0), f.measure))
        total = int(sum(f.value or 0 for f in rows))
        before = int(sum(f.value or 0 for f in found if f.year == self.figures.year - 1))
        then = f", {'up' if total > before else 'down'} from {count(before)}" if len(self._years) > 1 else ""
        said: list[Content] = [Sentence(f"{count(total)} notes were made on rows of this year's files{then}.")]
        said += [
            Sentence(f"{rules[f.measure].title}: {count(int(f.value or 0))}. {sentence(rules[f.measure].effect)}")
            for f in rows[:MOST_PROBLEMS]
        ]
        said += [Sentence("The figures book lists every kind of problem, and accounts for every row.")]
        title = f"{count(total)} notes were made on rows of the files"
        return Passage(title, tuple(said))

    @property
    def _choice(self) -> Choice:
        figures = self.figures
        settings = figures.settings
        return choose(self.chapters, settings.chapters, figures.results, figures.sources, self.measures, settings.given)

    def _told(self, name: str) -> Finding:
        found = self._measure(name)
        return Finding(found, tuple(self._wholes(found)), self.figures.settings.targets.get(name))

    def _said(self, told: Finding) -> Content:
        drawn, band = self._drawn_from(told.measure), self._band(told.measure)
        before = told.wholes[-2] if len(told.wholes) > 1 else None
        said = sentences.headline(told.measure, told.now, before, self._now.as_at, told.target, drawn, band)
        # The summary says so once for all.
        return (
            said if before or not isinstance(said, Sentence) else replace(said, text=said.text.replace(NO_EARLIER, ""))
        )

    def _hidden_kinds(self, measure: str, by: str) -> list[str]:
        """Return the title of a breakdown of which all is hidden though its whole is not; otherwise nothing."""
        found, way = self._measure(measure), self._breakdown(measure, by)
        rows = self._categories(found, way, self.figures.year)
        whole = self._whole(found, self.figures.year)
        hidden = whole.note != "suppressed" and any(f.note == "suppressed" for f in rows)
        return [by_words(found, way)] if hidden and all(f.value is None for f in rows) else []

    def _more_of(self, told: Finding) -> list[Content]:
        """Return what a rate was in the first year, and how the children of a sample were picked."""
        first = told.wholes[0]
        if told.measure.kind == "rate" and len(told.wholes) > 2 and first.value is not None:
            return [Sentence(f"In {label(first.year)} it was {told.text(first)}.", (first.key,))]
        if told.measure.drawn_from:
            waves = self._categories(self._measure("audits_done"), BREAKDOWNS["wave"], self.figures.year)
            drawn = {record.wave for record in self.figures.drawn}
            if (there := [f.category for f in waves if f.value]) and drawn.issuperset(there):
                return [Sentence("The children were picked at random.")]
        return []

    def _kinds(self, measure: str, by: str) -> list[Content]:
        found, way, year = self._measure(measure), self._breakdown(measure, by), self.figures.year
        *earlier, now = (self._categories(found, way, known) for known in self._years[-3:])
        return kinds.kinds(found, way, now, earlier, self._whole(found, year))

    def _stands_out(self, first: Finding, known: Sequence[Finding]) -> Content | None:
        """Return the one thing that stands out in a passage, by the rules of docs/chance.md; None if nothing does.

        That is a total of the passage that hides opposite movements, or what stands out in its first share.
        """
        groups = {}
        for told in (first, *(one for one in known if one is not first)):
            names = [name for name in told.measure.breakdowns if not BREAKDOWNS[name].internal]
            groups[told.measure.name] = {
                name: self._categories(told.measure, BREAKDOWNS[name], self.figures.year) for name in names
            }
            for name, figures in groups[told.measure.name].items():
                if name not in NO_KINDS and (said := kinds.opposite(told.measure, BREAKDOWNS[name], figures)):
                    return said
        if first.measure.kind != "share" or first.now.value is None:
            return None
        return findings.outstanding(first, groups[first.measure.name])

    def _lead(self, told: Sequence[Finding]) -> Content:
        """Return the council's paragraph, or a computed one."""
        if own := self._own("start_here", LEAD):
            return own
        worse = [one for one in told if one.verdict.is_worse]
        better = [one for one in told if one.verdict.is_better]
        missed = [one for one in told if one.verdict.target == "missed"]
        aims = [one for one in told if one.verdict.target]
        ones = "measure" if len(better) == 1 else "measures"
        parts = [f"This year {len(better)} {ones} got better and {len(worse)} got worse."]
        if len(self._years) == 1:
            parts = [f"{label(self.figures.year)} is the first year, so that nothing can be called better or worse."]
        if aims:
            parts.append(f"{len(missed)} of {len(aims)} targets were missed.")
        if worse:
            worst = max(worse, key=lambda one: one.verdict.fell_short)
            parts.append(f"{line(worst).text}")
        return Sentence(" ".join(parts))

    def _asks(self) -> Content:
        return self._own("start_here", ASKS) or Notice(
            "The service has not yet written what it asks of the board.", "caution"
        )

    def _still_to_write(self) -> str:
        """Return which headings of the council's own words have nothing under them; an empty string if none is so."""
        there = {chapter.name for chapter in self._choice.kept}
        asked = [(name, title) for name, prompts in OF_CHAPTER.items() if name in there for title, _ in prompts]
        own = [quoted(title) for name, title in asked if not self._own(name, title)]
        written = {words.casefold() for composed in self._composed.values() for words in composed.headings}
        required = [quoted(title) for title, _ in PROMPTS if title.casefold() not in written]
        said = []
        if own:
            said.append(f"This is a draft: the service has not yet written {listed(own)}.")
        if required:
            draft = "" if own else "This is a draft. "
            said.append(f"{draft}Nothing is written yet under {listed(required)}, which the Handbook asks for.")
        return " ".join(said)

    def _own(self, chapter: str, title: str) -> Words | None:
        """Return what the council wrote under a heading of a chapter, or None if it wrote nothing."""
        blocks = under(self._composed[chapter].blocks, title) if chapter in self._composed else ()
        figures = tuple(dict.fromkeys(key for block in blocks for key in block.figures))
        return Words(title, blocks, figures) if blocks else None
