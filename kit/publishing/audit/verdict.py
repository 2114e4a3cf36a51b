"""Whether what readers could work out is too much: the ends of each hidden number against what protection promises."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

import polars as pl

from kit.figures.table import ORDER
from kit.measures.breakdowns import ALL, BREAKDOWNS
from kit.measures.measure import Measure
from kit.protection.exact.declared import NumberOf
from kit.protection.small_numbers import small_parts
from kit.publishing.audit.known import BETWEEN, SeenTable, Unknown
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


def of_people(unknown: Unknown, measures: Mapping[str, Measure], not_about_people: Sequence[str]) -> set[NumberOf]:
    """Return the hidden numbers that are counts of people, and so may be small ones."""
    rows = list(dict.fromkeys(key[:4] for key in unknown.hidden))
    table = pl.DataFrame(rows, schema=ORDER, orient="row")
    table = table.with_columns(numerator=1, denominator=2, value=0.0, unit=pl.lit(""))
    parts = dict(zip(rows, small_parts(table, 2, not_about_people, measures), strict=True))
    people = {name for name, measure in measures.items() if measure.people}
    return {key for key in unknown.hidden if (key[4] in parts[key[:4]] if len(key[4]) == 1 else key[0] in people)}


def truths(
    seen: Sequence[SeenTable], unknown: Unknown, largest: int, people: Collection[NumberOf]
) -> tuple[dict[NumberOf, int], set[NumberOf]]:
    """Return which of the hidden numbers are small ones of people, and which are 0, as they were counted: to judge by.

    Numbers of tables of which nobody knows how they were counted are in neither.
    """
    values: dict[NumberOf, int] = {}
    for one in seen:
        columns = ("measure", "year", "breakdown", "category", "numerator", "denominator")
        for name, year, by, category, above, below in () if one.counted is None else one.counted.select(columns).rows():
            of = name, one.year_beside(seen[-1], year), by, category
            values |= {(*of, part): value for part, value in (("N", above), ("D", below)) if value is not None}
            if above is not None and below is not None:
                values[*of, "R"] = below - above
    for key in unknown.hidden:
        if BETWEEN in key[4]:
            part, later = key[4].split(BETWEEN)
            before, after = values.get((*key[:4], part)), values.get((key[0], int(later), *key[2:4], part))
            if before is not None and after is not None:
                values[key] = after - before
    known = {key: values[key] for key in unknown.hidden if key in values}
    small = {key: value for key, value in known.items() if 1 <= value <= largest and key in people}
    return small, {key for key, value in known.items() if value == 0}


def judge(
    unknown: Unknown, found: Possible, people: Collection[NumberOf], small: Mapping[NumberOf, int], largest: int
) -> Judged:
    """Return what is wrong with the ends of hidden numbers of `people`.

    Of any: that it must be small, and not everything from 1 to `largest` is possible. Of those known to be `small` (by
    who publishes, not by the audit): that not all of that is possible to the first reader, or not two more to the
    second, who looks at numbers of rows alone.
    """
    faults, widths = [], []
    rows = {key[:4] for key in unknown.hidden if key[1] > 0 and BETWEEN not in key[4]}
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
        elif key in small and key not in unknown.whole_tables and BETWEEN not in key[4]:
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
