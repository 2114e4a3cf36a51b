"""How many reviews will be held in which week: worked out week by week from the children waiting and those who come.

In each week a review waited for is held with the chance with which past reviews were, so many days before (or after)
their due day. Children leave, and come, as they did in the quarters looked back on. Nothing is drawn at random.
"""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from math import exp

from kit.ahead.spells import AFTER_FIRST, AFTER_LATER, AFTER_START, FIRST, LATER, REVIEW_KINDS, Spell

WEEKS = 13
QUARTER = timedelta(weeks=WEEKS)
# Due days further off are one: overdue by more weeks, or due in more.
LEAST, MOST = -26, 28
# How many wait (or how many days they waited), by what for and by whole weeks to the due day.
State = list[list[float]]


def nothing() -> State:
    """Return a state in which nobody waits."""
    return [[0.0] * (MOST - LEAST + 1) for _ in REVIEW_KINDS]


def place(days: int) -> int:
    """Return the place in a state of so many days to the due day."""
    return min(max(days // 7, LEAST), MOST) - LEAST


@dataclass
class Quarter:
    """What happened in 13 weeks: days waited and reviews held by week to the due day, who left, and who came."""

    waited: State = field(default_factory=nothing)
    held: State = field(default_factory=nothing)
    left: list[int] = field(default_factory=lambda: [0] * len(REVIEW_KINDS))
    arrived: int = 0


@dataclass(frozen=True)
class Chances:
    """The chance on a day that a review is held, by week to its due day; that the child leaves; and how many come."""

    held: State
    left: list[float]
    arrive: float


def past_quarters(spells: Iterable[Spell], as_at: date, number: int) -> list[Quarter]:
    """Return what happened in the last so many quarters of 13 weeks up to a day, the newest first."""
    quarters = [Quarter() for _ in range(number)]
    # Days are numbers here, as they are many; the first is in no quarter.
    last = as_at.toordinal()
    edges = [last - QUARTER.days * n for n in range(number, -1, -1)]
    for spell in spells:
        start, due = spell.start.toordinal(), spell.due.toordinal()
        stopped = spell.stop.toordinal() if spell.stop else None
        if start > last or (stopped and stopped <= edges[0]):
            continue
        ended = stopped if stopped and stopped <= last else None
        if spell.arrives and start > edges[0]:
            quarters[number - bisect_left(edges, start)].arrived += 1
        if ended:
            quarter = quarters[number - bisect_left(edges, ended)]
            if spell.held:
                quarter.held[spell.waits_for][place(due - ended)] += 1
            else:
                quarter.left[spell.waits_for] += 1
        day, stop = max(start, edges[0]), ended or last
        n = bisect_left(edges, day + 1)
        while day < stop:
            to_due = due - day - 1
            # Up to the last day with as many whole weeks to the due day, and no further than the quarter.
            until = min(stop, edges[n], day + to_due % 7 + 1)
            quarters[number - n].waited[spell.waits_for][place(to_due)] += until - day
            day = until
            n += day == edges[n]
    return quarters


def chances(quarters: Sequence[Quarter]) -> Chances:
    """Return what the quarters together make likely."""
    held, waited = nothing(), nothing()
    for quarter in quarters:
        for kind in REVIEW_KINDS:
            for n, (h, w) in enumerate(zip(quarter.held[kind], quarter.waited[kind], strict=True)):
                held[kind][n] += h
                waited[kind][n] += w
    left = [sum(q.left[kind] for q in quarters) / max(sum(waited[kind]), 1) for kind in REVIEW_KINDS]
    rates = [[h / w if w else 0.0 for h, w in zip(held[k], waited[k], strict=True)] for k in REVIEW_KINDS]
    return Chances(rates, left, sum(q.arrived for q in quarters) / (len(quarters) * QUARTER.days))


def waiting(spells: Iterable[Spell], day: date) -> State:
    """Return who waits at the end of a day."""
    state = nothing()
    for spell in spells:
        if spell.start <= day and (spell.stop is None or spell.stop > day):
            state[spell.waits_for][place((spell.due - day).days)] += 1
    return state


def expected(state: State, likely: Chances, weeks: int) -> list[float]:
    """Return how many reviews are to be expected in each of the next weeks; `state` is who waits before the first."""
    found = []
    for _ in range(weeks):
        following, total = nothing(), 0.0
        for kind in REVIEW_KINDS:
            held = 0.0
            for n, number in enumerate(state[kind]):
                if not number:
                    continue
                # For half of the week the due day is a whole week nearer.
                nearer = max(n - 1, 0)
                review = 7 * (likely.held[kind][n] + likely.held[kind][nearer]) / 2
                either = review + 7 * likely.left[kind]
                ended = number * (1 - exp(-either))
                held += ended * review / either if either else 0.0
                following[kind][nearer] += number - ended
            _begin(following[min(kind + 1, LATER)], held, AFTER_LATER if kind else AFTER_FIRST)
            total += held
        _begin(following[FIRST], 7 * likely.arrive, AFTER_START)
        state = following
        found.append(total)
    return found


def _begin(waits: list[float], number: float, due: int) -> None:
    """Let so many begin, on one day of a week as on another, to wait for what is due so many days later."""
    for passed in range(7):
        waits[place(due - passed)] += number / 7
