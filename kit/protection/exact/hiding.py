"""The rows of a table of results to hide: part by part, the fewest that keep both readers from every small number."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import polars as pl

from kit.measures.breakdowns import ALL
from kit.measures.measure import Measure
from kit.protection.exact.numbers import Equation, NumberOf, Numbers, numbers_of
from kit.protection.published import BOUND
from kit.protection.published import WHOLE as WHOLE_YEAR
from kit.years import label

if TYPE_CHECKING:
    from kit.protection.exact.part import RowsOfPart

# Wholes that are hidden for the sake of a number are at most so many sums away from it.
FARTHEST = 4
# What was chosen for the parts that this process has seen: most are the same when one file has changed.
MOST_KEPT = 5000
CHOSEN: dict[str, "RowsOfPart"] = {}
# What a hidden row costs: one of a breakdown, a whole, and a whole that is one of `HEADLINES`.
ROW, WHOLE, HEADLINE = 1000, 10_000, 1_000_000
# Wholes that are never hidden but for their own numbers, unless nothing else at all would do; then the later ones.
HEADLINES: tuple[str, ...] = (
    "children_looked_after",
    "children_started",
    "children_ceased",
    "children_remanded",
    "reviews_held",
    "reviews_on_time",
    "reviews_late_reasons",
    "children_reviewed_on_time",
    "children_overdue",
    "reviews_virtual",
    "decisions_sent_on_time",
    "records_sent_on_time",
    "records_late_reasons",
    "reviews_with_social_work_report",
    "children_took_part",
    "children_attended",
    "participation",
    "parents_took_part",
    "parents_not_invited",
    "send_known",
    "children_with_ehc_plan",
    "escalations_raised",
    "escalations_raised_per_100",
    "escalations_resolved",
    "escalations_resolved_on_time",
    "escalations_resolved_early",
    "escalations_learning_shared",
    "escalation_days",
)


COUNTED = ("parts", "largest", "not_best", "tables", "unprotected")
HOW_HIDDEN = {name: pl.Int64() for name in COUNTED} | {"in_conflict": pl.String()}


@dataclass
class Hiding:
    """Which rows to hide, and how that was found: parts with something small, and those in which the limit of work was
    reached, so that more may be hidden than need be. `tables` are hidden whole, as the second reader could not be kept
    out of them otherwise; `unprotected` names numbers that no choice of rows protects, `in_conflict` those left over of
    one number within another whose figures must both be published. `failed` are declared sums that do not hold.
    """

    rows: list[bool]
    parts: int = 0
    largest: int = 0
    not_best: int = 0
    tables: list[tuple[str, int, str]] = field(default_factory=list)
    unprotected: list[NumberOf] = field(default_factory=list)
    in_conflict: dict[NumberOf, None] = field(default_factory=dict)
    failed: list[str] = field(default_factory=list)

    def told(self) -> dict[str, int | str]:
        """Return how many parts, rows in the largest, parts not proved best, tables hidden whole, and numbers that no
        choice of rows protects; and in words those in conflict, with "; " between them."""
        counts = self.parts, self.largest, self.not_best, len(self.tables), len(self.unprotected)
        said = [f"{name.removeprefix('rest of ')}, {label(year)}" for name, year, *_ in self.in_conflict]
        return {**dict(zip(COUNTED, counts, strict=True)), "in_conflict": "; ".join(said)}


def rows_to_hide(
    results: pl.DataFrame,
    measures: Mapping[str, Measure],
    small: pl.Series,
    largest: int,
    day: int = WHOLE_YEAR,
    must_publish: Collection[str] = (),
    hide_not_recorded: bool = False,
) -> Hiding:
    """Return the rows to hide of a table: all with a small number, and the fewest others that protect these.

    `small` says of each row which of its numbers are small ("", "N", "DR", …), `largest` is the largest that is. Wholes
    are hidden for their own small numbers only, unless no rows of breakdowns would protect another number. What earlier
    publications settled is settled (`kit.protection.published`); `day` says how far into their years the figures go.
    The wholes of `HEADLINES`, and of measures that `must_publish` names, of the newest year and the one before are
    never hidden for what is left over of one within another. That somebody's record says nothing is taken to be
    nothing about them, unless `hide_not_recorded`.
    """
    bound = {name: results[name].to_list() if name in results.columns else [False] * results.height for name in BOUND}
    rows = [
        bool(text) or hidden or moved
        for text, hidden, moved in zip(small, bound["stays_hidden"], bound["moved"], strict=True)
    ]
    if results.is_empty() or not (largest or any(rows)):
        return Hiding(rows)
    numbers = numbers_of(results, measures, small, largest, day, hide_not_recorded)
    table = results.select("measure", "year", "breakdown").rows()
    newest = max(year for _, year, _ in table)
    headlines = (*HEADLINES, *(name for name in must_publish if name not in HEADLINES))
    kept = [by == ALL and name in headlines and year >= newest - 1 for name, year, by in table]
    # What readers have cannot be taken back; a row that is small by now is hidden all the same.
    had = [shown and not hidden for shown, hidden in zip(bound["stays_shown"], rows, strict=True)]
    by_table: dict[tuple[str, int, str], list[int]] = defaultdict(list)
    for row, of in enumerate(table):
        by_table[of].append(row)
    coarse: dict[tuple[str, int, str], None] = {}
    wholes: set[int] = set()
    # How many sums away from a number wholes may be hidden for its sake.
    reach: dict[int, int] = defaultdict(int)
    while True:
        found = Hiding([hidden or table[row] in coarse for row, hidden in enumerate(rows)], tables=list(coarse))
        found.failed = numbers.unmet
        found.rows = [hidden and not had[row] for row, hidden in enumerate(found.rows)]
        shown = [
            had[row] or (of[2] == ALL and not found.rows[row] and row not in wholes) for row, of in enumerate(table)
        ]
        before = len(coarse), len(wholes)
        for members, equations in _parts(numbers, shown):
            if any(numbers.small[n] for n in members):
                unmet = _hide_in(found, numbers, members, equations, table, largest, headlines)
                for number, second_reader in unmet:
                    freed = {table[row]: None for row in numbers.rows[number] if table[row][2] != ALL}
                    freed = {of: None for of in freed if not any(had[row] for row in by_table[of])}
                    if second_reader and not freed.keys() <= coarse.keys():
                        coarse |= freed
                    elif number in numbers.left_over:
                        # What nobody prints is told by the figures of its own sum, if by any.
                        fixed = [keeps or has for keeps, has in zip(kept, had, strict=True)]
                        if (
                            not _free_more(numbers, number, table, fixed, wholes, reach, 1)
                            and numbers.names[number][1] > 0
                        ):
                            found.in_conflict[numbers.names[number]] = None
                    elif not _free_more(numbers, number, table, had, wholes, reach):
                        # All that could move with it; what is shown elsewhere may still narrow it.
                        found.unprotected.append(numbers.names[number])
                        for row in {row for n in members for row in numbers.rows[n]}:
                            found.rows[row] = not had[row]
        if before == (len(coarse), len(wholes)):
            return found


def _free_more(
    numbers: Numbers,
    number: int,
    table: Sequence[tuple[str, int, str]],
    fixed: Sequence[bool],
    wholes: set[int],
    reach: dict[int, int],
    farthest: int = FARTHEST,
) -> bool:
    """Free the nearest wholes that are not free yet, by the sums that join them with a number; return whether any."""
    around = {number}
    for step in range(1, farthest + 1):
        around |= {n for equation in numbers.equations if not around.isdisjoint(dict(equation)) for n, _ in equation}
        if step > reach[number]:
            nearest = {
                row for n in around for row in numbers.rows[n] if table[row][2] == ALL and not fixed[row]
            } - wholes
            if nearest:
                reach[number] = step
                wholes |= nearest
                return True
    return False


def _parts(numbers: Numbers, shown: Sequence[bool]) -> list[tuple[list[int], list[Equation]]]:
    """Return the numbers that sums and rows join, those that are shown in any case left out; and the sums."""
    free = [not any(shown[row] for row in rows) for rows in numbers.rows]
    leads = list(range(len(numbers.values)))

    def lead(number: int) -> int:
        while leads[number] != number:
            leads[number] = leads[leads[number]]
            number = leads[number]
        return number

    of_row: dict[int, int] = {}
    groups = [[n for n, _ in equation if free[n]] for equation in numbers.equations]
    for number, rows in enumerate(numbers.rows):
        if free[number]:
            groups += [[number, of_row.setdefault(row, number)] for row in rows]
    for group in groups:
        for other in group[1:]:
            leads[lead(other)] = lead(group[0])
    members: dict[int, list[int]] = defaultdict(list)
    for number in range(len(leads)):
        if free[number]:
            members[lead(number)].append(number)
    equations: dict[int, list[Equation]] = defaultdict(list)
    for equation in numbers.equations:
        for first in [n for n, _ in equation if free[n]][:1]:
            equations[lead(first)].append(equation)
    return [(numbers_in, equations[at]) for at, numbers_in in members.items()]


def _hide_in(
    found: Hiding,
    numbers: Numbers,
    members: list[int],
    equations: list[Equation],
    table: Sequence[tuple[str, int, str]],
    largest: int,
    headlines: Sequence[str],
) -> list[tuple[int, bool]]:
    """Hide the rows of one part; return the numbers that this does not protect, each with from which reader."""
    # Only if something is to be hidden: the solver takes a tenth of a second to load.
    from kit.protection.exact.attackers import with_possible
    from kit.protection.exact.part import LinkedNumbers, choose

    place = {n: i for i, n in enumerate(members)}
    rows = sorted({row for n in members for row in numbers.rows[n]})
    row_at = {row: i for i, row in enumerate(rows)}
    inside = list(dict.fromkeys(tuple((place[n], c) for n, c in e if n in place) for e in equations))
    values = with_possible(numbers.values, members, equations)
    costs = []
    sizes: dict[int, int] = defaultdict(int)
    for n in members:
        for row in numbers.rows[n]:
            sizes[row] = max(sizes[row], numbers.values[n] or 0)
    for row in rows:
        measure, _, by = table[row]
        cost = ROW if by != ALL else WHOLE
        if by == ALL and measure in headlines:
            cost = HEADLINE + HEADLINE // 10 * (len(headlines) - headlines.index(measure))
        # Of two that would do, the one of fewer cases.
        costs.append(cost + min(sizes[row], 400) // 40)
    part = LinkedNumbers(
        values,
        [[row_at[row] for row in numbers.rows[n]] for n in members],
        [numbers.small[n] for n in members],
        inside,
        costs,
        [row_at[row] for row in rows if found.rows[row]],
    )
    # Of a table that is hidden whole nobody knows that a number is not 0.
    alike = [all(table[row] in found.tables for row in numbers.rows[n]) for n in members]
    key = repr((part, alike, largest))
    if key not in CHOSEN:
        if len(CHOSEN) == MOST_KEPT:
            CHOSEN.clear()
        CHOSEN[key] = choose(part, largest, alike)
    choice = CHOSEN[key]
    found.parts += 1
    found.largest = max(found.largest, len(rows))
    found.not_best += not choice.best
    for i, row in enumerate(rows):
        found.rows[row] |= choice.hidden[i]
    return [(members[need.number], need.second_reader) for need in choice.unmet]
