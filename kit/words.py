"""Numbers, dates and lists as people read them.

Nothing that is hidden, not supplied, without cases or not known is ever written as 0.
"""

from collections.abc import Sequence
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from kit.content import Figure
from kit.measures.breakdowns import Breakdown
from kit.measures.measure import Measure
from kit.text import MONTHS, day_of_year

SHORT = {"suppressed": "hidden", "not supplied": "not supplied", "no cases": "no cases", "not known": "not known"}
MINUS = "\u2212"


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
    if measure.kind == "share":
        return f"{number}%"
    return number if measure.kind == "count" else f"{number} {measure.unit}"


def interval_text(measure: Measure, figure: Figure) -> str:
    """Return the 95% interval ("90.8% to 93.6%"), or an empty string where there is none."""
    if figure.lower is None and figure.upper is None:
        return ""
    sign = "%" if measure.percent else ""
    low = "not reached" if figure.lower is None else decimal(figure.lower) + sign
    high = "not reached" if figure.upper is None else decimal(figure.upper) + sign
    return f"{low} to {high}"


def count(number: int | None) -> str:
    """Return a whole number with commas between thousands."""
    return "" if number is None else f"{number:,}"


def decimal(number: float) -> str:
    """Return a number to one decimal place, halves away from nought as a spreadsheet rounds; never "-0.0"."""
    return f"{_rounded(number, 1) + 0:,.1f}"


def signed(number: float, places: int = 1) -> str:
    """Return a number with its sign, "+" or a true minus."""
    size = f"{_rounded(abs(number), places):,.{places}f}"
    if not float(size.replace(",", "")):
        return size
    return ("+" if number > 0 else MINUS) + size


def _rounded(number: float, places: int) -> Decimal:
    return Decimal(repr(number)).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)


def day(on: date) -> str:
    """Return a date as people read it: 31 March 2021."""
    return f"{day_of_year(on)} {on.year}"


def month(category: str) -> str:
    """Return the month "2020-04" as April 2020; any other word as it is."""
    year, dash, number = category.partition("-")
    if dash and len(year) == 4 and number.isdigit() and len(number) == 2:
        return f"{MONTHS[int(number) - 1]} {year}"
    return category


def listed(words: Sequence[str]) -> str:
    """Return words as a list in a sentence: "a, b and c"."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} and {words[-1]}"


def extract_words(name: str) -> str:
    """Return an extract's name as people write it: review details, SEND, OC2."""
    return name.upper() if name in ("ad1", "dolo", "oc2", "oc3", "send", "uasc") else name.replace("_", " ")


def by_words(measure: Measure, by: Breakdown) -> str:
    """Return the measure's title and what it is broken down by, where the title does not say that already."""
    if by.name == measure.name or measure.name.endswith("_reasons"):
        return measure.title
    return f"{measure.title} by {inside(by.title)}"


def inside(title: str) -> str:
    """Return a title as it stands inside a sentence: "Age" as age, "SEN provision" as it is."""
    return title if title[1:2].isupper() else title[:1].lower() + title[1:]


def sentence(words: str) -> str:
    """Return the words as a sentence of their own: a capital, single spaces, a full stop."""
    words = " ".join(words.split())
    return f"{words[:1].upper()}{words[1:]}{'' if words.endswith(('.', '?', '!')) else '.'}"


def quoted(words: str) -> str:
    """Return the words in quotation marks."""
    return f"\u201c{words}\u201d"
