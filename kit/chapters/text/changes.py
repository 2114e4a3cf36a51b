"""Changes: what may be said of the difference between two figures.

A difference between years is called a change only if the table of comparisons does (docs/chance.md); one between
groups of a year if the 95% interval from those of both leaves out zero. Across a change of source nothing is called
better or worse: it is no change of behaviour. Nor is it beside a year that is not like others.
"""

from dataclasses import dataclass

from kit.figures import intervals
from kit.figures.comparison import BACK, TARGET, Comparison
from kit.figures.figure import Figure
from kit.measures.measure import Measure
from kit.text import sentence
from kit.years import label

WIDE = 30.0
TOO_FEW = "too few officers to say, as one officer's year could do this"
NOT_BEHAVIOUR = "a change of source, not of behaviour"


@dataclass(frozen=True)
class Change:
    """The difference between two figures of one measure, later less earlier, in the measure's own unit.

    `lower` and `upper` are the 95% interval of a difference of shares in percentage points, or None. `source` says
    how the source of the two figures differs, if the council says that it does; `unlike` why their years are not
    alike. `compared` is the row of the table of comparisons, of a difference between years.
    """

    difference: float
    lower: float | None = None
    upper: float | None = None
    source: str = ""
    unlike: str = ""
    compared: Comparison | None = None

    @property
    def certain(self) -> bool | None:
        """True or false if a change can be told from chance, None if nothing is tested."""
        if self.compared:
            return self.compared.certain
        if self.lower is None or self.upper is None:
            return None
        return self.lower > 0 or self.upper < 0


def change(measure: Measure, now: Figure, before: Figure | None) -> Change | None:
    """Return what changed since `before`, or None if either figure has no value."""
    if before is None or now.value is None or before.value is None:
        return None
    difference = now.value - before.value
    source, unlike = source_words(measure, now, before), " ".join(unlike_years(measure, now, before))
    if compared := comparison(now, before):
        return Change(difference, compared.lower, compared.upper, source, unlike, compared)
    low, high = _between(now, before) or (None, None)
    return Change(difference, low, high, source, unlike)


def comparison(now: Figure, before: Figure) -> Comparison | None:
    """Return the row of the table of comparisons that sets a figure beside one of an earlier year, if there is one."""
    if now.year == before.year:
        return None
    return next((c for c in now.compared if now.year - BACK.get(c.compared_with, 0) == before.year), None)


def with_target(now: Figure) -> Comparison | None:
    """Return the row of the table of comparisons that compares a figure with its target, if there is one."""
    return next((c for c in now.compared if c.compared_with == TARGET), None)


def source_words(measure: Measure, now: Figure, before: Figure) -> str:
    """Return what the council says of a change of source between two figures of one category, or an empty string."""
    between = (c for c in measure.source_changes if before.year < c.year <= now.year)
    return " ".join(sentence(c.words) for c in between if c.moves(now.breakdown, now.category))


def unlike_years(measure: Measure, now: Figure, before: Figure) -> list[str]:
    """Return why the years of two figures are not alike, in order of the years; nothing within one year."""
    if now.year == before.year:
        return []
    breaks = sorted((measure.breaks or {}).items())
    return [f"{label(year)}: {sentence(words)}" for year, words in breaks if before.year <= year <= now.year]


def _between(now: Figure, before: Figure) -> tuple[float, float] | None:
    """Return the interval of the difference of two shares, from the intervals that they carry."""
    if now.value is None or now.lower is None or now.upper is None:
        return None
    if before.value is None or before.lower is None or before.upper is None:
        return None
    return intervals.difference(now.value, (now.lower, now.upper), before.value, (before.lower, before.upper))


def direction(measure: Measure, difference: Change) -> str:
    """Return "a change for the better" or "worse", or "a change" if there is no good direction."""
    if measure.better == "none" or not difference.difference:
        return "a change"
    good = (difference.difference > 0) == (measure.better == "higher")
    return "a change for the better" if good else "a change for the worse"


def cannot_compare(note: str) -> str:
    """Return, as a sentence without its full stop, why a figure cannot be set beside that of the year before."""
    reason = {
        "suppressed": "is hidden",
        "not supplied": "was not supplied",
        "no cases": "has no cases",
        "not known": "is not known",
    }
    return f"The figure of the year before {reason.get(note, 'is not known')}"


def is_wide(figure: Figure) -> bool:
    """True if the 95% interval of a share is so wide that the share says little."""
    return figure.lower is not None and figure.upper is not None and figure.upper - figure.lower > WIDE
