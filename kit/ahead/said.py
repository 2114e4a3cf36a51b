"""What is said of the work ahead: the expected number with its range, what a year ago was, and what was said before."""

from collections.abc import Sequence

import polars as pl

from kit.ahead.spells import SPELLS, Spell
from kit.ahead.workload import Expected, Workload, smallest
from kit.text import count, day, decimal
from kit.warehouse.warehouse import Warehouse

WORK_SAID = {"words": pl.String(), "smallest": pl.Int64()}
DUE_SOON = """
    SELECT due_day
    FROM pending_reviews
    WHERE reporting_year = {year}
        AND due_day > as_at
        AND due_day <= as_at + 91
"""


def work_said(warehouse: Warehouse) -> pl.DataFrame:
    """Return `words`, a sentence a row, on the work after the last loaded day, and the `smallest` number in them."""
    last = warehouse.years[-1]
    found = warehouse.query_all({"spells": SPELLS, "due": DUE_SOON.format(year=last.year)})
    spells = [Spell(*row) for row in found["spells"].iter_rows()]
    due_by_law = found["due"].height
    workload = Workload(spells, warehouse.years[0].first_day, last.as_at)
    least = min((n for n in (smallest(workload) if workload.known else 0, due_by_law) if n), default=0)
    words = workload_lines(workload, due_by_law)
    return pl.DataFrame({"words": words, "smallest": [least] * len(words)}, schema=WORK_SAID)


def workload_lines(workload: Workload, due_by_law: int) -> list[str]:
    """Return sentences on the next 13 weeks: how many reviews, how many are due by law, how far off it was before.

    A year before is named as no worse if it was not further off, on average, than what is said here.
    """
    if not workload.known:
        return ["How many reviews the next weeks bring is not said: less than a year before the day is loaded."]
    now, earlier = workload.quarter(), workload.earlier()
    first = f"In the 13 weeks after {day(now.after)} about {count(round(now.value))} reviews are to be expected"
    law = f". By law {count(due_by_law)} are due. Reviews are held before their last lawful day, and children come in."
    said = [first + _range(now) + law]
    if now.lower is None:
        said.append(
            "There is no range: fewer than three years before the day are loaded, so it is not known how far off this "
            "may be."
        )
    if now.year_before is not None:
        said.append(f"In the same weeks a year before {count(now.year_before)} were held.")
    return said + _before(earlier)


def _range(one: Expected) -> str:
    if one.lower is None or one.upper is None:
        return ""
    return f" (in 8 of 10, from {count(round(one.lower))} to {count(round(one.upper))})"


def _before(earlier: Sequence[Expected]) -> list[str]:
    """Return what would have been said in earlier years and what came, and whether a year before was as near."""
    if not earlier:
        return ["It cannot be tried on an earlier year: none is loaded that has a year before it."]
    lines = [
        f"After {day(one.after)} it would have been {count(round(one.value))}{_range(one)}; {count(one.came)} came."
        for one in earlier
    ]
    ranged = [one for one in earlier if one.held is not None]
    if ranged:
        lines.append(f"The range held in {sum(bool(one.held) for one in ranged)} of {len(ranged)} years.")
    both = [one for one in earlier if one.came and one.year_before is not None]
    if both:
        ours, last = (
            100 * sum(abs(value(one) - (one.came or 0)) / (one.came or 1) for one in both) / len(both)
            for value in (lambda one: one.value, lambda one: one.year_before)
        )
        better = "is no worse" if last <= ours else "is further off"
        lines.append(
            f"Off by {decimal(ours)}% on average; “as in the same weeks a year before” by {decimal(last)}%, "
            f"which {better}."
        )
    return lines
