"""What is said of the work ahead: the expected number with its range, what a year ago was, and what was said before."""

from collections.abc import Sequence
from datetime import timedelta

import polars as pl

from kit.ahead.spells import SPELLS, Spell
from kit.ahead.workload import Expected, Workload, smallest
from kit.text import count, day, decimal, listed
from kit.warehouse.warehouse import Warehouse

WORK_SAID = {"words": pl.String(), "smallest": pl.Int64(), "if_small": pl.String()}
# `as_at` is the day after which the weeks come.
WEEKS_SAID = {
    "as_at": pl.Date(),
    "from_day": pl.Date(),
    "to_day": pl.Date(),
    "expected": pl.Float64(),
    "lower": pl.Float64(),
    "upper": pl.Float64(),
}
NOT_SHOWN = "What is due by law in them is not shown, as it rests on small numbers."
# Those of 13 weeks, of later ones, and those overdue: they make up the children looked after.
DUE_BY_LAW = """
    SELECT
        count(*) FILTER (due_day > as_at AND due_day <= as_at + 91) AS soon,
        count(*) FILTER (due_day > as_at + 91) AS later,
        count(*) FILTER (due_day <= as_at) AS overdue
    FROM pending_reviews
    WHERE reporting_year = {year}
"""


def work_said(warehouse: Warehouse) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Return what is said of the work after the last loaded day, and what is expected in each of its 13 weeks.

    A row of the first is a sentence (`words`), with the `smallest` number on which it rests, and what is said if that
    is too small to show.
    """
    last = warehouse.years[-1]
    found = warehouse.query_all({"spells": SPELLS, "due": DUE_BY_LAW.format(year=last.year)})
    spells = [Spell(*row) for row in found["spells"].iter_rows()]
    ((soon, later, overdue),) = found["due"].iter_rows()
    workload = Workload(spells, warehouse.years[0].first_day, last.as_at)
    least = smallest(workload) if workload.known else 0
    words = workload_lines(workload, law_line(soon, overdue))
    rows = [(line, least, "") for line in words]
    if workload.known:
        # Each could be worked out of the others and the children looked after.
        rows[1] = (words[1], min((n for n in (least, soon, later, overdue) if n), default=0), NOT_SHOWN)
    weeks = [
        (last.as_at, one.after + timedelta(1), one.last, one.value, one.lower, one.upper)
        for one in (workload.weeks() if workload.known else ())
    ]
    said = pl.DataFrame(rows, schema=WORK_SAID, orient="row")
    return said, pl.DataFrame(weeks, schema=WEEKS_SAID, orient="row")


def protect_work(said: pl.DataFrame, hide_up_to: int) -> pl.DataFrame:
    """Return what may be said of the work: no sentence that rests on a small number, and no such number."""
    small = pl.col("smallest").is_between(1, hide_up_to)
    # With none of it shown, what is said instead of some of it would be of nothing.
    instead = pl.when((~small).any()).then("if_small").otherwise(pl.lit(""))
    return said.with_columns(
        pl.when(small).then(instead).otherwise("words").alias("words"),
        pl.when(~small).then("smallest").alias("smallest"),
        pl.lit("").alias("if_small"),
    ).filter(pl.col("words") != "")


def law_line(soon: int, overdue: int, on_the_day: int = 0) -> str:
    """Return how many reviews are due by law in 13 weeks, on the day itself and before it, and why more are held."""
    said = [f"{_are(soon)} due in them"]
    said += [f"{_are(on_the_day)} due on the day itself"] if on_the_day else []
    return (
        f"By law {listed([*said, f'{_are(overdue)} overdue'])}. Reviews are held before their last lawful day, and "
        "children come in."
    )


def workload_lines(workload: Workload, due_by_law: str) -> list[str]:
    """Return sentences on the next 13 weeks: how many reviews, what is due by law, how far off it was before.

    A year before is named as no worse if it was not further off, on average, than what is said here.
    """
    if not workload.known:
        return ["How many reviews the next weeks bring is not said: less than a year before the day is loaded."]
    now, earlier = workload.quarter(), workload.earlier()
    number = round(now.value)
    reviews = "1 review is" if number == 1 else f"{count(number)} reviews are"
    said = [
        f"In the 13 weeks after {day(now.after)} about {reviews} to be expected{_range(now)}.",
        due_by_law,
    ]
    if now.lower is None:
        said.append(
            "There is no range: fewer than three years before the day are loaded, so it is not known how far off this "
            "may be."
        )
    if now.year_before is not None:
        was = "1 was" if now.year_before == 1 else f"{count(now.year_before)} were"
        said.append(f"In the same weeks a year before {was} held.")
    return [*said, *_before(earlier), *_weeks_before(workload.earlier_weeks())]


def _are(number: int) -> str:
    return "none is" if number == 0 else "1 is" if number == 1 else f"{count(number)} are"


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


def _weeks_before(years: Sequence[Sequence[Expected]]) -> list[str]:
    """Return how far off single weeks would have been after each earlier day, and how many their ranges held."""
    said, held = [], []
    for weeks in years:
        off = [one.off for one in weeks if one.off is not None]
        inside = [one.held for one in weeks if one.held is not None]
        words = f"by {decimal(sum(off) / len(off))} after {day(weeks[0].after)}"
        said.append(f"{words} ({sum(inside)} of {len(inside)} in their range)" if inside else words)
        held += inside
    if not said:
        return []
    tried = f" Of all these, {sum(held)} of {len(held)} were in their range." if held else ""
    return [f"One week with another, it would have been off {'; '.join(said)}.{tried}"]
