"""The least and the greatest that each hidden number can be, for either reader, with whole tables that prove it.

A linear programme (HiGHS) looks for the ends. What it finds is a table of whole numbers in which all that was published
adds up: a witness for every number in it, so that most ends need no programme of their own.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

import highspy

from kit.protection.exact.attackers import CLOSE, highs
from kit.protection.exact.declared import PARTS
from kit.publishing.audit.known import Adding, Unknown

INFINITE = highspy.kHighsInf
# Ends are looked for up to so many more than are hidden: a number that may be more is protected.
BEYOND = 2
# What is spent on a table of whole numbers, if the solver's was not one.
NODES = 500
FIRST, SECOND = 0, 1


@dataclass
class Ends:
    """Between which a number must be, for the first and the second reader; None is "or more".

    `low` and `high` are the places of tables in which it is as little, and as much, as the first reader thinks
    possible; -1 if none was found.
    """

    least: list[int] = field(default_factory=lambda: [0, 0])
    greatest: list[int | None] = field(default_factory=lambda: [None, None])
    low: int = -1
    high: int = -1


@dataclass
class Possible:
    """The ends of each number that was asked for, by its place, and the tables that prove them.

    A table gives whole numbers, by place, to all unknown numbers of one part. `dropped` are sums that cannot hold, and
    `programmes` says how many were solved.
    """

    ends: dict[int, Ends] = field(default_factory=dict)
    tables: list[dict[int, int]] = field(default_factory=list)
    dropped: list[str] = field(default_factory=list)
    programmes: int = 0


def possible(
    unknown: Unknown,
    asked: Collection[int],
    nothing: Collection[int],
    alike: Collection[int],
    largest: int,
    told: Mapping[int, int] | None = None,
) -> Possible:
    """Return between which each of the numbers that are `asked` for must be.

    The second reader knows that of the hidden numbers those in `nothing` are 0 and no other is, but for those that are
    `alike`. Ends beyond `largest` and two more are not looked for. If readers are `told` some numbers besides, only
    their parts are looked at.
    """
    found = Possible()
    wanted = set(asked)
    # What came between two days is in no row: nobody knows that it is not 0.
    hidden = {unknown.at[key] for key in unknown.hidden if key in unknown.at and key[4] in PARTS.values()}
    floors = {n: 0.0 if n in nothing else 1.0 for n in hidden if n not in alike}
    for members, sums in parts_of(unknown):
        inside = [n for n in members if n in wanted]
        given = {n: float(told[n]) for n in members if n in told} if told else {}
        if inside and (given or not told):
            _Part(members, sums, floors, given, largest, found).look(inside)
    used = sorted({table for ends in found.ends.values() for table in (ends.low, ends.high)} - {-1})
    places = {table: n for n, table in enumerate(used)} | {-1: -1}
    for ends in found.ends.values():
        ends.low, ends.high = places[ends.low], places[ends.high]
    found.tables = [found.tables[table] for table in used]
    return found


def parts_of(unknown: Unknown) -> list[tuple[list[int], list[Adding]]]:
    """Return the unknown numbers that sums join, and the sums of each part."""
    leads = [*range(len(unknown.names))]

    def lead(number: int) -> int:
        while leads[number] != number:
            leads[number] = leads[leads[number]]
            number = leads[number]
        return number

    for one in unknown.sums:
        first, *others = (n for n, _ in one.terms)
        for other in others:
            leads[lead(other)] = lead(first)
    members: dict[int, list[int]] = defaultdict(list)
    for number in range(len(leads)):
        members[lead(number)].append(number)
    sums: dict[int, list[Adding]] = defaultdict(list)
    for one in unknown.sums:
        sums[lead(one.terms[0][0])].append(one)
    return [(numbers, sums[at]) for at, numbers in members.items()]


class _Part:
    """Unknown numbers that sums join, before both readers."""

    def __init__(
        self,
        members: list[int],
        sums: list[Adding],
        floors: dict[int, float],
        given: dict[int, float],
        largest: int,
        found: Possible,
    ) -> None:
        self.members, self.sums, self.largest, self.found = members, sums, largest, found
        self.place = {n: i for i, n in enumerate(members)}
        # By reader the bounds of each number.
        first = [(given.get(n, 0.0), given.get(n, INFINITE)) for n in members]
        second = [(floors.get(n, 0.0), 0.0 if floors.get(n) == 0.0 else INFINITE) for n in members]
        second = [told if told[1] != INFINITE else believed for told, believed in zip(first, second, strict=True)]
        self.bounds = [first, second]
        self.seen: dict[int, list[float]] = {}
        self.solver = self._model(sums)
        if not self._solve():
            self._drop_what_cannot_hold()

    def look(self, asked: Sequence[int]) -> None:
        """Find the ends of the numbers that are `asked` for: what the second reader thinks possible, the first does."""
        self.seen = {n: [INFINITE, -INFINITE] for n in asked}
        self.found.ends |= {n: Ends() for n in asked}
        for reader in (SECOND, FIRST):
            for i, (low, high) in enumerate(self.bounds[reader]):
                self.solver.changeColBounds(i, low, high)
            if reader == SECOND and not self._solve():
                # Some number is 0 that this reader takes for more: what it believes tells it nothing here.
                continue
            for n in asked:
                self._ends_of(n, reader)

    def _ends_of(self, n: int, reader: int) -> None:
        i, ends = self.place[n], self.found.ends[n]
        low, high = self.bounds[reader][i]
        cap = self.largest + BEYOND
        if self.seen[n][0] > max(low, 1.0) + CLOSE:
            self._end(i, 1.0)
        ends.least[reader] = -int(-(self.seen[n][0] - CLOSE) // 1)
        if ends.least[reader] > self.largest:
            return
        if self.seen[n][1] < cap - CLOSE:
            self.solver.changeColBounds(i, low, min(high, float(cap)))
            self._end(i, -1.0)
            self.solver.changeColBounds(i, low, high)
        most = self.seen[n][1]
        ends.greatest[reader] = None if most >= cap - CLOSE else int(most + CLOSE)
        if ends.least[reader] == 1 and ends.greatest[reader] is not None and low < self.seen[n][0]:
            # One is little enough, unless it can be no more than a small number: then 0 tells it from one.
            self._end(i, 1.0)
            ends.least[reader] = -int(-(self.seen[n][0] - CLOSE) // 1)

    def _end(self, i: int, sign: float) -> None:
        self.solver.changeColCost(i, sign)
        if not self._solve():
            raise RuntimeError(f"The solver gave no answer: {self.solver.getModelStatus()}.")
        values = self.solver.getSolution().col_value
        whole = all(abs(value - round(value)) <= CLOSE for value in values)
        self._see(values, whole=whole)
        if not whole and (better := self._whole_numbers()):
            self._see(better, whole=True)
        self.solver.changeColCost(i, 0.0)

    def _see(self, values: Sequence[float], *, whole: bool) -> None:
        """Remember of a table how little and how much numbers may be; it is a proof if its numbers are whole."""
        table, kept = len(self.found.tables), False
        for n, seen in self.seen.items():
            value, ends = values[self.place[n]], self.found.ends[n]
            seen[0], seen[1] = min(seen[0], value), max(seen[1], value)
            if whole:
                if ends.low < 0 or value < self.found.tables[ends.low][n] - CLOSE:
                    ends.low, kept = table, True
                if ends.high < 0 or value > self.found.tables[ends.high][n] + CLOSE:
                    ends.high, kept = table, True
        if kept:
            self.found.tables.append({n: round(values[i]) for n, i in self.place.items()})

    def _whole_numbers(self) -> Sequence[float]:
        """Return the best table of whole numbers for what the solver is looking for; none if that is too much work."""
        places = range(len(self.members))
        for i in places:
            self.solver.changeColIntegrality(i, highspy.HighsVarType.kInteger)
        self.solver.setOptionValue("mip_max_nodes", NODES)
        values = self.solver.getSolution().col_value if self._solve() else []
        for i in places:
            self.solver.changeColIntegrality(i, highspy.HighsVarType.kContinuous)
        return values

    def _model(self, sums: Sequence[Adding]) -> highspy.Highs:
        solver = highs()
        # One programme is like the one before but for what it looks for: it goes on from the end of that.
        solver.setOptionValue("presolve", "off")
        solver.setOptionValue("simplex_strategy", 4)
        size = len(self.members)
        solver.addVars(size, [low for low, _ in self.bounds[FIRST]], [high for _, high in self.bounds[FIRST]])
        for one in sums:
            places, signs = [self.place[n] for n, _ in one.terms], [float(c) for _, c in one.terms]
            solver.addRow(float(one.total), float(one.total), len(places), places, signs)
        return solver

    def _solve(self) -> bool:
        self.found.programmes += 1
        self.solver.run()
        return bool(self.solver.getModelStatus() == highspy.HighsModelStatus.kOptimal)

    def _drop_what_cannot_hold(self) -> None:
        """Leave out the sums that keep all from adding up, as few cases of them as can be: readers see it too."""
        self.solver = self._model([])
        size = len(self.members)
        for n, one in enumerate(self.sums):
            more, less = size + 2 * n, size + 2 * n + 1
            self.solver.addVars(2, [0.0, 0.0], [INFINITE] * 2)
            for place in (more, less):
                self.solver.changeColCost(place, 1.0)
            places = [*(self.place[m] for m, _ in one.terms), more, less]
            signs = [*(float(c) for _, c in one.terms), 1.0, -1.0]
            self.solver.addRow(float(one.total), float(one.total), len(places), places, signs)
        self._solve()
        values = self.solver.getSolution().col_value
        failed = {n for n in range(len(self.sums)) if values[size + 2 * n] + values[size + 2 * n + 1] > CLOSE}
        self.found.dropped += [self.sums[n].said for n in sorted(failed)]
        self.sums = [one for n, one in enumerate(self.sums) if n not in failed]
        self.solver = self._model(self.sums)
        if not self._solve():
            raise RuntimeError("The solver found no table in which what was published adds up.")
