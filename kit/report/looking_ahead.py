"""What a report says of later days: the work of the next weeks, what targets take, the next year."""

from collections.abc import Callable, Mapping, Sequence

from kit.ahead.next_year import USED, next_year_lines
from kit.ahead.targets import all_target_lines
from kit.chapters.content import Group, Sentence
from kit.counting.figures import Figures
from kit.errors import KitError, did_you_mean
from kit.figures.figure import Figure
from kit.measures.measure import Measure

PARTS = ("work", "targets", "next year")


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
    settings = figures.settings
    if part == "work":
        lines = figures.ahead["words"].to_list() or ["The work ahead is not shown, as it rests on small numbers."]
    elif part == "targets":
        known = {name: wholes(measures[name]) for name in settings.targets}
        lines = all_target_lines(measures, settings.targets, known, figures.years[-1])
    else:
        known = {name: wholes(measures[name]) for name in USED}
        lines = next_year_lines(known, settings.bands.get("caseload"))
    return Group(tuple(Sentence(line) for line in lines))
