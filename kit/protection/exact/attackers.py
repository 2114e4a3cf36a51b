"""What a reader could work out of what is shown: how far a hidden number can move while everything adds up.

Two readers are kept out. The first knows nothing of hidden numbers but that they are 0 or more; the second knows that
none of them is 0 but those that are. A linear programme (HiGHS) says how far a number can move; if it cannot move
far enough, its reduced costs say which other numbers would have to be hidden too: a Benders cut.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import highspy

from kit.protection.exact.numbers import Equation

# So far a number may move either way, or as far as a small one has to.
FURTHEST = 12
CLOSE = 1e-6


@dataclass(frozen=True)
class Need:
    """How far the number at a place must be able to move: `by`, up or down, for one of the two readers."""

    number: int
    by: int
    up: bool
    second_reader: bool


@dataclass(frozen=True)
class Answer:
    """Whether a need is met; if it is, by which moves of numbers; otherwise a cut: number → weight, to reach `by`."""

    met: bool
    moves: dict[int, float]
    cut: dict[int, float]


class _Silent(highspy.Highs):
    """A solver that prints nothing: with callbacks enabled it prints its name, among the figures of a command."""

    def enableCallbacks(self) -> None:
        self.setOptionValue("output_flag", False)
        super().enableCallbacks()


def highs() -> highspy.Highs:
    """Return a solver that says nothing and gives the same each time: one thread, one seed."""
    solver = _Silent()
    for option, value in (("threads", 1), ("random_seed", 1), ("parallel", "off")):
        solver.setOptionValue(option, value)
    return solver


def with_possible(
    values: Sequence[int | None], members: Sequence[int], equations: Sequence[Equation]
) -> list[float | None]:
    """Return the values of `members` with possible ones in place of those that nobody knows, so that all adds up.

    Which they are does not matter: readers know them as little, and whatever adds up can be reached from any of them.
    """
    unknown = {n: at for at, n in enumerate(n for n in members if values[n] is None)}
    known: list[float | None] = [values[n] for n in members]
    if not unknown:
        return known
    solver = highs()
    solver.addVars(len(unknown), [0.0] * len(unknown), [highspy.kHighsInf] * len(unknown))
    for equation in equations:
        there = [(unknown[n], float(c)) for n, c in equation if n in unknown]
        if there:
            total = -float(sum(c * (values[n] or 0) for n, c in equation if n not in unknown))
            solver.addRow(total, total, len(there), [n for n, _ in there], [c for _, c in there])
    solver.run()
    if solver.getModelStatus() != highspy.HighsModelStatus.kOptimal:
        return known
    found = solver.getSolution().col_value
    return [found[unknown[n]] if n in unknown else values[n] for n in members]


class Reader:
    """One of the two readers, before numbers (their values, None if nobody knows) that add up in equations."""

    def __init__(
        self,
        values: Sequence[float | None],
        equations: Sequence[Equation],
        second: Sequence[bool],
        furthest: int = FURTHEST,
    ) -> None:
        self.furthest = furthest
        self.down = [float(self._down(v, s)) for v, s in zip(values, second, strict=True)]
        self.up = [0.0 if s and v == 0 else float(furthest) for v, s in zip(values, second, strict=True)]
        self.solver = highs()
        self.solver.setOptionValue("presolve", "off")
        self.solver.setOptionValue("simplex_strategy", 4)
        self.size = len(values)
        self.solver.addVars(self.size, [0.0] * self.size, [0.0] * self.size)
        for equation in equations:
            self.solver.addRow(0.0, 0.0, len(equation), [n for n, _ in equation], [float(c) for _, c in equation])
        self.hidden: list[bool] = [False] * self.size

    def _down(self, value: float | None, second: bool) -> float:
        return self.furthest if value is None else min(max(value - second, 0), self.furthest)

    def hide(self, hidden: Sequence[bool]) -> None:
        """Let the numbers that are hidden move, and no other."""
        for number, (now, before) in enumerate(zip(hidden, self.hidden, strict=True)):
            if now != before:
                self.solver.changeColBounds(number, -self.down[number] if now else 0.0, self.up[number] if now else 0.0)
        self.hidden = list(hidden)

    def ask(self, need: Need) -> Answer:
        """Return whether a number can move as far as it must, and how, or what keeps it from it."""
        number, sign = need.number, 1.0 if need.up else -1.0
        room = self.up[number] if need.up else self.down[number]
        if not self.hidden[number] or room < need.by:
            return Answer(False, {}, {})
        self.solver.changeColBounds(number, 0.0 if need.up else -need.by, need.by if need.up else 0.0)
        self.solver.changeColCost(number, -sign)
        status = self.solver.run()
        if status != highspy.HighsStatus.kOk or self.solver.getModelStatus() != highspy.HighsModelStatus.kOptimal:
            raise RuntimeError(f"The solver gave no answer: {self.solver.getModelStatus()}.")
        found = self.solver.getSolution()
        moved = sign * found.col_value[number]
        met = moved >= need.by - CLOSE
        moves = {n: v for n, v in enumerate(found.col_value) if abs(v) > CLOSE} if met else {}
        cut = {} if met else self._cut(need, found.col_dual)
        self.solver.changeColCost(number, 0.0)
        self.solver.changeColBounds(number, -self.down[number], self.up[number])
        return Answer(met, moves, cut)

    def _cut(self, need: Need, dual: Sequence[float]) -> dict[int, float]:
        # A dual below 0 keeps the number at the upper of its bounds, one above 0 at the lower.
        weights = {}
        for number, price in enumerate(dual):
            if abs(price) > CLOSE and number != need.number:
                weight = min(-price * self.up[number] if price < 0 else price * self.down[number], need.by)
                if weight > CLOSE:
                    weights[number] = weight
        return weights
