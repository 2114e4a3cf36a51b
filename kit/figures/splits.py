"""What changed: a difference of two years split by one breakdown, exactly: Kitagawa's parts, or new, gone, stayed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from kit.figures.figure import Figure

ZERO = Fraction(0)


@dataclass(frozen=True)
class Part:
    """A category's part in a change: of a share by another mix and by another rate, in percentage points; of a count
    how many more or fewer, as `mix` if the category is new or gone, as `rate` if it is in both years."""

    category: str
    mix: Fraction
    rate: Fraction

    @property
    def both(self) -> Fraction:
        return self.mix + self.rate


@dataclass(frozen=True)
class Split:
    """A change and its parts, which add up to it exactly."""

    change: Fraction
    parts: tuple[Part, ...]

    @property
    def mix(self) -> Fraction:
        return sum((part.mix for part in self.parts), ZERO)

    @property
    def rate(self) -> Fraction:
        return sum((part.rate for part in self.parts), ZERO)


def split_share(now: Sequence[Figure], then: Sequence[Figure], wholes: tuple[Figure, Figure]) -> Split | None:
    """Return how far a share moved because groups have another weight, and how far because their shares are others.

    Kitagawa (1955), *Components of a difference between two rates*: of each group the change of its weight times by how
    much the mean of its two shares is above that of the wholes (mix), and the change of its share times the mean of its
    two weights (rate). A group without a case in one year has that year's share from the other, so that all of its part
    is mix. `wholes` are this year's and that year's. None if a part is hidden or not known, or if the groups do not add
    up to the whole.
    """
    found = [_sums(figures, whole) for figures, whole in zip((now, then), wholes, strict=True)]
    if found[0] is None or found[1] is None:
        return None
    (new, n1), (old, n0) = ((sums, sum(d for _, d in sums.values())) for sums in found if sums is not None)
    # Weights add up to one in both years, so that what is taken from each share here takes nothing from the sum.
    middle = (Fraction(wholes[0].numerator or 0, n1) + Fraction(wholes[1].numerator or 0, n0)) / 2
    parts = []
    for category in sorted({*new, *old}):
        (x1, d1), (x0, d0) = new.get(category, (0, 0)), old.get(category, (0, 0))
        if not d1 and not d0:
            continue
        p1 = Fraction(x1, d1) if d1 else Fraction(x0, d0)
        p0 = Fraction(x0, d0) if d0 else p1
        w1, w0 = Fraction(d1, n1), Fraction(d0, n0)
        parts.append(Part(category, 100 * (w1 - w0) * ((p1 + p0) / 2 - middle), 100 * (p1 - p0) * (w1 + w0) / 2))
    change = 100 * (Fraction(wholes[0].numerator or 0, n1) - Fraction(wholes[1].numerator or 0, n0))
    split = Split(change, tuple(parts))
    assert split.mix + split.rate == change
    return split


def split_count(now: Sequence[Figure], then: Sequence[Figure], wholes: tuple[Figure, Figure]) -> Split | None:
    """Return by how much each group moved a count: as `mix` if it is new or gone, as `rate` if it stayed.

    None if a part is hidden or not known, or the groups do not add up to the whole.
    """
    counts = [_counts(figures, whole) for figures, whole in zip((now, then), wholes, strict=True)]
    if counts[0] is None or counts[1] is None:
        return None
    new, old = counts[0], counts[1]
    parts = []
    for category in sorted({*new, *old}):
        one, other = new.get(category, 0), old.get(category, 0)
        if one or other:
            moved = Fraction(one - other)
            parts.append(Part(category, *((ZERO, moved) if one and other else (moved, ZERO))))
    return Split(Fraction((wholes[0].numerator or 0) - (wholes[1].numerator or 0)), tuple(parts))


def _sums(figures: Sequence[Figure], whole: Figure) -> Mapping[str, tuple[int, int]] | None:
    sums = {f.category: (f.numerator or 0, f.denominator or 0) for f in figures}
    known = all(f.value is not None or f.note == "no cases" for f in figures) and whole.value is not None
    added = tuple(sum(column) for column in zip(*sums.values(), strict=True)) if sums else (0, 0)
    return sums if known and added == (whole.numerator, whole.denominator) and whole.denominator else None


def _counts(figures: Sequence[Figure], whole: Figure) -> Mapping[str, int] | None:
    counts = {f.category: f.numerator or 0 for f in figures}
    known = all(f.value is not None for f in (*figures, whole))
    return counts if known and sum(counts.values()) == whole.numerator else None
