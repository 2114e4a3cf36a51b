"""What measures' headers declare to add up, as sums of the numbers of a table of results.

What is left over of one number within another, and what counts in both of two, is a number of its own that no row
prints.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from kit.measures.breakdowns import ALL, BREAKDOWNS
from kit.measures.measure import Measure
from kit.measures.sums import Sum, sums_of
from kit.protection.published import NOT_NAMED

PARTS = {"numerator": "N", "denominator": "D", "rest": "R"}
# measure, year, breakdown, category, and which number: "N", "D" or "R", the denominator less the numerator.
NumberOf = tuple[str, int, str, str, str]
# Categories by measure, year and breakdown.
Tables = dict[tuple[str, int, str], list[str]]
USUAL = "usual"
Found = tuple[list[tuple[NumberOf, int]], str]


class Book:
    """Numbers while they are collected, by key; `same` joins two that are equal."""

    def __init__(self) -> None:
        self.values: dict[NumberOf, int | None] = {}
        self.rows: dict[NumberOf, int] = {}
        self.joined: dict[NumberOf, NumberOf] = {}
        # What is left over of one number within another: cases that nobody prints, and that must not be told either.
        self.groups: list[NumberOf] = []

    def root(self, key: NumberOf) -> NumberOf:
        while key in self.joined:
            key = self.joined[key]
        return key

    def join(self, one: NumberOf, other: NumberOf) -> None:
        first, second = self.root(one), self.root(other)
        if first != second:
            if self.values[first] is None:
                first, second = second, first
            self.joined[second] = first


def declared_sums(
    book: Book, tables: Tables, measures: Mapping[str, Measure], hide_not_recorded: bool
) -> Iterator[Found]:
    """Yield what headers declare, for each year and breakdown for which every term is given."""
    tables_of: dict[tuple[str, int], set[str]] = defaultdict(set)
    for name, year, by in tables:
        tables_of[name, year].add(by)
    years = sorted({year for _, year, _ in tables})
    for found in sums_of(measures):
        people = all(term.measure not in measures or measures[term.measure].people for term in found.terms)
        private = people and (hide_not_recorded or not found.not_recorded)
        for year in years:
            if found.both:
                yield from _in_both(book, tables, found, year)
                continue
            places = [(term.measure, year - term.before) for term in found.terms]
            if not all(place in tables_of for place in places):
                continue
            shared = set.intersection(*(tables_of[place] for place in places))
            wanted = {ALL} if found.of_categories or found.by == () else shared if found.by is None else {*found.by}
            for breakdown in sorted(wanted & shared):
                yield from _in_breakdown(book, tables, found, breakdown, places, private)


def _in_breakdown(
    book: Book, tables: Tables, found: Sum, breakdown: str, places: list[tuple[str, int]], private: bool
) -> Iterator[Found]:
    categories = dict.fromkeys(c for place in places for c in tables.get((*place, breakdown), ()))
    for category in categories:
        terms: list[tuple[NumberOf, int]] = []
        for term, (name, year) in zip(found.terms, places, strict=True):
            of_table = tables.get((name, year, breakdown), ())
            if NOT_NAMED in of_table and (category == NOT_NAMED or category not in of_table):
                # What is together there need not be what is together elsewhere.
                terms = []
                break
            key = (name, year, term.breakdown or breakdown, term.category or category, PARTS[term.part])
            if key in book.values:
                terms.append((key, term.sign))
            elif (*key[:2], term.breakdown or breakdown) not in tables or (
                *key[:2],
                ALL,
                ALL,
                key[4],
            ) not in book.values:
                # Not given at all is not 0; a category that no row names is.
                terms = []
                break
        if not terms:
            continue
        said = USUAL if found.usual else found.said
        if found.at_most:
            slack = (f"rest of {found.said}", terms[0][0][1], breakdown, category, "N")
            book.values[slack] = None
            if private:
                book.groups.append(slack)
            yield [*terms, (slack, 1)], said
        else:
            yield terms, said


def _in_both(book: Book, tables: Tables, found: Sum, year: int) -> Iterator[Found]:
    """Yield that cases of two numbers of the same denominator may count in both, which is known of the whole."""
    one, other = found.both
    shared = [by for name, y, by in tables if (name, y) == (one.measure, year) and (other.measure, year, by) in tables]
    for by in shared if found.by is None else [by for by in shared if by == ALL or by in found.by]:
        categories = [c for c in tables[one.measure, year, by] if c in tables[other.measure, year, by]]
        inside = []
        for category in categories:
            keys = [(term.measure, year, by, category, PARTS[term.part]) for term in found.both]
            if all(key in book.values for key in keys):
                both, *left = ((f"{what} of {found.said}", year, by, category, "N") for what in ("both", *"123"))
                book.values |= dict.fromkeys((both, *left))
                for key, rest in zip(keys, left, strict=False):
                    yield [(key, 1), (both, -1), (rest, -1)], ""
                whole = (one.measure, year, by, category, "D")
                if whole in book.values:
                    yield [(whole, 1), (keys[0], -1), (keys[1], -1), (both, 1), (left[2], -1)], ""
                inside.append((both, 1))
        whole = (f"both of {found.said}", year, ALL, ALL, "N")
        if by != ALL and not BREAKDOWNS[by].several and inside and whole in book.values:
            yield [*inside, (whole, -1)], ""
        terms = [((t.measure, year, t.breakdown or ALL, t.category or ALL, PARTS[t.part]), t.sign) for t in found.terms]
        if by == ALL and inside and all(key in book.values for key, _ in terms):
            yield [*inside, *((key, -sign) for key, sign in terms)], found.said
