"""The summary of a report, first on its page: which measures are in it, by rule, and what is said of each.

The rules are in docs/report.md: a core that the council chooses, then every measure that got worse or missed its target
by more than chance, worst first.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from kit.chapters.content import Content, Sentence, Tag
from kit.chapters.text.findings import (
    Finding,
    change_size,
    clause,
    line,
    tags_of,
    target_tag,
    verdict_tag,
)
from kit.chapters.text.values import target_text
from kit.figures.comparison import BETTER, NEITHER, NOT_TESTED, WORSE, WORSE_BY_CHANCE, could_look_worse
from kit.figures.figure import Key
from kit.figures.outstanding import flat_since
from kit.figures.verdict import MET, MISSED

MOST_ROWS, MOST_CARDS, MOST_LINES = 14, 4, 6


@dataclass(frozen=True)
class Card:
    """One of the figures at the head of a report."""

    title: str
    value: str
    tags: tuple[Tag, ...]
    text: str
    figure: Key


@dataclass(frozen=True)
class SummaryRow:
    """A row of the summary's table: a measure, the year before and the year, and the years as heights of a line."""

    title: str
    then: str
    now: str
    change: str
    verdict: tuple[Tag, ...]
    target: str
    met: tuple[Tag, ...]
    heights: tuple[float | None, ...]
    figure: Key


@dataclass(frozen=True)
class Listing:
    """Findings of one kind under a heading; `kind` is "better", "worse" or "plain"."""

    title: str
    kind: str
    lines: tuple[Sentence, ...]
    more: tuple[Sentence, ...] = ()
    none: str = ""


@dataclass(frozen=True)
class Summary(Content):
    """The first page of a report."""

    lead: Content
    cards: tuple[Card, ...]
    years: tuple[str, ...]
    rows: tuple[SummaryRow, ...]
    more: tuple[Sentence, ...]
    notes: tuple[str, ...]
    lists: tuple[Listing, ...]
    asks: Content
    draft: str = ""

    def plain(self) -> str:
        lines = [self.lead.plain(), *(f"{c.title}: {c.value}" for c in self.cards)]
        lines += [f"{r.title} | {r.then} | {r.now} | {r.change}" for r in self.rows]
        lines += [one.plain() for one in self.more]
        for found in self.lists:
            lines += [found.title, *(one.plain() for one in (*found.lines, *found.more)), *filter(None, [found.none])]
        return "\n".join([*filter(None, [self.draft]), *lines, *self.notes, self.asks.plain()])


def in_the_table(core: Sequence[str], told: Sequence[Finding]) -> list[Finding]:
    """Return the measures of the table: the core as far as it is known, then what must be told, worst first.

    Totals whose parts say the same are last, so that they are under the table at most.
    """
    by_name = {one.measure.name: one for one in told}
    first = [by_name[name] for name in core if name in by_name]
    must = [one for one in told if one.verdict.must_be_told and one not in first]
    whole = totals(told)
    return first + sorted(must, key=lambda one: (one in whole, -one.verdict.fell_short, one.measure.name))


def totals(told: Sequence[Finding]) -> list[Finding]:
    """Return the counts whose parts add up to them and all have their verdict: the parts say what they would say."""
    parts: dict[str, list[Finding]] = {}
    for one in told:
        parts.setdefault(one.measure.part_of, []).append(one)
    return [
        one
        for one in told
        if one.verdict.name in (BETTER, WORSE, NEITHER)
        and (made := parts.get(one.measure.name))
        and all(part.verdict.name == one.verdict.name for part in made)
        and sum(part.now.value or 0 for part in made) == one.now.value
    ]


def row(one: Finding) -> SummaryRow:
    """Return a measure's row of the table."""
    verdict, met = verdict_tag(one), target_tag(one)
    return SummaryRow(
        one.measure.title,
        one.text(next((f for f in one.wholes if f.year == one.now.year - 1), None)),
        one.text(one.now),
        change_size(one),
        (verdict,) if verdict else (),
        target_text(one.measure, one.target.value) if one.target else "",
        (met,) if met else (),
        tuple(f.value for f in one.wholes),
        one.now.key,
    )


def card(one: Finding) -> Card:
    """Return a measure's figure for the head of the report."""
    said = clause(one, one.then, one.verdict.back).removeprefix(", ")
    said = f"{said[:1].upper()}{said[1:]}. " if said else ""
    goal = f"Target {target_text(one.measure, one.target.value)}." if one.target else ""
    return Card(one.measure.title, one.text(one.now), tags_of(one), (said + goal).strip(), one.now.key)


def summarise(
    core: Sequence[str], told: Sequence[Finding], lead: Content, asks: Content, years: Sequence[str], draft: str = ""
) -> Summary:
    """Return the summary of all measures of a report; `years` are the headings of the year before and the year.

    `draft` says which of the council's own words are still to be written.
    """
    rows = in_the_table(core, told)
    whole = [one for one in totals(told) if one.measure.name not in core]
    above = [one for one in rows if one not in whole][:MOST_ROWS]
    measured = [one for one in rows if one.measure.better != "none" and one.now.value is not None]
    return Summary(
        lead,
        tuple(card(one) for one in measured[:MOST_CARDS]),
        tuple(years),
        tuple(row(one) for one in above),
        tuple(line(one) for one in rows if one not in above),
        _notes(told),
        lists(core, told),
        asks,
        draft,
    )


def lists(core: Sequence[str], told: Sequence[Finding]) -> tuple[Listing, ...]:
    """Return what improved, got worse, stayed the same and also happened, each measure by its verdict.

    A total is not listed beside its parts if these have the same verdict.
    """
    whole = totals(told)
    shown = [one for one in told if one.now.value is not None and one not in whole]
    better = [one for one in shown if one.verdict.name == BETTER]
    worse = [one for one in shown if one.verdict.name == WORSE]
    worse.sort(key=lambda one: (-one.verdict.fell_short, one.measure.name))
    moved = [*better, *worse]
    if all(len(one.wholes) == 1 for one in told):
        nothing = "No earlier year is loaded, so that no change is known."
        return (Listing("What changed", "plain", (), none=nothing),)
    same = [one for one in shown if one not in moved and _stayed(one, core)]
    same.sort(key=lambda one: (one.verdict.target != MISSED, one.verdict.target != MET, one.measure.name))
    also = [one for one in shown if one not in (*moved, *same) and _happened(one, core)]
    return (
        _listing("What improved", "better", better, "No measure improved by more than chance would explain."),
        _listing("What got worse", "worse", worse, "No measure got worse by more than chance would explain."),
        _some(_listing("What stayed the same", "plain", same, "No main measure stayed the same.")),
        _some(_listing("What also happened", "plain", also, "Nothing else changed among the main figures.")),
    )


def _stayed(one: Finding, core: Iterable[str]) -> bool:
    if one.verdict.name in (NEITHER, NOT_TESTED):
        return False
    return bool(one.verdict.target) or one.measure.name in core or bool(flat_since(one.wholes))


def _happened(one: Finding, core: Iterable[str]) -> bool:
    # What a rate is made of is told as a count.
    moved = one.verdict.name == NEITHER and one.measure.kind != "rate"
    return moved or (one.measure.name in core and one.before is not None)


def _listing(title: str, kind: str, told: Sequence[Finding], none: str) -> Listing:
    lines = [line(one) for one in told]
    return Listing(title, kind, tuple(lines[:MOST_LINES]), tuple(lines[MOST_LINES:]), "" if lines else none)


def _some(listing: Listing) -> Listing:
    """Return a list of what needs no telling in full: its first lines, and how many others there are."""
    others = len(listing.more)
    more = f"{others} others are in the figures book." if others > 1 else "One other is in the figures book."
    return replace(listing, more=(Sentence(more),) if others else ())


def _notes(told: Sequence[Finding]) -> tuple[str, ...]:
    tested = [one for one in told if could_look_worse(one.verdict.name, one.measure.better)]
    notes = ["“Better” and “worse” are used only if a change is larger than chance would explain."]
    if tested:
        by_chance = round(len(tested) * WORSE_BY_CHANCE / 100) or 1
        notes.append(f"Of {len(tested)} measures that could look worse, about {by_chance} would by chance alone.")
    # Chance is told from change by officer or child: the files do not say whose social worker it was.
    unseen = [one.measure for one in told if one.measure.unseen and one.verdict.name in (BETTER, WORSE)]
    for others in sorted({measure.unseen for measure in unseen}):
        titles = "; ".join(f"“{measure.title}”" for measure in unseen if measure.unseen == others)
        notes.append(
            f"{titles}: cases depend on {others} too, of whom the files have no column. Chance may explain more."
        )
    makers = sorted({one.target.set_by for one in told if one.target and one.target.set_by})
    notes += [f"Targets are set by {' and by '.join(makers)}."] if makers else []
    return tuple(notes)
