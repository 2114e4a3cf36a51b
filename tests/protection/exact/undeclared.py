"""Looks for sums that hold in every year of a council and that nothing declares: by hashes of sums, as there are many.

A hash is a sum of a number's values, each times a large random number of its year: hashes add up as numbers do.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping

import numpy as np
import polars as pl

from kit.measures.measure import Measure
from kit.protection.exact.numbers import NumberOf, Numbers, numbers_of

PRIME = 2_147_483_629
# A number is looked at if its values differ so often, and are at least this large: others add up by chance.
DIFFERENT, LARGE = 4, 12

Terms = tuple[tuple[str, int], ...]


def undeclared(results: pl.DataFrame, measures: Mapping[str, Measure]) -> list[str]:
    """Return in words all a = b, a = b + c and a + b = c + d of the council's years that are not declared."""
    numbers = numbers_of(results, measures, pl.Series([""] * results.height))
    years = results["year"].unique().sort().to_list()
    values: dict[tuple[str, ...], dict[int, int]] = defaultdict(dict)
    keys: dict[tuple[str, ...], NumberOf] = {}
    for key, number in numbers.at.items():
        if numbers.rows[number] and key[2] != "week" and (value := numbers.values[number]) is not None:
            # A month is the same month in every year.
            name = (key[0], key[2], key[3][-2:] if key[2] == "month" else key[3], key[4])
            values[name][key[1]] = value
            if key[1] == years[-1]:
                keys[name] = key
    whole = [n for n, of in values.items() if len(of) == len(years) and n in keys]
    chosen = [n for n in whole if len(set(values[n].values())) >= DIFFERENT and min(values[n].values()) >= LARGE]
    weights = np.random.default_rng(1).integers(1, 2**62, len(years), dtype=np.uint64)
    table = np.array([[values[n][year] for year in years] for n in chosen], dtype=np.uint64)
    with np.errstate(over="ignore"):
        hashes = (table * weights).sum(axis=1, dtype=np.uint64)
    known = _Declared(numbers, years[-2:])
    found = []
    one_of: dict[int, int] = {}
    for place, value in enumerate(hashes.tolist()):
        other = one_of.setdefault(value, place)
        if other != place:
            found.append([(chosen[place], 1), (chosen[other], -1)])
    alone = list(one_of.values())
    found += [[(chosen[n], c) for n, c in sums] for sums in _sums(hashes[alone], alone)]
    return [_words(terms) for terms in found if not known.follows([(keys[n], c) for n, c in terms])]


def _sums(hashes: np.ndarray, places: list[int]) -> Iterator[list[tuple[int, int]]]:
    first, second = np.triu_indices(len(places))
    with np.errstate(over="ignore"):
        pairs = hashes[first] + hashes[second]
    order = np.argsort(hashes, kind="stable")
    at = np.clip(np.searchsorted(hashes[order], pairs), 0, len(places) - 1)
    for pair in np.flatnonzero(hashes[order][at] == pairs):
        yield [(places[order[at[pair]]], -1), (places[first[pair]], 1), (places[second[pair]], 1)]
    by_sum = np.argsort(pairs, kind="stable")
    for here in np.flatnonzero(pairs[by_sum][1:] == pairs[by_sum][:-1]):
        a, b = by_sum[here], by_sum[here + 1]
        yield [(places[n], c) for n, c in ((first[a], 1), (second[a], 1), (first[b], -1), (second[b], -1))]


class _Declared:
    """The declared equations of a year, brought into a form in which it is easily told what follows from them."""

    def __init__(self, numbers: Numbers, years: list[int]) -> None:
        self.at = numbers.at
        self.pivots: dict[int, dict[int, int]] = {}
        # Categories without a case in any year tell nothing.
        for number, value in enumerate(numbers.values):
            if value == 0:
                self.pivots[number] = {number: 1}
        wanted = {number for key, number in numbers.at.items() if key[1] in years}
        for equation in sorted(numbers.equations, key=len):
            if any(number in wanted for number, _ in equation):
                left = self._reduced(dict(equation))
                if left:
                    pivot = min(left)
                    scale = pow(left[pivot], -1, PRIME)
                    self.pivots[pivot] = {n: c * scale % PRIME for n, c in left.items()}

    def follows(self, terms: list[tuple[NumberOf, int]]) -> bool:
        summed: dict[int, int] = defaultdict(int)
        for key, sign in terms:
            summed[self.at[key]] += sign
        return not self._reduced({n: c for n, c in summed.items() if c})

    def _reduced(self, row: dict[int, int]) -> dict[int, int]:
        row = {n: c % PRIME for n, c in row.items()}
        waiting = sorted(row, reverse=True)
        while waiting:
            number = waiting.pop()
            factor = row.get(number, 0)
            if not factor or number not in self.pivots:
                continue
            for other, c in self.pivots[number].items():
                left = (row.get(other, 0) - factor * c) % PRIME
                row[other] = left
                waiting.append(other)
            waiting = sorted({n for n in waiting if row.get(n)}, reverse=True)
        return {n: c for n, c in row.items() if c}


def _words(terms: list[tuple[tuple[str, ...], int]]) -> str:
    sides: dict[int, list[str]] = {1: [], -1: []}
    for (measure, by, category, part), sign in terms:
        sides[sign].append(f"{measure}.{part}" + (f"[{by}={category}]" if by != "all" else ""))
    return " = ".join(" + ".join(sorted(side)) for side in sides.values())
