"""What a notebook asks of a report for the board: the summary, passages under their findings, and small charts.

These calls say what the report shows. All others are of the figures book (`kit.report.page`).
"""

from collections.abc import Sequence

import polars as pl

from kit.chapters.absences import none_known
from kit.chapters.charts import small
from kit.chapters.choosing import Choice, choose
from kit.chapters.content import Content, Group, Notice, Passage, Sentence
from kit.chapters.own_words.passages import Block, Words
from kit.chapters.summary import summarise
from kit.chapters.tables import tables
from kit.chapters.tables.handbook import COVERED, handbook_table, load_required
from kit.chapters.text import findings, sentences
from kit.chapters.text.findings import Finding, heading, leading, line
from kit.chapters.text.values import by_words, value_text
from kit.extracts.codes import NOT_RECORDED
from kit.figures.figure import figures_of
from kit.figures.outstanding import LEAST_CASES
from kit.measures.breakdowns import BREAKDOWNS
from kit.report.explained import Explained
from kit.report.looking_ahead import outlook
from kit.text import count, sentence
from kit.years import label

# Under these headings the council's own words come first in their part of the report, by chapter.
LEAD, ASKS, CHILDRENS_WORDS = "Summary", "What we ask of the Board", "In children's words"
MOST_PROBLEMS = 3
PLACED = {"start_here": (LEAD, ASKS), "childrens_voice": (CHILDRENS_WORDS,)}


class Board(Explained):
    """The part of a report that a board reads."""

    def summary(self) -> Content:
        """Return the first page: figures, a table with verdicts, what improved or got worse, and what is asked."""
        told = [self._told(name) for name, measure in self.measures.items() if measure.shown]
        told = [one for one in told if one.now.note != "not supplied"]
        core = self.figures.settings.core
        year = self.figures.year
        return summarise(core, told, self._lead(told), self._asks(), (label(year - 1), label(year)))

    def passage(self, *measures: str) -> Content:
        """Return the measures in sentences under their finding: what got worse first, otherwise what got better."""
        told = [self._told(name) for name in measures]
        known = [one for one in told if one.now.note != "not supplied"]
        if not known:
            return Passage(f"{told[0].measure.title}: not supplied", (none_known(told[0].measure, told[0].wholes),))
        first = leading(known)
        said = [self._said(one) for one in known]
        if outstanding := self._stands_out(first):
            said.insert(known.index(first) + 1, outstanding)
        return Passage(heading(first), tuple(said))

    def groups(self, measure: str, by: str) -> Content:
        """Return the lowest and the highest group of a share in sentences, and if chance could explain the gap."""
        found, way = self._measure(measure), self._breakdown(measure, by)
        now = [f for f in self._categories(found, way, self.figures.year) if f.denominator and f.value is not None]
        now = [f for f in now if (f.denominator or 0) >= LEAST_CASES and f.category != NOT_RECORDED]
        if found.kind != "share" or len(now) < 2:
            return Group(())
        low, high = (choose_one(now, key=lambda f: f.value or 0.0) for choose_one in (min, max))
        title = f"{by_words(found, way)}: from {value_text(found, low)} to {value_text(found, high)}"
        return Passage(title, (sentences.gap(found, low, high),))

    def childrens_words(self) -> Content:
        """Return what children said in their own words, as the council wrote it down; nothing if it wrote nothing."""
        return self._own("childrens_voice", CHILDRENS_WORDS) or Group(())

    def lines(self, *measures: str) -> Content:
        """Return a small chart of the years for each measure, those in percent on one scale."""
        told = [one for one in map(self._told, measures) if any(f.value is not None for f in one.wholes)]
        return Group(tuple(drawing.draw() for drawing in small.years(told)))

    def bars(self, measure: str, by: str) -> Content:
        """Return a small chart of the year's categories, by size, with the year before's values in numbers."""
        found, way = self._measure(measure), self._breakdown(measure, by)
        now = self._categories(found, way, self.figures.year)
        if not any(f.value for f in now):
            return Group(())
        earlier = self._categories(found, way, self.figures.year - 1) if len(self._years) > 1 else []
        return small.bars(found, way, now, tables.paired(now, earlier, way)).draw()

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
        return sentences.headline(told.measure, told.now, before, self._now.as_at, told.target, drawn, band)

    def _stands_out(self, told: Finding) -> Content | None:
        """Return the one thing that stands out in a share, by the rules of docs/chance.md; None if nothing does."""
        if told.measure.kind != "share" or told.now.value is None:
            return None
        names = [name for name in told.measure.breakdowns if not BREAKDOWNS[name].internal]
        groups = {name: self._categories(told.measure, BREAKDOWNS[name], self.figures.year) for name in names}
        return findings.outstanding(told, groups)

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
        if aims:
            parts.append(f"{len(missed)} of {len(aims)} targets were missed.")
        if worse:
            worst = max(worse, key=lambda one: one.verdict.fell_short)
            parts.append(f"{line(worst).text}")
        return Sentence(" ".join(parts))

    def _asks(self) -> Content:
        return self._own("start_here", ASKS) or Notice(
            f"The service has not yet written what it asks of the board. Write it under “{ASKS}”: make words.",
            "caution",
        )

    def _own(self, chapter: str, title: str) -> Words | None:
        """Return what the council wrote under a heading of a chapter, or None if it wrote nothing."""
        blocks = under(self._composed[chapter].blocks, title) if chapter in self._composed else ()
        figures = tuple(dict.fromkeys(key for block in blocks for key in block.figures))
        return Words(title, blocks, figures) if blocks else None


def under(blocks: Sequence[Block], title: str) -> tuple[Block, ...]:
    """Return the blocks under a heading, up to the next one that is as high."""
    found: list[Block] = []
    level = 0
    for block in blocks:
        if block.kind == "heading" and level and block.level <= level:
            break
        if level:
            found.append(block)
        elif block.kind == "heading" and block.plain().casefold() == title.casefold():
            level = block.level
    return tuple(found)


def without(blocks: Sequence[Block], headings: Sequence[str]) -> tuple[Block, ...]:
    """Return the blocks but for those headings and what is under them: it leads elsewhere."""
    left = list(blocks)
    for words in headings:
        gone = under(left, words)
        left = [
            b for b in left if b not in gone and not (b.kind == "heading" and b.plain().casefold() == words.casefold())
        ]
    return tuple(left)
