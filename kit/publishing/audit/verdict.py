"""Whether what readers could work out is too much: the ends of each hidden number against what protection promises."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import polars as pl

from kit.measures.breakdowns import ALL, BREAKDOWNS
from kit.measures.measure import Measure
from kit.protection.exact.declared import NumberOf
from kit.protection.small_numbers import small_parts
from kit.publishing.audit.known import HIDDEN, Unknown
from kit.publishing.audit.possible import BEYOND, FIRST, SECOND, Possible
from kit.years import label

WORDS = {"N": "the number counted", "D": "the number out of which it is counted", "R": "the difference of its numbers"}


@dataclass(frozen=True)
class Judged:
    """What the audit found of hidden numbers: how many rows, what is wrong, and the least width between the ends of
    one that is small, or may be if nobody told which are; 0 if its one value is known."""

    cells: int
    least_width: int | None
    faults: list[str]


def of_people(table: pl.DataFrame, measures: Mapping[str, Measure], not_about_people: Sequence[str]) -> set[NumberOf]:
    """Return the numbers of hidden rows that are counts of people, and so may be small ones."""
    hidden = table.filter(pl.col("note") == HIDDEN).with_columns(numerator=1, denominator=2, value=0.0)
    parts = small_parts(hidden, 2, not_about_people, measures)
    rows = hidden.select("measure", "year", "breakdown", "category").rows()
    return {(*row, part) for row, text in zip(rows, parts, strict=True) for part in text}


def truths(
    counted: pl.DataFrame, measures: Mapping[str, Measure], largest: int, not_about_people: Sequence[str]
) -> tuple[dict[NumberOf, int], set[NumberOf]]:
    """Return the small numbers of people in figures as they were counted, and which numbers are 0: to judge by."""
    small: dict[NumberOf, int] = {}
    nothing: set[NumberOf] = set()
    texts = small_parts(counted, largest, not_about_people, measures)
    columns = counted.select("measure", "year", "breakdown", "category", "numerator", "denominator")
    for (*row, above, below), text in zip(columns.iter_rows(), texts, strict=True):
        name, year, by, category = row
        values = {"N": above, "D": below}
        if above is not None and below is not None:
            values["R"] = below - above
        for part, value in values.items():
            if value == 0:
                nothing.add((name, year, by, category, part))
            elif value is not None and part in text:
                small[name, year, by, category, part] = value
    return small, nothing


def judge(
    unknown: Unknown, found: Possible, people: set[NumberOf], small: Mapping[NumberOf, int], largest: int
) -> Judged:
    """Return what is wrong with the ends of hidden numbers of `people`.

    Of any: that it must be small, and not everything from 1 to `largest` is possible. Of those known to be `small` (by
    who publishes, not by the audit): that not all of that is possible to the first reader, or not two more to the
    second.
    """
    faults, widths = [], []
    rows = {key[:4] for key in unknown.hidden}
    for key in unknown.hidden:
        if key not in people:
            continue
        if key not in unknown.at:
            value = unknown.printed[key]
            if 1 <= value <= largest:
                widths.append(0)
                faults.append(f"{place(key)} can be worked out")
            continue
        ends = found.ends[unknown.at[key]]
        least, greatest = ends.least[FIRST], ends.greatest[FIRST]
        if (key in small) if small else (least <= largest and greatest != 0):
            widths.append((largest + BEYOND if greatest is None else greatest) - least)
        must = least >= 1 and greatest is not None and greatest <= largest
        full = least <= 1 and (greatest is None or greatest >= largest)
        if (must or key in small) and not full:
            faults.append(f"{place(key)} can be {'worked out' if least == greatest else 'narrowed down'}")
        elif key in small and key not in unknown.whole_tables:
            most = ends.greatest[SECOND]
            if most is not None and most < small[key] + BEYOND:
                faults.append(f"{place(key)} can be narrowed down by who knows that a hidden number is not 0")
        elif key in small and min(ends.low, ends.high) < 0:
            faults.append(f"{place(key)}: no tables of whole numbers were found that prove it to be protected")
    return Judged(len(rows), min(widths, default=None), faults)


def place(key: NumberOf) -> str:
    """Return in words of which figure a number is, without any."""
    measure, year, by, category, part = key
    where = "" if by == ALL else f", {BREAKDOWNS[by].title if by in BREAKDOWNS else by}: {category}"
    what = WORDS.get(part, "what came between two days of the year")
    return f"{measure}, {label(abs(year)) if year > 0 else 'a part of a year'}{where}: {what}"


def in_order(faults: Sequence[str], most: int) -> Iterator[str]:
    """Yield the first faults, and how many more there are."""
    yield from faults[:most]
    if len(faults) > most:
        yield f"and {len(faults) - most} more"
