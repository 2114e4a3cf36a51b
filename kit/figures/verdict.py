"""What is said of a figure of all its comparisons together: better, worse, no clear change, target met or missed."""

from dataclasses import dataclass

from kit.figures.comparison import BETTER, NOT_TESTED, TARGET, TWO_YEARS_BEFORE, WORSE, YEAR_BEFORE, Comparison
from kit.figures.figure import Figure

MET, MISSED = "met", "missed"
POINTS = "percentage points"
# However near to 0 the end is: what is called worse must be told.
LEAST = 1e-9


@dataclass(frozen=True)
class Verdict:
    """`name` is one of `kit.figures.comparison.VERDICTS`, of the year before or, if that is no change, of two years
    before: `back` says which. `target` is met, missed or "", and `by_chance` is False if chance does not explain it.

    `fell_short` is by how much a figure got worse or missed its target at least: of all comparisons that are worse, the
    largest of the intervals' ends nearer to 0. That of a share is in percentage points, that of any other figure in
    percent of what it is compared with. It is 0 if none is worse.
    """

    name: str
    back: int = 1
    target: str = ""
    by_chance: bool = True
    fell_short: float = 0.0

    @property
    def is_worse(self) -> bool:
        return self.name == WORSE

    @property
    def is_better(self) -> bool:
        return self.name == BETTER

    @property
    def must_be_told(self) -> bool:
        """Whether it got worse, or is short of its target, by more than chance."""
        return self.fell_short > 0


def verdict(now: Figure, better: str) -> Verdict:
    """Return the verdict on a year's figure; `better` says which way is better (higher, lower, none)."""
    said = {c.compared_with: c for c in now.compared}
    one, two = said.get(YEAR_BEFORE), said.get(TWO_YEARS_BEFORE)
    row, back = (two, 2) if two and (one is None or (two.certain and not one.certain)) else (one, 1)
    name = (row.verdict if row else "") or NOT_TESTED
    target, by_chance = _target(said.get(TARGET), better)
    worse = [_least(c) for c in said.values() if c.verdict == WORSE]
    return Verdict(name, back, target, by_chance, max(worse, default=0.0))


def _least(row: Comparison) -> float:
    """Return how far a figure that is worse moved at least: in percentage points, or in percent of the other value."""
    if row.lower is None or row.upper is None:
        return LEAST
    nearer = min(abs(row.lower), abs(row.upper))
    if row.unit != POINTS and row.other:
        nearer *= 100 / abs(row.other)
    return max(nearer, LEAST)


def _target(row: Comparison | None, better: str) -> tuple[str, bool]:
    if row is None or row.difference is None or better not in ("higher", "lower"):
        return "", True
    met = row.difference >= 0 if better == "higher" else row.difference <= 0
    return (MET if met else MISSED), row.verdict != WORSE
