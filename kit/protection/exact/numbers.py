"""The numbers of a table of results, which rows print each, and all that is declared to add up among them.

Numbers that are equal by declaration are one. A number that is in no row (how many left stage 1) is not printed
anywhere, and is there since sums need it.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import polars as pl

from kit.measures.breakdowns import ALIKE, ALL, BREAKDOWNS, COARSER, NOT_RECORDED, Coarser
from kit.measures.measure import Measure
from kit.protection.exact.declared import USUAL, Book, Found, NumberOf, Tables, declared_sums
from kit.protection.published import WHOLE, between_days

Equation = tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class Numbers:
    """The numbers of a table by their place: value, rows that print them, whether small; and what comes to 0.

    `values` has None for one that no row prints and no sum gives. An equation is (number, coefficient) pairs that come
    to 0 together. `names` says of each number one figure that it is. `unmet` holds declared sums that do not hold,
    `left_over` the numbers that are left over of one within another, and are in no row.
    """

    values: list[int | None]
    rows: list[list[int]]
    small: list[bool]
    equations: list[Equation]
    names: list[NumberOf]
    unmet: list[str]
    at: Mapping[NumberOf, int]
    left_over: set[int]


def numbers_of(
    results: pl.DataFrame,
    measures: Mapping[str, Measure],
    small: pl.Series,
    hide_up_to: int = 0,
    day: int = WHOLE,
    hide_not_recorded: bool = False,
) -> Numbers:
    """Return the numbers of a table, rows by their place in it, and its equations.

    `small` says of each row by a text which of its numbers are small and about people: "", "N", "DR", … Figures up to
    another day (`kit.protection.published.bind`) differ from the others by a number of its own, which is small from 1
    to `hide_up_to`; `day` says how far into their years these go. So is what is left over of one number within another,
    but for cases of whom nothing is recorded, unless `hide_not_recorded`.
    """
    book = Book()
    tables: Tables = defaultdict(list)
    lows: set[NumberOf] = set()
    columns = results.select("measure", "year", "breakdown", "category", "numerator", "denominator")
    for place, ((name, year, by, category, above, below), low) in enumerate(
        zip(columns.iter_rows(), small, strict=True)
    ):
        if above is None and below is None:
            continue
        tables[name, year, by].append(category)
        measure = measures.get(name)
        parts = {"N": above, "D": below}
        if (
            above is not None
            and below is not None
            and (measure is None or measure.kind in ("share", "median", "count"))
        ):
            parts["R"] = below - above
        for part, value in parts.items():
            if value is not None:
                key = (name, year, by, category, part)
                book.values[key], book.rows[key] = value, place
                if part in low:
                    lows.add(key)
    sums = [*sums_among(book, tables, measures, hide_not_recorded)]
    for earlier, later in between_days(book.values, measures, day):
        between = (*earlier[:4], f"{earlier[4]} to {later[1]}")
        book.values[between] = value = (book.values[later] or 0) - (book.values[earlier] or 0)
        if measures[earlier[0]].people and 1 <= value <= hide_up_to:
            lows.add(between)
        sums.append(([(earlier, 1), (between, 1), (later, -1)], ""))
    return _numbered(book, sums, lows, hide_up_to)


def sums_among(
    book: Book, tables: Tables, measures: Mapping[str, Measure], hide_not_recorded: bool = False
) -> Iterator[Found]:
    """Yield all that adds up among the numbers of a book: by row, by the kind of breakdown, and as headers declare."""
    yield from _of_rows(book)
    yield from _of_tables(book, tables)
    yield from declared_sums(book, tables, measures, hide_not_recorded)


def _of_rows(book: Book) -> Iterator[Found]:
    for key in list(book.values):
        if key[4] == "R":
            yield [((*key[:4], "N"), 1), (key, 1), ((*key[:4], "D"), -1)], ""


def _of_tables(book: Book, tables: Tables) -> Iterator[Found]:
    """Yield what adds up by the kind of breakdown: categories to the whole, finer categories to coarser ones."""
    for name, year in dict.fromkeys(table[:2] for table in tables):
        for one, category, other, same in ALIKE:
            for part in ("N", "D"):
                keys = (name, year, one, category, part), (name, year, other, same, part)
                if all(key in book.values for key in keys):
                    yield [(keys[0], 1), (keys[1], -1)], ""
    for (name, year, by), categories in list(tables.items()):
        breakdown = BREAKDOWNS.get(by)
        if by == ALL or by == "fact" or (breakdown and breakdown.several):
            continue
        for part in ("N", "D"):
            whole = (name, year, ALL, ALL, part)
            terms = [(key, 1) for c in categories if (key := (name, year, by, c, part)) in book.values]
            if whole in book.values and terms:
                yield [*terms, (whole, -1)], ""
        for coarser in COARSER:
            if coarser.finer == by:
                yield from _of_coarser(book, tables, name, year, coarser)


def _of_coarser(book: Book, tables: Tables, name: str, year: int, to: Coarser) -> Iterator[Found]:
    given = tables.get((name, year, to.coarser))
    categories = tables[name, year, to.finer]
    groups = {c: to.category_of(c) for c in categories if not (to.spreads and c == NOT_RECORDED)}
    there = list(dict.fromkeys((*(given or ()), *groups.values())))
    if to.spreads:
        others = [c for (_, y, by), found in tables.items() if (y, by) == (year, to.coarser) for c in found]
        there = list(dict.fromkeys((*there, *others, NOT_RECORDED)))
    for part in ("N", "D"):
        unknown = (name, year, to.finer, NOT_RECORDED, part)
        spread = to.spreads and book.values.get(unknown, 0) != 0
        for category in there if (name, year, ALL, ALL, part) in book.values else ():
            terms = [((name, year, to.finer, c, part), 1) for c, group in groups.items() if group == category]
            key, extra = (name, year, to.coarser, category, part), (name, year, f"to {to.coarser}", category, part)
            book.values.setdefault(key)
            if spread:
                book.values[extra] = None
                terms.append((extra, 1))
            yield [*terms, (key, -1)], ""
        if spread:
            yield [*(((name, year, f"to {to.coarser}", c, part), 1) for c in there), (unknown, -1)], ""
    if given is None:
        tables[name, year, to.coarser] = there


def _numbered(book: Book, sums: list[Found], lows: set[NumberOf], hide_up_to: int) -> Numbers:
    """Give values to what no row prints, leave out sums that do not hold, and join what is equal."""
    # What nearly always holds must not give a value to what another sum gives.
    _give_values(book, [terms for terms, said in sums if said != USUAL])
    _give_values(book, [terms for terms, _ in sums])
    lows |= {key for key in book.groups if 1 <= (book.values[key] or 0) <= hide_up_to}
    held: list[list[tuple[NumberOf, int]]] = []
    unmet: list[str] = []
    for terms, said in sums:
        known = [(sign, value) for key, sign in terms if (value := book.values[key]) is not None]
        below = any(value < 0 for _, value in known)
        if len(known) == len(terms) and (below or sum(sign * value for sign, value in known) != 0):
            unmet.append(said)
        else:
            held.append(terms)
    for terms in held:
        if len(terms) == 2 and terms[0][1] == -terms[1][1]:
            book.join(terms[0][0], terms[1][0])
    at: dict[NumberOf, int] = {}
    values: list[int | None] = []
    rows: list[list[int]] = []
    small: list[bool] = []
    names: list[NumberOf] = []
    for key in book.values:
        root = book.root(key)
        if root not in at:
            at[root] = len(values)
            values.append(book.values[root])
            rows.append([])
            small.append(False)
            names.append(root)
        at[key] = number = at[root]
        if key in book.rows:
            rows[number].append(book.rows[key])
        small[number] |= key in lows
    left_over = {at[key] for key in book.groups if not rows[at[key]]}
    failed = [said for said in unmet if said not in ("", USUAL)]
    return Numbers(values, rows, small, _equations(held, at), names, failed, at, left_over)


def _give_values(book: Book, waiting: list[list[tuple[NumberOf, int]]]) -> None:
    while True:
        left = []
        for terms in waiting:
            unknown = [(key, sign) for key, sign in terms if book.values[key] is None]
            if len(unknown) == 1:
                key, sign = unknown[0]
                book.values[key] = -sum(s * (book.values[other] or 0) for other, s in terms if other != key) // sign
            elif unknown:
                left.append(terms)
        if len(left) == len(waiting):
            return
        waiting = left


def _equations(held: list[list[tuple[NumberOf, int]]], at: dict[NumberOf, int]) -> list[Equation]:
    found: dict[Equation, None] = {}
    for terms in held:
        summed: dict[int, int] = defaultdict(int)
        for key, sign in terms:
            summed[at[key]] += sign
        equation = tuple(sorted((number, c) for number, c in summed.items() if c))
        if equation and equation[0][1] < 0:
            equation = tuple((number, -c) for number, c in equation)
        if equation:
            found[equation] = None
    return list(found)
