"""One part of a report's numbers, which no sum joins with another: the fewest of its rows to hide.

Benders: a small programme chooses rows; whatever a reader could still work out is a cut that it must meet; until
nothing is left. Limits count rounds and nodes, never seconds, so that the same numbers give the same rows.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import highspy

from kit.protection.exact.attackers import CLOSE, FURTHEST, Need, Reader, highs
from kit.protection.exact.numbers import Equation

ROUNDS = 40
NODES = 3000
# The second reader must still think so many more possible.
BEYOND = 2


@dataclass(frozen=True)
class LinkedNumbers:
    """Numbers (values, which rows of the part print each, whether small), what they add up to, and rows' costs.

    `needed` are rows that are hidden in any case: those with a small number of their own.
    """

    values: list[float | None]
    rows: list[list[int]]
    small: list[bool]
    equations: list[Equation]
    costs: list[int]
    needed: list[int]


@dataclass
class RowsOfPart:
    """The rows to hide, whether no fewer would do, and the needs that no rows can meet."""

    hidden: list[bool]
    best: bool
    unmet: list[Need]


def choose(part: LinkedNumbers, largest: int, alike: Sequence[bool]) -> RowsOfPart:
    """Return which rows of a part to hide so that no small number, 1 to `largest`, can be worked out.

    Of the numbers that are `alike`, hidden ones do not differ from 0, so that the second reader knows no more than the
    first.
    """
    return _Search(part, largest, alike).run()


class _Search:
    def __init__(self, part: LinkedNumbers, largest: int, alike: Sequence[bool]) -> None:
        self.part = part
        furthest = max(FURTHEST, largest)
        self.readers = [
            Reader(part.values, part.equations, [second and not a for a in alike], furthest) for second in (False, True)
        ]
        self.needs: list[Need] = []
        for number, (value, small) in enumerate(zip(part.values, part.small, strict=True)):
            if small and value is not None and value > largest:
                # What has moved by a few cases since it was published: as many more or fewer must stay possible.
                self.needs += [Need(number, largest, up, False) for up in (False, True)]
            elif small and value is not None:
                wanted = [
                    Need(number, round(value) - 1, False, False),
                    Need(number, largest - round(value), True, False),
                    *([] if alike[number] and part.rows[number] else [Need(number, BEYOND, True, True)]),
                ]
                self.needs += [need for need in wanted if need.by > 0]
        self.cuts: list[tuple[dict[int, float], int]] = []
        self.known: set[tuple] = set()
        self.unmet: list[Need] = []
        self.witnesses: dict[Need, list[int]] = {}
        self.given_up = False

    def run(self) -> RowsOfPart:
        part = self.part
        hidden = [False] * len(part.costs)
        for row in part.needed:
            hidden[row] = True
        self._easy_cuts()
        if self.cuts:
            hidden = self._master(hidden) or hidden
        for round_ in range(ROUNDS + len(part.costs)):
            if not self._attack(hidden):
                break
            chosen = self._master(hidden) if round_ < ROUNDS else None
            if chosen is None:
                self.given_up = True
                chosen = self._greedy(hidden)
            hidden = chosen
        return RowsOfPart(hidden, not self.given_up, self.unmet)

    def _numbers(self, hidden: Sequence[bool]) -> list[bool]:
        return [all(hidden[row] for row in rows) for rows in self.part.rows]

    def _easy_cuts(self) -> None:
        """Of each sum with a small number, the others in it that are hidden must take up its moves."""
        around: dict[int, list[Equation]] = defaultdict(list)
        for equation in self.part.equations:
            for number, _ in equation:
                if self.part.small[number]:
                    around[number].append(equation)
        for need in self.needs:
            reader = self.readers[need.second_reader]
            for equation in around[need.number]:
                mine = dict(equation)[need.number] * (1 if need.up else -1)
                weights = {}
                for number, sign in equation:
                    if number != need.number:
                        room = reader.up[number] if sign * mine < 0 else reader.down[number]
                        if room:
                            weights[number] = min(float(abs(sign) * room), float(need.by * abs(mine)))
                self._add(need, weights, need.by * abs(mine))

    def _add(self, need: Need, weights: dict[int, float], by: int) -> bool:
        """Add a cut, unless no rows can meet it: then the need is put aside. Return whether it can be met."""
        if sum(weights.values()) < by - CLOSE:
            if need not in self.unmet:
                self.unmet.append(need)
            return False
        key = (by, tuple(sorted((n, round(w, 4)) for n, w in weights.items())))
        if key not in self.known:
            self.known.add(key)
            self.cuts.append((weights, by))
        return True

    def _attack(self, hidden: Sequence[bool]) -> bool:
        """Ask both readers; return whether any of them learns what it must not, and a cut was added for it."""
        numbers = self._numbers(hidden)
        learnt = False
        for reader in self.readers:
            reader.hide(numbers)
        for need in self.needs:
            if need in self.unmet:
                continue
            moves = self.witnesses.get(need)
            if moves is not None and all(numbers[n] for n in moves):
                continue
            answer = self.readers[need.second_reader].ask(need)
            if answer.met:
                self._remember(need, answer.moves)
            elif self._add(need, answer.cut, need.by):
                learnt = True
        return learnt

    def _remember(self, need: Need, moves: dict[int, float]) -> None:
        there = list(moves)
        for other in self.needs:
            moved = moves.get(other.number, 0.0)
            far = moved >= other.by - CLOSE if other.up else -moved >= other.by - CLOSE
            # What the second reader lets happen the first does too.
            if far and (need.second_reader or not other.second_reader):
                self.witnesses[other] = there

    def _master(self, hidden: Sequence[bool]) -> list[bool] | None:
        """Return the cheapest rows that meet all cuts, or None if the limit of work is reached."""
        part = self.part
        solver = highs()
        rows = len(part.costs)
        solver.addVars(rows, [0.0] * rows, [1.0] * rows)
        for row, cost in enumerate(part.costs):
            solver.changeColCost(row, float(cost))
            solver.changeColIntegrality(row, highspy.HighsVarType.kInteger)
        for row in part.needed:
            solver.changeColBounds(row, 1.0, 1.0)
        columns: dict[tuple[int, ...], int] = {}
        for weights, by in self.cuts:
            summed: dict[int, float] = defaultdict(float)
            for number, weight in weights.items():
                summed[self._column(solver, columns, number)] += weight
            fixed = summed.pop(-1, 0.0)
            if by - fixed > CLOSE and summed:
                least = by - fixed
                solver.addRow(
                    least, highspy.kHighsInf, len(summed), [*summed], [min(w, least) for w in summed.values()]
                )
        solver.setOptionValue("mip_rel_gap", 0.0)
        solver.setOptionValue("mip_abs_gap", 0.5)
        solver.setOptionValue("mip_max_nodes", NODES)
        solver.run()
        status = solver.getModelStatus()
        if status != highspy.HighsModelStatus.kOptimal:
            return None
        found = solver.getSolution().col_value
        return [found[row] > 0.5 for row in range(rows)]

    def _column(self, solver: highspy.Highs, columns: dict[tuple[int, ...], int], number: int) -> int:
        """Return the column of the master that says whether a number is hidden; -1 if it is in any case."""
        rows = tuple(sorted(set(self.part.rows[number]) - set(self.part.needed)))
        if not rows:
            return -1
        if len(rows) == 1:
            return rows[0]
        if rows not in columns:
            columns[rows] = solver.getNumCol()
            solver.addVar(0.0, 1.0)
            for row in rows:
                solver.addRow(-highspy.kHighsInf, 0.0, 2, [columns[rows], row], [1.0, -1.0])
        return columns[rows]

    def _greedy(self, hidden: Sequence[bool]) -> list[bool]:
        """Return the hidden rows and those that meet each cut best for their cost: safe, and some too many."""
        chosen = list(hidden)
        for weights, by in self.cuts:
            while True:
                numbers = self._numbers(chosen)
                lacking = by - sum(weight for number, weight in weights.items() if numbers[number])
                if lacking <= CLOSE:
                    break
                best = max(
                    (n for n in weights if not numbers[n]),
                    key=lambda n: (
                        min(weights[n], lacking) / sum(self.part.costs[r] for r in self.part.rows[n] if not chosen[r]),
                        -n,
                    ),
                )
                for row in self.part.rows[best]:
                    chosen[row] = True
        return chosen
