"""What stands out in a measure, by stated rules: gaps beyond chance, a shortfall in one group, a flat series."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kit.figures.chance import LEVEL, Cases
from kit.figures.comparison import YEAR_BEFORE
from kit.figures.figure import Figure
from kit.figures.intervals import difference, score
from kit.figures.quantiles import z_quantile
from kit.measures.breakdowns import DATED

# Times of the year are no kinds.
NO_KINDS = (*DATED, "quarter")

# A group, and all others together, of fewer cases are not compared.
LEAST_CASES = 20
# A shortfall in one group is said of so many cases, if that group has at most this part of all.
LEAST_SHORTFALL, MOST_OF_ALL = 5, 0.5
# So many years, this one included, make a series.
LEAST_YEARS = 4


@dataclass(frozen=True)
class Gap:
    """A group beside all others of its year: the share of each in percent, and how probable so wide a gap is by chance.

    `beyond` says whether it is beyond chance when all gaps of the measure and year are judged together.
    """

    group: Figure
    others: Cases
    difference: float
    probability: float
    beyond: bool = False


def gaps(whole: Figure, breakdowns: Mapping[str, Sequence[Figure]]) -> list[Gap]:
    """Return each group's gap to all others of the year, largest first; those beyond chance are marked.

    Both intervals allow for cases that go together, and are taken to be of different officers or children. Of all gaps
    of a measure and year at most one in twenty that are marked is due to chance (Benjamini and Hochberg 1995).
    """
    found = [
        gap
        for by, figures in breakdowns.items()
        if by not in NO_KINDS
        for figure in figures
        if (gap := _gap(figure, whole)) is not None
    ]
    limit = _limit(sorted(gap.probability for gap in found))
    marked = [Gap(g.group, g.others, g.difference, g.probability, beyond=g.probability <= limit) for g in found]
    return sorted(marked, key=lambda gap: (-abs(gap.difference), gap.group.breakdown, gap.group.category))


def _limit(probabilities: Sequence[float]) -> float:
    """Return up to which probability a gap is beyond chance: the largest that is at most its part of 5%."""
    number = len(probabilities)
    kept = [p for place, p in enumerate(probabilities, 1) if p <= LEVEL * place / number]
    return kept[-1] if kept else -1.0


def _gap(group: Figure, whole: Figure) -> Gap | None:
    if group.value is None or whole.value is None or not group.denominator or not whole.denominator:
        return None
    here = Cases(group.numerator or 0, group.denominator)
    others = Cases((whole.numerator or 0) - here.numerator, whole.denominator - here.denominator)
    if min(here.denominator, others.denominator) < LEAST_CASES:
        return None
    low, high = 0.0, 1.0
    for _ in range(40):
        middle = (low + high) / 2
        below, above = _interval(here, group.factor, others, whole.factor, middle)
        low, high = (low, middle) if below > 0 or above < 0 else (middle, high)
    return Gap(group, others, 100 * (here.share - others.share), high)


def _interval(here: Cases, factor: float, others: Cases, other_factor: float, level: float) -> tuple[float, float]:
    z = z_quantile(level)
    each = [
        score(cell.numerator, cell.denominator, cell.denominator / times, z)
        for cell, times in ((here, factor), (others, other_factor))
    ]
    return difference(100 * here.share, each[0], 100 * others.share, each[1])


def shortfall_in_one_group(whole: Figure, groups: Sequence[Figure], better: str) -> Figure | None:
    """Return the group in which every case is that falls short, if it is at most half of all cases; otherwise None.

    What falls short of a share is what it leaves out, or, if lower is better, what it includes. Nothing is said
    if fewer than five fall short, or a group is hidden.
    """
    if whole.value is None or any(f.value is None and f.note != "no cases" for f in groups):
        return None
    short = _short(whole, better)
    if sum(_short(figure, better) for figure in groups) != short:
        return None
    for figure in groups:
        alone = short >= LEAST_SHORTFALL and _short(figure, better) == short
        if alone and (figure.denominator or 0) <= MOST_OF_ALL * (whole.denominator or 0):
            return figure
    return None


def _short(figure: Figure, better: str) -> int:
    numerator, denominator = figure.numerator or 0, figure.denominator or 0
    return numerator if better == "lower" else denominator - numerator


def opposites(figures: Sequence[Figure]) -> tuple[list[Figure], list[Figure]] | None:
    """Return the kinds that rose and those that fell since the year before by more than chance; None unless both did.

    They are the groups of one breakdown, of a share or a count, or the counts that a count is made up of. A total that
    hides such movements does not tell of them.
    """
    rose: list[Figure] = []
    fell: list[Figure] = []
    for figure in figures:
        for compared in figure.compared:
            if compared.compared_with == YEAR_BEFORE and compared.certain and compared.difference:
                (rose if compared.difference > 0 else fell).append(figure)
    return (rose, fell) if rose and fell else None


def flat_since(wholes: Sequence[Figure]) -> int | None:
    """Return since which year a share is flat, if for four years or more; otherwise None.

    Flat is: in each of these years the share is within the last year's range, and neither the year before nor two
    years before is called a change. At 0 and at 100% a share is not flat but at its end.
    """
    *_, now = wholes
    if now.lower is None or now.upper is None or now.value in (0.0, 100.0):
        return None
    since = None
    for figure in reversed(wholes):
        inside = figure.value is not None and now.lower <= figure.value <= now.upper
        if not inside or any(c.certain for c in figure.compared if c.compared_with != "target"):
            break
        since = figure.year
    return since if since is not None and now.year - since + 1 >= LEAST_YEARS else None
