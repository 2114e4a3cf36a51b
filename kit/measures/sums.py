"""Sums among figures: what a measure's header declares in `adds_up`, read and checked.

    numerator + reviews_overdue.numerator = children_looked_after.numerator, whole

A term is a number of a figure: `numerator`, `denominator` or `rest` (the denominator less the numerator) of the measure
itself or of a named one, `[mode=Virtual]` for one category, and `before` for the year before. `=` always holds, `~`
nearly always (it is used if it holds), `<=` says that one is part of the other. A sum holds for the whole and for
each breakdown that all its terms have, unless `whole` or `by occasion, quarter` says for which.

What `<=` leaves over is cases too, and a small number of them is as private as one that is printed, unless the line
ends in `, rest not recorded`: they are those of whom nothing is recorded.

    numerator and children_took_part.rest = participation.numerator[participation=Attended, did not contribute]

`A and B` are the cases of one denominator that count in both: nobody prints them by category, but they add up.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kit.measures.breakdowns import BREAKDOWNS

if TYPE_CHECKING:
    from kit.measures.measure import Measure

TERM = re.compile(r"(?:(\w+)\.)?(numerator|denominator|rest)(?:\[(\w+)=([^\]]+)\])?( before)?")
SCOPE = re.compile(r", (?:whole|by ([\w, ]+))$")
REST = ", rest not recorded"


@dataclass(frozen=True)
class Term:
    """A number in a sum: added if `sign` is 1, taken away if -1; of one category, or of any (`breakdown` "")."""

    sign: int
    measure: str
    part: str
    breakdown: str = ""
    category: str = ""
    before: bool = False


@dataclass(frozen=True)
class Sum:
    """Terms that come to 0, always or (`usual`) nearly always; with `at_most` to 0 or less. `by` names breakdowns.

    What is left over of an `at_most` is cases of whom nothing is recorded if it is `not_recorded`. Of `both` the cases
    that both count come to what the terms come to.
    """

    terms: tuple[Term, ...]
    by: tuple[str, ...] | None = None
    usual: bool = False
    at_most: bool = False
    said: str = ""
    not_recorded: bool = False
    both: tuple[Term, ...] = ()

    @property
    def of_categories(self) -> bool:
        """Whether it names categories, so that it holds for the whole alone."""
        return any(term.breakdown for term in self.terms)


def read_sum(text: str, of: str) -> Sum:
    """Return the sum that a line of the header of the measure `of` says; ValueError in words if it cannot be read."""
    line = re.sub(r"\s+", " ", text)
    not_recorded = line.endswith(REST)
    line = line.removesuffix(REST)
    scope = SCOPE.search(line)
    sides = re.split(r" (=|~|<=) ", line[: scope.start()] if scope else line)
    if len(sides) != 3:
        raise ValueError(f'"{text}" has not one of " = ", " ~ " and " <= ".')
    left, sign, right = sides
    by = None if scope is None else tuple(re.findall(r"\w+", scope[1] or ""))
    if not_recorded and sign != "<=":
        raise ValueError(f'"{text}": only what " <= " leaves over can be not recorded.')
    if len(both := re.split(r" and (?![^\[]*\])", left)) > 1:
        if sign != "=" or len(both) > 2:
            raise ValueError(f'"{text}": "and" joins two numbers, and " = " says what the cases in both come to.')
        one, other = (term for side in both for term in _terms(side, 1, of))
        return Sum(tuple(_terms(right, 1, of)), by, said=f"{of}: {text}", both=(one, other))
    terms = (*_terms(left, 1, of), *_terms(right, -1, of))
    return Sum(terms, by, sign == "~", sign == "<=", f"{of}: {text}", not_recorded)


def _terms(side: str, sign: int, of: str) -> list[Term]:
    found, plus = [], 1
    for piece in re.split(r" ([+-]) (?![^\[]*\])", side):
        if piece in "+-":
            plus = 1 if piece == "+" else -1
            continue
        term = TERM.fullmatch(piece)
        if not term:
            raise ValueError(f'"{piece}" is no number of a figure, as numerator or reviews_held.numerator is one.')
        measure, part, breakdown, category, before = term.groups()
        found.append(Term(sign * plus, measure or of, part, breakdown or "", category or "", bool(before)))
    return found


def faults_of_sums(measure: "Measure", measures: Mapping[str, "Measure"]) -> list[str]:
    """Return what is wrong with a measure's sums: names that are not measures, or not breakdowns of them."""
    faults = []
    for line in measure.adds_up:
        try:
            found = read_sum(line, measure.name)
        except ValueError as error:
            faults.append(f"{measure.name}.sql: adds_up: {error}")
            continue
        for term in (*found.terms, *found.both):
            if term.measure not in measures:
                faults.append(f"{measure.name}.sql: adds_up: there is no measure {term.measure}.")
            elif term.breakdown and term.breakdown not in measures[term.measure].breakdowns:
                faults.append(f"{measure.name}.sql: adds_up: {term.measure} has no breakdown {term.breakdown}.")
        faults += [
            f'{measure.name}.sql: adds_up: "{b}" is not a breakdown.' for b in found.by or () if b not in BREAKDOWNS
        ]
    return faults


def sums_of(measures: Mapping[str, "Measure"]) -> list[Sum]:
    """Return all sums that the headers of measures declare: `adds_up`, and parts of one whole."""
    found = [read_sum(line, measure.name) for measure in measures.values() for line in measure.adds_up]
    for whole in dict.fromkeys(m.part_of for m in measures.values() if m.part_of):
        parts = tuple(Term(1, m.name, "numerator") for m in measures.values() if m.part_of == whole)
        found.append(Sum((*parts, Term(-1, whole, "numerator")), usual=True, said=f"{whole}: its parts"))
    return found
