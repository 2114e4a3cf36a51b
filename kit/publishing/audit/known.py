"""What readers know of a council's figures: every number that was published, and all that is declared to add up.

Nothing here has seen a hidden number: all of it comes from figures as they were shown.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import polars as pl

from kit.measures.measure import Measure
from kit.protection.exact.declared import USUAL, Book, Found, NumberOf, Tables
from kit.protection.exact.numbers import sums_among
from kit.protection.published import OF_DAY, dated, day_number

PartOfYear = tuple[int, int] | None
HIDDEN = "suppressed"
# In the name of what came between two days of a year.
BETWEEN = " to "
WITH_DENOMINATOR = ("share", "median", "ratio", "rate")
WITH_REST = ("share", "median", "count")


@dataclass(frozen=True)
class SeenTable:
    """Figures as they were shown, up to a month and day of each year, or of whole years (None).

    `counted` are the same with nothing hidden, if somebody knows them: the audit judges by them, and uses them for
    nothing else.
    """

    table: pl.DataFrame = field(repr=False)
    part: PartOfYear = None
    counted: pl.DataFrame | None = field(default=None, repr=False)

    def year_beside(self, newest: "SeenTable", year: int) -> int:
        """Return how a year of it is named beside another table: below 0 if that has it up to another day."""
        return year if self.part == newest.part else -(year * OF_DAY + day_number(self.part))


@dataclass(frozen=True)
class Adding:
    """Numbers with coefficients that come to `total`; `said` is what it is called."""

    terms: tuple[tuple[int, int], ...]
    total: int
    said: str


@dataclass(frozen=True)
class Unknown:
    """The numbers that nobody printed, by their place, and what they come to with each other.

    `hidden` are the numbers of hidden rows, and what came between two days of a year. `at` leads from each number's
    name to its place, or `printed` to the value that is printed or follows from one sum. `whole_tables` holds numbers
    in tables of which every row is hidden. `contradicted` are sums that printed numbers do not meet.
    """

    names: list[NumberOf]
    sums: list[Adding]
    at: Mapping[NumberOf, int]
    printed: Mapping[NumberOf, int]
    hidden: list[NumberOf]
    whole_tables: set[NumberOf]
    contradicted: list[str]


def unknown_of(shown: Sequence[SeenTable], measures: Mapping[str, Measure]) -> Unknown:
    """Return what readers do not know of figures that were `shown`, the newest last, and what they know about it.

    A table that is in two publications with the same numbers is one, of which either shows a part. One in which
    a number has moved is two.
    """
    book = Book()
    tables: Tables = defaultdict(list)
    whole: set[NumberOf] = set()
    hidden_keys: dict[NumberOf, None] = {}
    with_denominator = {
        name
        for one in shown
        for name in one.table.filter(pl.col("denominator").is_not_null())["measure"].unique().to_list()
    }
    for one, rows in _without_older(shown):
        for (name, year, by), cells in rows.items():
            at = one.year_beside(shown[-1], year)
            measure = measures.get(name)
            kind = measure.kind if measure else "fact"
            hidden_whole = all(note == HIDDEN for _, _, _, note in cells)
            for category, above, below, note in cells:
                hidden = note == HIDDEN
                parts = {"N": above} if hidden or above is not None else {}
                if below is not None or (hidden and (kind in WITH_DENOMINATOR or name in with_denominator)):
                    parts["D"] = below
                if len(parts) == 2 and kind in WITH_REST:
                    parts["R"] = None if above is None or below is None else below - above
                if parts and category not in tables[name, at, by]:
                    tables[name, at, by].append(category)
                for part, value in parts.items():
                    key = (name, at, by, category, part)
                    book.rows.setdefault(key, 0)
                    if book.values.get(key) is None:
                        book.values[key] = value
                    if hidden:
                        hidden_keys[key] = None
                    if hidden_whole:
                        whole.add(key)
    last = day_number(shown[-1].part)
    sums = [*sums_among(book, tables, measures)]
    for earlier, later in _between_days(book, measures, last):
        between = (*earlier[:4], f"{earlier[4]}{BETWEEN}{later[1]}")
        before, after = book.values[earlier], book.values[later]
        if before is None or after is None or after >= before:
            book.values[between] = None
            sums.append(([(earlier, 1), (between, 1), (later, -1)], "a part of a year and the year"))
            hidden_keys[between] = None
    return _numbered(book, _reliable(book, sums), [*hidden_keys], whole)


Cells = list[tuple[str, int | None, int | None, str]]


def _without_older(shown: Sequence[SeenTable]) -> Iterator[tuple[SeenTable, dict[tuple[str, int, str], Cells]]]:
    """Yield each publication's tables, without those in which a number has moved until a later one."""
    later: dict[PartOfYear, dict[tuple, tuple]] = defaultdict(dict)
    kept = []
    for one in reversed(shown):
        rows: dict[tuple[str, int, str], Cells] = defaultdict(list)
        columns = one.table.select(
            "measure", "year", "breakdown", "category", "numerator", "denominator", "note"
        ).iter_rows()
        known = later[one.part]
        moved = set()
        for name, year, by, category, above, below, note in columns:
            rows[name, year, by].append((category, above, below, note))
            then = known.get((name, year, by, category))
            if note != HIDDEN and then is not None and then != (above, below):
                moved.add((name, year))
        rows = {of: cells for of, cells in rows.items() if of[:2] not in moved}
        for of, cells in rows.items():
            for category, above, below, note in cells:
                if note != HIDDEN:
                    known.setdefault((*of, category), (above, below))
        kept.append((one, rows))
    # The newest first, so that its rows come first.
    yield from kept


def _between_days(book: Book, measures: Mapping[str, Measure], day: int) -> Iterator[tuple[NumberOf, NumberOf]]:
    for key in [key for key in book.values if key[1] < 0 and key[0] in measures and dated(measures[key[0]])]:
        year, other = divmod(-key[1], OF_DAY)
        here = (key[0], year, *key[2:])
        if here in book.values:
            yield (key, here) if other < day else (here, key)


def _reliable(book: Book, sums: Sequence[Found]) -> Iterator[Found]:
    """Yield the sums; of those that nearly always hold, the ones that do wherever readers can see it."""
    seen: dict[tuple, list[bool]] = defaultdict(list)
    for terms, said in sums:
        if said == USUAL and all(book.values[key] is not None for key, _ in terms):
            seen[_form(terms)].append(sum(sign * (book.values[key] or 0) for key, sign in terms) == 0)
    for terms, said in sums:
        if said != USUAL or (all(seen[_form(terms)]) and seen[_form(terms)]):
            yield terms, said


def _form(terms: Sequence[tuple[NumberOf, int]]) -> tuple:
    return tuple((key[0], key[2], key[4], sign) for key, sign in terms)


def _numbered(book: Book, sums: Iterable[Found], hidden: list[NumberOf], whole: set[NumberOf]) -> Unknown:
    """Put in what follows from one sum alone, make one of two that are equal, and number what is left."""
    contradicted: list[str] = []
    waiting = [([*terms], said) for terms, said in sums]
    values, same = book.values, book.joined
    while True:
        left, found = [], False
        for terms, said in waiting:
            summed: dict[NumberOf, int] = defaultdict(int)
            total = 0
            for key, sign in terms:
                root = book.root(key)
                value = values[root]
                if value is None:
                    summed[root] += sign
                else:
                    total -= sign * value
            open_ones = [(key, sign) for key, sign in summed.items() if sign]
            if not open_ones:
                if total:
                    contradicted.append(said)
                found = True
            elif len(open_ones) == 1:
                key, sign = open_ones[0]
                found = True
                if total % sign or total // sign < 0:
                    contradicted.append(said)
                else:
                    values[key] = total // sign
            elif len(open_ones) == 2 and total == 0 and open_ones[0][1] == -open_ones[1][1]:
                same[open_ones[1][0]] = open_ones[0][0]
                found = True
            else:
                left.append((terms, said))
        waiting = left
        if not found:
            break
    names: list[NumberOf] = []
    places: dict[NumberOf, int] = {}
    at: dict[NumberOf, int] = {}
    for key in values:
        root = book.root(key)
        if values[root] is None:
            if root not in places:
                places[root] = len(names)
                names.append(root)
            at[key] = places[root]
    kept: dict[tuple[tuple[tuple[int, int], ...], int], str] = {}
    for terms, said in waiting:
        coefficients: dict[int, int] = defaultdict(int)
        total = 0
        for key, sign in terms:
            value = values[book.root(key)]
            if value is None:
                coefficients[at[key]] += sign
            else:
                total -= sign * value
        one = tuple(sorted((n, c) for n, c in coefficients.items() if c))
        if one and one[0][1] < 0:
            one, total = tuple((n, -c) for n, c in one), -total
        kept.setdefault((one, total), said)
    printed = {key: value for key in values if (value := values[book.root(key)]) is not None}
    return Unknown(
        names,
        [Adding(one, total, said) for (one, total), said in kept.items()],
        at,
        printed,
        hidden,
        whole,
        contradicted,
    )
