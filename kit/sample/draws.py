"""Seeded draws that are the same on every platform and Python version.

Only `Random.random()` is used, whose stream Python guarantees. Each topic has a stream of its own, so a new
extract with a new topic moves no figure that was there before.
"""

from collections.abc import Iterable, Mapping
from random import Random
from typing import TypeVar

SEED = "sample council"
T = TypeVar("T")


def stream(*topic: object) -> Random:
    """Return the stream of draws of one topic, such as ("reviews", child)."""
    return Random(":".join((SEED, *(str(part) for part in topic))))


def chance(rng: Random, share: float) -> bool:
    """Return True in `share` of all draws."""
    return rng.random() < share


def whole(rng: Random, low: int, high: int) -> int:
    """Return a whole number from `low` to `high`, both included, all equally likely."""
    return low + int(rng.random() * (high - low + 1))


def spread(rng: Random, *points: int) -> int:
    """Return a whole number from a distribution with the given, equally spaced quantiles."""
    place = rng.random() * (len(points) - 1)
    lower = int(place)
    return points[lower] + int((place - lower) * (points[lower + 1] - points[lower]))


def pick(rng: Random, weights: Mapping[T, float]) -> T:
    """Return one of the keys, each as likely as its weight."""
    total = 0.0
    for weight in weights.values():  # sum() adds floats in another way from Python 3.12 on
        total += weight
    left = rng.random() * total
    for choice, weight in weights.items():
        left -= weight
        if left < 0:
            return choice
    return list(weights)[-1]


def dealt(rng: Random, number: int, weights: Mapping[T, float]) -> list[T]:
    """Return `number` of the keys in an order drawn at random, each as often as its weight says, to the nearest one.

    Unlike `pick`, which draws afresh each time, the numbers of the keys are the same whatever the draws.
    """
    total = 0.0
    for weight in weights.values():
        total += weight
    shares = [(number * weight / total, place, key) for place, (key, weight) in enumerate(weights.items())]
    hand = [key for share, _, key in shares for _ in range(int(share))]
    by_remainder = sorted(shares, key=lambda each: (int(each[0]) - each[0], each[1]))
    return shuffled(rng, hand + [key for _, _, key in by_remainder[: number - len(hand)]])


def choose(rng: Random, items: list[T]) -> T:
    """Return one of the items, all equally likely."""
    return items[whole(rng, 0, len(items) - 1)]


def shuffled(rng: Random, items: Iterable[T]) -> list[T]:
    """Return the items in an order drawn at random."""
    keyed = [(rng.random(), n, item) for n, item in enumerate(items)]
    return [item for _, _, item in sorted(keyed, key=lambda each: each[:2])]
