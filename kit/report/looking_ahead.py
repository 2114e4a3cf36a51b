"""What a report says of later days: the work of the next weeks, what targets take, the next year."""

from collections.abc import Callable, Mapping, Sequence

from kit.ahead.next_year import USED, next_year_lines
from kit.ahead.targets import all_target_lines, lines_of_targets
from kit.chapters.content import Cell, Content, Group, Passage, Sentence, Table, TableColumn
from kit.counting.figures import Figures
from kit.errors import KitError, did_you_mean
from kit.figures.figure import Figure
from kit.measures.measure import Measure
from kit.text import count, day

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
    said: tuple[Content, ...] = tuple(map(Sentence, lines))
    return Group((*said, _weeks(figures)) if part == "work" and figures.weeks_ahead.height else said)


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
        *work[:2],
        *(line for line in work[2:] if line.startswith(TRIED)),
        *(line for lines in of_targets for line in lines if line == lines[0] or line.startswith(TRIED)),
        *next_year[:2],
        *(line for line in next_year[2:] if line.startswith(TRIED)),
    ]
    weeks = figures.weeks_ahead
    title = "What may come, if years go on as they did"
    if weeks.height:
        reviews = round(weeks["expected"].sum())
        title = (
            f"About {count(reviews)} review{'' if reviews == 1 else 's'} to be held in the 13 weeks after "
            f"{day(weeks['as_at'][0])}"
        )
    return Passage(title, tuple(map(Sentence, dict.fromkeys(said))))


def _weeks(figures: Figures) -> Table:
    """Return what is expected in each of the next 13 weeks; the first and the last may be parts of one."""
    ranged = figures.weeks_ahead["lower"].is_not_null().all()
    rows = []
    for first, last, *numbers in figures.weeks_ahead.drop("as_at").iter_rows():
        words = f"{day(first)} to {day(last)}"
        rows.append((Cell(words), *(Cell(count(round(number))) for number in numbers if number is not None)))
    columns = (TableColumn("Week"), TableColumn("Expected", number=True))
    ends = (TableColumn("In 8 of 10 from", number=True), TableColumn("to", number=True))
    return Table(
        "Reviews expected in each of the next 13 weeks",
        (*columns, *ends) if ranged else columns,
        tuple(rows),
        ("Weeks begin on Monday; the first and the last may be parts of one.",),
    )


def _work(figures: Figures) -> list[str]:
    return figures.ahead["words"].to_list() or ["The work ahead is not shown, as it rests on small numbers."]


def _next_year(
    figures: Figures, measures: Mapping[str, Measure], wholes: Callable[[Measure], Sequence[Figure]]
) -> list[str]:
    known = {name: wholes(measures[name]) for name in USED}
    return next_year_lines(known, figures.settings.bands.get("caseload"))
