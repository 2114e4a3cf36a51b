"""Why a figure is as it is, in words and tables: what it is compared with, what changed, what stands out."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from fractions import Fraction

from kit.chapters.content import Cell, Content, Group, Notice, Sentence, Table, TableColumn
from kit.chapters.text.changes import TOO_FEW
from kit.chapters.text.values import by_words, value_text
from kit.figures.comparison import (
    TARGET,
    TWO_YEARS_BEFORE,
    WORSE,
    WORSE_BY_CHANCE,
    YEAR_BEFORE,
    could_look_worse,
)
from kit.figures.figure import Figure
from kit.figures.outstanding import NO_KINDS, Gap, flat_since, gaps, opposites, shortfall_in_one_group
from kit.figures.splits import Split, split_count, split_share
from kit.measures.breakdowns import BREAKDOWNS, DATED, Breakdown
from kit.measures.measure import Measure
from kit.text import count, decimal, inside, listed, quoted, signed
from kit.years import label

AGAINST = (YEAR_BEFORE, TWO_YEARS_BEFORE, TARGET)
NOT_SPLIT = (
    "is not split: a part of it is hidden or not known, or its categories are of one year alone, or do not add up to "
    "the whole."
)


def compared(rows: Sequence[tuple[Measure, Figure]], caption: str) -> Table:
    """Return a row a measure: the year, and beside it the year before, two years before and the target with verdicts.

    The note says of how many comparisons how many would look worse by chance alone.
    """
    columns = (
        TableColumn("Measure"),
        TableColumn("Value", number=True),
        *(TableColumn(n[:1].upper() + n[1:]) for n in AGAINST),
    )
    cells, tested = [], []
    for measure, figure in rows:
        beside = {c.compared_with: c for c in figure.compared}
        tested += [c.verdict for c in figure.compared if could_look_worse(c.verdict, measure.better)]
        said = []
        for name in AGAINST:
            row = beside.get(name)
            if row is None or row.difference is None:
                said.append(Cell("hidden" if row and row.note == "suppressed" else ""))
                continue
            size = signed(row.difference, places=0 if measure.kind == "count" else 1)
            words = row.verdict if row.note.startswith("a ") else row.note or row.verdict
            said.append(Cell(f"{size}{' points' if measure.percent else ''}, {words}"))
        cells.append((Cell(measure.title), Cell(value_text(measure, figure), figure.key), *said))
    notes = (
        f"{tested.count(WORSE)} of {len(tested)} comparisons tested are worse. By chance alone about "
        f"{decimal(len(tested) * WORSE_BY_CHANCE / 100)} of {len(tested)} would look worse, if nothing had changed.",
        f"Too few officers: {TOO_FEW}.",
    )
    return Table(caption, columns, tuple(cells), notes)


def what_changed(
    measure: Measure, by: Breakdown, now: Sequence[Figure], then: Sequence[Figure], wholes: tuple[Figure, Figure]
) -> Content:
    """Return a change since the year before split by a breakdown, exactly, or why it cannot be split."""
    title = f"{by_words(measure, by)}, {label(wholes[1].year)} to {label(wholes[0].year)}"
    split: Split | None = None
    # No month of one year is in another.
    if not by.several and by.name not in DATED:
        split = (
            split_share(now, then, wholes)
            if measure.kind == "share"
            else split_count(now, then, wholes)
            if measure.kind == "count"
            else None
        )
    if split is None:
        return Notice(f"{title}: the change {NOT_SPLIT}", "absent", tuple(f.key for f in wholes))
    share = measure.kind == "share"
    size: str = _size(split.change, share=share)
    if share:
        text = (
            f"{title}: {size}. Of these {_size(split.mix, share=True)} come from another mix of groups, and "
            f"{_size(split.rate, share=True)} from other shares within groups."
        )
        heads = ("Another mix", "Another share", "Together")
    else:
        new = sum((p.mix for p in split.parts if p.mix > 0), Fraction(0))
        gone = sum((p.mix for p in split.parts if p.mix < 0), Fraction(0))
        text = f"{title}: {size}, all of it in groups that are there in both years."
        if new or gone:
            text = (
                f"{title}: {size}. Of these {_size(new, share=False)} are in groups that are new, "
                f"{_size(gone, share=False)} in groups that are gone, and {_size(split.rate, share=False)} in those "
                "that stayed."
            )
        heads = ("New or gone", "Stayed", "Together")
    columns = (TableColumn(by.title), *(TableColumn(head, number=True) for head in heads))
    rows = [
        (Cell(p.category), *(Cell(_number(n, share=share), value=float(n)) for n in (p.mix, p.rate, p.both)))
        for p in split.parts
    ]
    whole = (split.mix, split.rate, split.change)
    rows.append((Cell("All"), *(Cell(_number(n, share=share), value=float(n)) for n in whole)))
    note = "The parts add up to the change exactly; what is shown is rounded."
    keys = tuple(f.key for f in wholes)
    return Group((Sentence(text, keys), Table(f"What changed: {inside(title)}", columns, tuple(rows), (note,))))


def stands_out(
    measure: Measure,
    wholes: Sequence[Figure],
    groups: Mapping[str, Sequence[Figure]],
    made_up_of: tuple[Measure, Sequence[tuple[Measure, Figure]]],
) -> Content:
    """Return what stands out in a measure's last year, by the rules of docs/chance.md; a notice if nothing does.

    `made_up_of` holds the count that it is, or of which it is a part, and all parts of that with their figures.
    """
    now = wholes[-1]
    said = []
    for by, figures in groups.items():
        if by not in NO_KINDS and (moved := opposites(figures)):
            title = f"{by_words(measure, BREAKDOWNS[by])}, {now.when}"
            said.append(_opposite(title, moved, [(measure, quoted(f.category), f) for f in figures]))
    all_of_it, parts = made_up_of
    if not said and (moved := opposites([figure for _, figure in parts])):
        said.append(_opposite(f"{all_of_it.title}, {now.when}", moved, [(m, inside(m.title), f) for m, f in parts]))
    if measure.kind == "share" and now.value is not None:
        found = gaps(now, groups)
        if beyond := [gap for gap in found if gap.beyond]:
            said.append(_gap(measure, beyond[0], len(found), len(beyond)))
        for by, figures in groups.items():
            whole = not BREAKDOWNS[by].several
            if whole and (group := shortfall_in_one_group(now, figures, measure.better)):
                short = (
                    group.numerator if measure.better == "lower" else (group.denominator or 0) - (group.numerator or 0)
                )
                said.append(
                    Sentence(
                        f"{measure.title}, {now.when}: all {count(short)} that fall short are in one group, "
                        f"{quoted(group.category)} ({inside(BREAKDOWNS[by].title)}).",
                        (now.key, group.key),
                    )
                )
                break
        if since := flat_since(wholes):
            inside_it = [f for f in wholes if f.year >= since and f.value is not None]
            low, high = min(inside_it, key=lambda f: f.value or 0), max(inside_it, key=lambda f: f.value or 0)
            said.append(
                Sentence(
                    f"{measure.title}: {value_text(measure, now)} in {now.when}. It has stayed between "
                    f"{value_text(measure, low)} and {value_text(measure, high)} in every year since {label(since)}.",
                    tuple(f.key for f in inside_it),
                )
            )
    if not said:
        return Notice(f"{measure.title}, {now.when}: nothing stands out by the stated rules.", "note", (now.key,))
    return Group(tuple(said))


def _opposite(
    title: str, moved: tuple[Sequence[Figure], Sequence[Figure]], kinds: Sequence[tuple[Measure, str, Figure]]
) -> Sentence:
    """Return a sentence that says which kinds rose and which fell, and from what to what."""
    names = {figure.key: (measure, name) for measure, name, figure in kinds}
    said = []
    for way, side in zip(("rose", "fell"), moved, strict=True):
        for figure in side:
            measure, name = names[figure.key]
            (then,) = (c.other for c in figure.compared if c.compared_with == YEAR_BEFORE)
            said.append(f"{name} {way} from {value_text(measure, replace(figure, value=then))} to ")
            said[-1] += value_text(measure, figure)
    return Sentence(
        f"{title}: the total hides opposite movements since the year before, each more than chance would give: "
        f"{listed(said)}.",
        tuple(f.key for side in moved for f in side),
    )


def _gap(measure: Measure, gap: Gap, number: int, beyond: int) -> Sentence:
    group, others = gap.group, gap.others
    share = decimal(100 * others.numerator / others.denominator)
    return Sentence(
        f"{measure.title}, {group.when}: {value_text(measure, group)} for {quoted(group.category)} "
        f"({count(group.numerator)} of {count(group.denominator)}), and {share}% for all others "
        f"({count(others.numerator)} of {count(others.denominator)}). This gap is more than chance would give: "
        f"the widest of {count(beyond)} such, among {count(number)} groups compared.",
        (group.key,),
    )


def _number(number: Fraction, *, share: bool) -> str:
    return signed(float(number), places=1 if share else 0)


def _size(number: Fraction, *, share: bool) -> str:
    return _number(number, share=share) + (" percentage points" if share else "")
