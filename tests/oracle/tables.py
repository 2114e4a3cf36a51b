"""Turns cases into rows of results: one shape for every measure (definitions, section 4)."""

from collections.abc import Callable
from dataclasses import dataclass, field
from fractions import Fraction
from math import sqrt

from tests.oracle.days import last_day_of
from tests.oracle.labels import Groups, fixed_categories
from tests.oracle.year import KnownYear

Z = 1.959963984540054

NEEDED_BY_BREAKDOWN = {
    "mode": "review_details.mode",
    "care_plan": "review_details.care_plan",
    "social_work_report": "review_details.social_work_report",
    "permanence_plan": "care_plans.permanence_plan",
    "late_reason": "review_details",
    "record_late_reason": "review_details",
    "sen_provision": "send",
    "primary_need": "send",
    "disability": "send",
}


@dataclass(frozen=True)
class Case:
    """One thing in a measure's denominator; `counts` says whether it is in the numerator too.

    `groups` names the categories to which it belongs, by breakdown.
    """

    counts: bool = True
    groups: Groups = field(default_factory=dict)


@dataclass(frozen=True)
class Measure:
    """What is counted: `cases` gives a year's cases; without its `needs` (extracts, columns) it is not supplied.

    `breakdowns` and `needs` are names with a space between. `row` gives the numbers of cases that are neither a count
    nor a share. With `whole_years` a part of a year says nothing.
    """

    name: str
    kind: str
    cases: Callable[[KnownYear], list[Case]]
    breakdowns: str = ""
    needs: str | None = None
    row: Callable[[list[Case]], dict] | None = None
    whole_years: bool = False


def rows_of(measure: Measure, years: list[KnownYear]) -> list[dict]:
    """Return the rows of a count or a share, for every loaded year, whole and breakdowns."""
    rows = []
    notes = {known.year: _note(measure, known) for known in years}
    cases = {known.year: measure.cases(known) for known in years if not notes[known.year]}
    for known in years:
        if known.year in cases:
            rows.append(_row(measure, known.year, "all", "all", cases[known.year]))
        else:
            rows.append(empty_row(measure.name, known.year, "all", "all", notes[known.year]))
    for breakdown in measure.breakdowns.split():
        needed = NEEDED_BY_BREAKDOWN.get(breakdown)
        told = [known.year for known in years if known.year in cases and _supplied(known, needed)]
        seen = {c for year in told for case in cases[year] for c in case.groups[breakdown]}
        if breakdown in ("month", "quarter"):
            seen = set()
        for known in years:
            for category in sorted(seen | set(fixed_categories(breakdown, known.year, known.last_day))):
                if known.year in told:
                    inside = [c for c in cases[known.year] if category in c.groups[breakdown]]
                    rows.append(_row(measure, known.year, breakdown, category, inside))
                else:
                    note = notes[known.year] or "not supplied"
                    rows.append(empty_row(measure.name, known.year, breakdown, category, note))
    return rows


def _note(measure: Measure, known: KnownYear) -> str:
    if not _supplied(known, measure.needs):
        return "not supplied"
    return "not known" if measure.whole_years and known.last_day != last_day_of(known.year) else ""


def _supplied(known: KnownYear, needs: str | None) -> bool:
    return needs is None or all(need in known.supplied for need in needs.split())


def _row(measure: Measure, year: int, breakdown: str, category: str, cases: list[Case]) -> dict:
    numerator = sum(case.counts for case in cases)
    row = empty_row(measure.name, year, breakdown, category)
    if measure.row is not None:
        return row | measure.row(cases)
    if measure.kind == "count":
        return row | {"numerator": numerator, "value": numerator}
    return row | ratio(numerator, len(cases)) | wilson(numerator, len(cases))


def empty_row(measure: str, year: int, breakdown: str, category: str, note: str = "") -> dict:
    """Return a row of results with its identity and note, and no numbers."""
    return {
        "measure": measure,
        "year": year,
        "breakdown": breakdown,
        "category": category,
        "numerator": None,
        "denominator": None,
        "value": None,
        "lower": None,
        "upper": None,
        "note": note,
    }


def ratio(numerator: int, denominator: int) -> dict:
    """Return the numbers and note of a share or rate: 100·N/D, or no cases if D is 0."""
    numbers = {"numerator": numerator, "denominator": denominator}
    if denominator == 0:
        return numbers | {"note": "no cases"}
    return numbers | {"value": round(100 * numerator / denominator, 6)}


def wilson(numerator: int, denominator: int) -> dict:
    """Return the 95% Wilson interval of a share, in %; nothing if D is 0."""
    if denominator == 0:
        return {}
    share = numerator / denominator
    scale = 1 + Z * Z / denominator
    centre = (share + Z * Z / (2 * denominator)) / scale
    half = Z * sqrt(share * (1 - share) / denominator + Z * Z / (4 * denominator**2)) / scale
    lower, upper = max(0.0, 100 * (centre - half)), min(100.0, 100 * (centre + half))
    return {"lower": round(lower, 6), "upper": round(upper, 6)}


def kaplan_meier_median(times: list[tuple[int, bool]]) -> int | None:
    """Return the least t with S(t) <= 1/2, or None if the curve does not come down so far.

    `times` holds (days, ended); one that has not ended is censored, and at risk up to and on its last day.
    """
    survival = Fraction(1)
    for t in sorted({days for days, ended in times if ended}):
        at_risk = sum(1 for days, _ in times if days >= t)
        ended_now = sum(1 for days, ended in times if ended and days == t)
        survival *= 1 - Fraction(ended_now, at_risk)
        if survival <= Fraction(1, 2):
            return t
    return None
