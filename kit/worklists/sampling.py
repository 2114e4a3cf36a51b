"""Drawing a stratified random sample: the same children for the same seed, whatever the order of the rows.

Children are set in a row, stratum after stratum and at random within each, and taken at equal steps from a random
start. So each stratum gives its share of the sample, rounded up or down, and every child is as likely as any other:
rounding shares by rule (largest remainders) would never draw from a stratum that is too small.
"""

import hashlib
from collections import Counter
from collections.abc import Mapping, Sequence


def draw(strata: Mapping[str, str], size: int, seed: str) -> tuple[str, ...]:
    """Return the identifiers of `size` children drawn at random, in order of identifier.

    `strata` gives each child's stratum; strata follow each other by name. A ValueError if the size is not from
    1 to the number of children.
    """
    if not 1 <= size <= len(strata):
        raise ValueError(f"a sample of {size} of {len(strata)} cannot be drawn")
    row = sorted(strata, key=lambda child: (strata[child], _number(f"{seed}:{child}"), child))
    # In whole numbers, as floats might round to the next child: the start is a 64-bit part of one step.
    start, steps = _number(seed), 2**64
    places = [(n * steps + start) * len(row) // (size * steps) for n in range(size)]
    return tuple(sorted(row[place] for place in places))


def by_stratum(strata: Mapping[str, str], drawn: Sequence[str]) -> tuple[tuple[str, int, int], ...]:
    """Return each stratum's name, how many children it has, and how many of them were drawn, in order of name."""
    everyone, taken = Counter(strata.values()), Counter(strata[child] for child in drawn)
    return tuple((name, everyone[name], taken[name]) for name in sorted(everyone))


def stratum(age_band: str, placement: str) -> str:
    """Return the stratum of a child: samples follow age and placement."""
    return f"{age_band}, {placement}"


def seed_text(year: int, seed: int) -> str:
    """Return what a draw's chance depends on: with the same number, another year draws other children."""
    return f"{year}:{seed}"


def _number(text: str) -> int:
    return int.from_bytes(hashlib.blake2b(text.encode("utf-8"), digest_size=8).digest(), "big")
