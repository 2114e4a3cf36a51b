"""What a report says of later days: the work of the next weeks, what targets take, the next year."""

from collections.abc import Callable, Mapping, Sequence

from kit.ahead.next_year import USED, next_year_lines
from kit.ahead.targets import all_target_lines, lines_of_targets
from kit.chapters.content import Group, Passage, Sentence
from kit.counting.figures import Figures
from kit.errors import KitError, did_you_mean
from kit.figures.figure import Figure
from kit.measures.measure import Measure

PARTS = ("work", "targets", "next year")
# How the sentences begin that say how far off a figure was in earlier years, or why it has no range.
TRIED = ("The range held", "There is no range", "It cannot be tried", "Off by", "It was off by")


def looking_ahead(
    part: str,
    figures: Figures,
    measures: Mapping[str, Measure],
    wholes: Callable[[Measure], Sequence[Figure]],
) -> Group:
    """Return the sentences of a part; `wholes` gives a measure's protected figures of the loaded years.

    KitError if there is no such part.
    """
    if part not in PARTS:
        raise KitError(f'There is no part "{part}".{did_you_mean(part, PARTS)} Parts are: {", ".join(PARTS)}.')
    if part == "work":
        lines = _work(figures)
    elif part == "targets":
        targets = figures.settings.targets
        known = {name: wholes(measures[name]) for name in targets}
        lines = all_target_lines(measures, targets, known, figures.years[-1])
    else:
        lines = _next_year(figures, measures, wholes)
    return Group(tuple(Sentence(line) for line in lines))


def outlook(
    figures: Figures,
    measures: Mapping[str, Measure],
    wholes: Callable[[Measure], Sequence[Figure]],
) -> Passage:
    """Return the first sentences of each part, for a board, and how far off each was before."""
    targets = figures.settings.targets
    known = {name: wholes(measures[name]) for name in targets}
    of_targets = lines_of_targets(measures, targets, known, figures.years[-1])
    work, next_year = _work(figures), _next_year(figures, measures, wholes)
    said = [
        *work[:1],
        *(line for line in work[1:] if line.startswith(TRIED)),
        *(lines[0] for lines in of_targets),
        *next_year[:2],
        *(line for line in next_year[2:] if line.startswith(TRIED)),
    ]
    return Passage("What may come, if years go on as they did", tuple(map(Sentence, said)))


def _work(figures: Figures) -> list[str]:
    return figures.ahead["words"].to_list() or ["The work ahead is not shown, as it rests on small numbers."]


def _next_year(
    figures: Figures, measures: Mapping[str, Measure], wholes: Callable[[Measure], Sequence[Figure]]
) -> list[str]:
    known = {name: wholes(measures[name]) for name in USED}
    return next_year_lines(known, figures.settings.bands.get("caseload"))
