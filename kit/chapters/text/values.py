"""Numbers, dates and lists as people read them.

Nothing that is hidden, not supplied, without cases or not known is ever written as 0.
"""

from collections.abc import Sequence

from kit.figures.figure import Figure
from kit.measures.breakdowns import Breakdown
from kit.measures.measure import Measure
from kit.text import count, decimal, inside
from kit.years import label

SHORT = {"suppressed": "hidden", "not supplied": "not supplied", "no cases": "no cases", "not known": "not known"}


def value_text(measure: Measure, figure: Figure) -> str:
    """Return the figure as people read it: 1,367, 92.3%, 14.2; or the word for why it is not there."""
    if figure.value is None:
        return SHORT.get(figure.note, "not known")
    if measure.kind == "count" or (measure.kind == "fact" and figure.unit != "%"):
        return count(int(figure.value)) if figure.value % 1 == 0 else f"{figure.value:,}"
    if measure.kind == "median":
        return decimal(figure.value).removesuffix(".0")
    return decimal(figure.value) + ("%" if measure.percent or figure.unit == "%" else "")


def target_text(measure: Measure, value: float) -> str:
    """Return a target in the measure's unit: 98%, 1,200, 14 days, 8.5 per 100 children."""
    number = f"{value:,.6f}".rstrip("0").rstrip(".")
    if measure.percent:
        return f"{number}%"
    return number if measure.kind == "count" else f"{number} {measure.unit}"


def interval_text(measure: Measure, figure: Figure) -> str:
    """Return the 95% interval ("90.8% to 93.6%"), or an empty string if there is none."""
    if figure.lower is None and figure.upper is None:
        return ""
    sign = "%" if measure.percent else ""
    low = "not reached" if figure.lower is None else decimal(figure.lower) + sign
    high = "not reached" if figure.upper is None else decimal(figure.upper) + sign
    return f"{low} to {high}"


def by_words(measure: Measure, by: Breakdown) -> str:
    """Return the measure's title and what it is broken down by, if the title does not say that already."""
    if measure.name in (by.name, f"{by.name}s") or measure.name.endswith("_reasons"):
        return measure.title
    return f"{measure.title} by {inside(by.title)}"


def whom(measure: Measure) -> str:
    """Return whom small numbers of a measure could identify: an officer, if its cases are of officers, or a child."""
    of_officers = all(need.startswith(("iros", "council.")) for need in measure.needs or ("",))
    return "an officer" if of_officers or "supervision" in measure.name else "a child"


def span(figures: Sequence[Figure]) -> str:
    """Return the years of the figures: the first to the last, or the only one."""
    first, last = label(figures[0].year), label(figures[-1].year)
    if first == last:
        return figures[0].when
    each = f", each year up to {figures[0].up_to}" if figures[0].up_to else ""
    return f"{first} to {last}{each}"
