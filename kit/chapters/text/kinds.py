"""Sentences on the categories of a measure: how many took part in which way, which groups do best, opposite movements.

A measure's header says in `sentences_by` how a category is put in words; months are told by the lowest and highest.
"""

from collections.abc import Sequence
from dataclasses import replace

from kit.chapters.content import Content, Notice, Sentence
from kit.chapters.text.changes import change
from kit.chapters.text.findings import Finding, clause, tags_of
from kit.chapters.text.values import by_words, value_text, whom
from kit.extracts.codes import NOT_RECORDED
from kit.figures.comparison import YEAR_BEFORE
from kit.figures.figure import Figure
from kit.figures.outstanding import LEAST_CASES, opposites
from kit.measures.breakdowns import DATED, Breakdown
from kit.measures.measure import Measure
from kit.protection.small_numbers import NOT_NAMED
from kit.text import count, inside, month, quoted

# In `sentences_by`, the sentence of the largest category that is recorded, and of every one that has none of its own;
# at most so many are said.
MOST, EACH, MOST_SAID = "most", "each", 4


def kinds(
    measure: Measure, by: Breakdown, now: Sequence[Figure], earlier: Sequence[Sequence[Figure]], whole: Figure
) -> list[Content]:
    """Return a sentence for each category that the measure has words for, beside the year before or two years before.

    `earlier` holds the categories of earlier years, oldest first.
    """
    known = [f for f in now if f.value is not None]
    if not known:
        return []
    if by.name in (*DATED, "quarter"):
        return _lowest_and_highest(measure, by, known, len(known) < len(now))
    if MOST in measure.sentences_by.get(by.name, {}) and not _largest_is_shown(known, now, whole):
        return [not_shown(measure, by)]
    old = [{f.category: f for f in figures} for figures in earlier]
    said: list[Content] = []
    for figure in sorted(known, key=lambda f: _place(measure, by, f)):
        if words := _words(measure, by, figure, whole):
            known_before = (by_category.get(figure.category) for by_category in old)
            told = Finding(measure, tuple(f for f in (*known_before, figure) if f is not None))
            said.append(Sentence(f"{words}{clause(told, told.then, told.verdict.back)}.", (figure.key,), tags_of(told)))
    return said[: 1 if MOST in measure.sentences_by.get(by.name, {}) else MOST_SAID]


def _largest_is_shown(known: Sequence[Figure], now: Sequence[Figure], whole: Figure) -> bool:
    """Whether no hidden category can be larger than all that are shown: what is shown leaves too little for it."""
    if not any(f.note == "suppressed" for f in now):
        return True
    left = (whole.value or 0.0) - sum(f.value or 0.0 for f in known)
    return whole.value is not None and left <= max(f.value or 0.0 for f in known)


def not_shown(measure: Measure, by: Breakdown) -> Notice:
    """Return that a breakdown is hidden, and whom its small numbers could identify."""
    return Notice(f"{by_words(measure, by)}: not shown, as some numbers could identify {whom(measure)}.", "absent")


def groups(measure: Measure, by: Breakdown, now: Sequence[Figure]) -> list[Content]:
    """Return the lowest and the highest group of a share in sentences, and if chance could explain the gap.

    Groups of few cases, and what is not recorded, are not compared. A group between them is told if it has words.
    """
    shown = [f for f in now if f.value is not None and (f.denominator or 0) >= LEAST_CASES]
    ranked = sorted((f for f in shown if f.category != NOT_RECORDED), key=lambda f: f.value or 0.0)
    if len(ranked) < 2:
        return []
    low, high = ranked[0], ranked[-1]
    said: list[Content] = [Sentence(f"{_of_group(measure, by, f)}.", (f.key,)) for f in (low, high)]
    apart = change(measure, low, high)
    if apart is not None and apart.certain is not None:
        real = "The gap is real: larger than chance would explain."
        said.append(Sentence(real if apart.certain else "Chance could explain the gap.", (low.key, high.key)))
    for middle in ranked[1:-1]:
        alike = change(measure, middle, high)
        if (words := _words(measure, by, middle, middle)) and alike is not None and alike.certain is False:
            said.append(Sentence(f"{words}: chance could explain so small a gap.", (middle.key, high.key)))
        elif words:
            said.append(Sentence(f"{words}.", (middle.key,)))
    return said


def groups_heading(measure: Measure, by: Breakdown, now: Sequence[Figure]) -> str:
    """Return the finding of groups as a heading: from the lowest share to the highest."""
    values = [f for f in now if f.value is not None and (f.denominator or 0) >= LEAST_CASES]
    ranked = sorted((f for f in values if f.category != NOT_RECORDED), key=lambda f: f.value or 0.0)
    return f"{by_words(measure, by)}: from {value_text(measure, ranked[0])} to {value_text(measure, ranked[-1])}"


def opposite_heading(told: Sequence[Finding]) -> str:
    """Return a heading for parts of one whole that moved in opposite directions; an empty string if none did."""
    parts = [one for one in told if one.measure.part_of]
    if len({one.measure.part_of for one in parts}) != 1 or not (moved := opposites([one.now for one in parts])):
        return ""
    by_key = {one.now.key: one for one in parts}
    ones = [(by_key[side[0].key], way) for side, way in zip(moved, ("rose", "fell"), strict=True)]
    ones.sort(key=lambda pair: parts.index(pair[0]))
    return "; ".join(
        f"{one.measure.title if n == 0 else inside(one.measure.title)} {way} from {one.text(one.before)} to "
        f"{one.text(one.now)}"
        for n, (one, way) in enumerate(ones)
    )


def opposite(measure: Measure, by: Breakdown, figures: Sequence[Figure]) -> Sentence | None:
    """Return which category rose and which fell, each by more than chance, behind a total; None unless both did."""
    moved = opposites(figures)
    if moved is None:
        return None
    said = []
    for side, way in zip(moved, ("rose", "fell"), strict=True):
        figure = max(side, key=lambda f: abs(_then(f) - (f.value or 0.0)))
        then = value_text(measure, replace(figure, value=_then(figure)))
        said.append(f"{quoted(figure.category)} {way} from {then} to {value_text(measure, figure)}")
    text = f"The total hides opposite movements by {inside(by.title)}: {said[0]}, {said[1]}."
    return Sentence(text, tuple(f.key for side in moved for f in side))


def _then(figure: Figure) -> float:
    return next((c.other or 0.0 for c in figure.compared if c.compared_with == YEAR_BEFORE), 0.0)


def _place(measure: Measure, by: Breakdown, figure: Figure) -> tuple[int, float]:
    order = list(measure.sentences_by.get(by.name, {}))
    place = order.index(figure.category) if figure.category in order else len(order)
    return place, -(figure.value or 0.0)


def _words(measure: Measure, by: Breakdown, figure: Figure, whole: Figure) -> str:
    """Return a category in the words that the measure's header has for it; an empty string if it has none."""
    declared = measure.sentences_by.get(by.name, {})
    others = declared.get(MOST) or declared.get(EACH, "")
    words = declared.get(figure.category, others if figure.category not in (NOT_RECORDED, NOT_NAMED) else "")
    return words.format(
        value=value_text(measure, figure),
        numerator=count(figure.numerator),
        denominator=count(figure.denominator),
        whole=value_text(measure, whole),
        category=figure.category,
    )


def _of_group(measure: Measure, by: Breakdown, figure: Figure) -> str:
    words = _words(measure, by, figure, figure)
    numbers = f"({count(figure.numerator)} of {count(figure.denominator)})"
    return words or f"{measure.title}, {quoted(figure.category)}: {value_text(measure, figure)} {numbers}"


def _lowest_and_highest(measure: Measure, by: Breakdown, known: Sequence[Figure], some_hidden: bool) -> list[Content]:
    if len(known) < 2:
        return []
    low, high = min(known, key=lambda f: f.value or 0.0), max(known, key=lambda f: f.value or 0.0)
    named = [month(f.category) if by.name == "month" else f.category for f in (low, high)]
    # What is hidden may be lower or higher than all that is shown.
    where = f"Of those shown by {inside(by.title)}," if some_hidden else f"By {inside(by.title)}"
    text = (
        f"{where} it was lowest in {named[0]} ({value_text(measure, low)}) and highest in {named[1]} "
        f"({value_text(measure, high)})."
    )
    return [Sentence(text, (low.key, high.key))]
