"""Findings: what a board reads of a figure, as a heading, a line and the words of its verdict (better, worse, missed).

A heading or line says more than that a figure moved only if the table of comparisons does (docs/chance.md).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kit.chapters.content import Sentence, Tag
from kit.chapters.text.values import SHORT, target_text, value_text
from kit.extracts.codes import NOT_RECORDED
from kit.figures.comparison import (
    BETTER,
    NEITHER,
    NO_CLEAR_CHANGE,
    TOO_FEW_OFFICERS,
    TWO_YEARS_BEFORE,
    WORSE,
    YEAR_BEFORE,
)
from kit.figures.figure import Figure
from kit.figures.outstanding import flat_since, gaps, shortfall_in_one_group
from kit.figures.verdict import MISSED, Verdict, verdict
from kit.measures.breakdowns import BREAKDOWNS
from kit.measures.measure import Measure
from kit.settings.targets import Target
from kit.text import count, decimal, inside, quoted, signed
from kit.years import label

VERDICT_TAGS = {
    BETTER: Tag("Better", "better"),
    WORSE: Tag("Worse", "worse"),
    NO_CLEAR_CHANGE: Tag("No clear change"),
    NEITHER: Tag("Neither good nor bad"),
    TOO_FEW_OFFICERS: Tag("Too few officers to say"),
}
NOT_TESTED_TAG = Tag("Not tested")


@dataclass(frozen=True)
class Finding:
    """A measure of a report with its figures of every loaded year, the last one now, and its target."""

    measure: Measure
    wholes: tuple[Figure, ...]
    target: Target | None = None

    @property
    def now(self) -> Figure:
        return self.wholes[-1]

    @property
    def before(self) -> Figure | None:
        return self.back(1)

    def back(self, years: int) -> Figure | None:
        """Return the figure of so many years before, if that year is loaded and has one."""
        found = next((f for f in self.wholes if f.year == self.now.year - years), None)
        return found if found is not None and found.value is not None else None

    @property
    def verdict(self) -> Verdict:
        return verdict(self.now, self.measure.better)

    @property
    def then(self) -> Figure | None:
        """The figure that the verdict compares this year's with."""
        return self.back(self.verdict.back)

    def text(self, figure: Figure | None) -> str:
        """Return a figure as people read it, or an empty string if there is none."""
        return "" if figure is None else value_text(self.measure, figure)


def verdict_tag(told: Finding) -> Tag | None:
    """Return the verdict in a word or two; None if there is nothing to compare with."""
    found = told.verdict
    if told.now.value is None or not any(c.compared_with in (YEAR_BEFORE, TWO_YEARS_BEFORE) for c in told.now.compared):
        return None
    tag = VERDICT_TAGS.get(found.name)
    if tag is None:
        # Of a count nobody expects a test.
        return None if told.measure.kind == "count" else NOT_TESTED_TAG
    return Tag(f"{tag.text} over two years", tag.kind) if found.back == 2 and found.name in (BETTER, WORSE) else tag


def target_tag(told: Finding) -> Tag | None:
    """Return whether the target is met or missed, and if chance could have missed it; None if there is none."""
    found = told.verdict
    if not found.target or told.target is None or told.now.value is None:
        return None
    if found.target == MISSED:
        return Tag("Missed, perhaps by chance") if found.by_chance else Tag("Missed", "worse")
    return Tag("Met", "better")


def tags_of(told: Finding) -> tuple[Tag, ...]:
    """Return the words of the verdict and of the target that a finding carries."""
    return tuple(tag for tag in (verdict_tag(told), target_tag(told)) if tag is not None and tag != NOT_TESTED_TAG)


def heading(told: Finding) -> str:
    """Return the finding as a heading: "Minutes sent on time fell from 88.9% to 80.6%"."""
    title, value, found = told.measure.title, told.text(told.now), told.verdict
    if told.now.value is None:
        return f"{title}: {SHORT.get(told.now.note, 'not known')}"
    below = f", short of {told.target and target_text(told.measure, told.target.value)}"
    missed = below if found.target == MISSED and not found.by_chance else ""
    if told.then is None:
        return f"{title}: {value}{missed}"
    then = told.text(told.then)
    if then == value:
        return f"{title} stayed at {value}{missed}"
    if any(told.then.year <= year <= told.now.year for year in told.measure.breaks or {}):
        return f"{title}: {value}, in a year unlike others"
    if found.name in (NO_CLEAR_CHANGE, TOO_FEW_OFFICERS):
        return f"{title}: {value}{missed or ', no clear change'}"
    way = "rose" if (told.now.value or 0) > (told.then.value or 0) else "fell"
    over = " over two years" if found.back == 2 else ""
    return f"{title} {way} from {then} to {value}{over}"


def leading(findings: Sequence[Finding]) -> Finding:
    """Return the finding that heads others: what got worse or missed its target first, then what got better."""
    shown = [told for told in findings if told.now.value is not None] or list(findings)
    worst = max(shown, key=lambda told: told.verdict.fell_short)
    if worst.verdict.must_be_told:
        return worst
    return next((told for told in shown if told.verdict.is_better), shown[0])


def line(told: Finding) -> Sentence:
    """Return a finding in a line: "Minutes sent on time: 80.6%, down from 88.9%." """
    text = f"{told.measure.title}: {told.text(told.now)}{clause(told, told.then, told.verdict.back)}."
    keys = tuple(f.key for f in (told.now, told.then) if f is not None)
    return Sentence(text, keys, tags_of(told))


def clause(told: Finding, then: Figure | None, back: int = 1) -> str:
    """Return what follows a figure and a comma: "down from 88.9%"; an empty string if nothing is compared."""
    if then is None or then.value is None or told.now.value is None:
        return ""
    since = "two years earlier" if back == 2 else "a year earlier"
    if told.text(then) == told.text(told.now):
        alike = "as" if then.value == told.now.value else "much as"
        return f", {alike} {since}"
    way = "up" if told.now.value > then.value else "down"
    return f", {way} from {told.text(then)}{' two years earlier' if back == 2 else ''}"


def change_size(told: Finding) -> str:
    """Return the change since the year before as a table gives it: "−8.2 points", "31 fewer"."""
    before = told.before
    if before is None or told.now.value is None or before.value is None:
        return ""
    difference = told.now.value - before.value
    if not difference:
        return "the same"
    if told.measure.kind == "count":
        return f"{count(abs(int(difference)))} {'more' if difference > 0 else 'fewer'}"
    if decimal(abs(difference)) == "0.0":
        return "much the same"
    return signed(difference) + (" points" if told.measure.percent else "")


def outstanding(told: Finding, groups: Mapping[str, Sequence[Figure]]) -> Sentence | None:
    """Return the first thing that stands out in a share's last year; None if nothing does.

    It is the widest gap beyond chance, a shortfall that is all in one group, or that it is flat. `groups` are the
    year's figures by breakdown.
    """
    measure, now = told.measure, told.now
    if beyond := [gap for gap in gaps(now, groups) if gap.beyond and gap.group.category != NOT_RECORDED]:
        group, others = beyond[0].group, beyond[0].others
        share = decimal(100 * others.numerator / others.denominator)
        by = inside(BREAKDOWNS[group.breakdown].title)
        text = f"The widest gap is by {by}: {told.text(group)} for {quoted(group.category)}, {share}% for all others."
        return Sentence(text, (group.key,))
    for by, figures in groups.items():
        group_of_all = None if BREAKDOWNS[by].several else shortfall_in_one_group(now, figures, measure.better)
        if group_of_all:
            whole = group_of_all.denominator or 0
            short = (
                (group_of_all.numerator or 0) if measure.better == "lower" else whole - (group_of_all.numerator or 0)
            )
            text = f"All {count(short)} that fall short are in one group: {quoted(group_of_all.category)}."
            return Sentence(text, (now.key, group_of_all.key))
    if since := flat_since(told.wholes):
        shown = [f for f in told.wholes if f.year >= since and f.value is not None]
        low, high = min(shown, key=lambda f: f.value or 0), max(shown, key=lambda f: f.value or 0)
        text = f"It has stayed between {told.text(low)} and {told.text(high)} since {label(since)}."
        return Sentence(text, tuple(f.key for f in shown))
    return None
