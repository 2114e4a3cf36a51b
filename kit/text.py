"""Words: numbers, days and lists as people read them, and text from files made safe to print."""

import re
from collections.abc import Sequence
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def day_of_year(on: date) -> str:
    """Return a day without its year, as people read it: 30 September."""
    return f"{on.day} {MONTHS[on.month - 1]}"


def printable(text: str, limit: int = 40) -> str:
    """Return an argument fit for a message: one line, no control characters, at most `limit` long, or 0 for whole."""
    clean = "".join(c if c.isprintable() else "?" for c in text)
    return clean if len(clean) <= limit or not limit else clean[:limit] + "…"


def plain(text: str) -> str:
    """Return a heading, value or name as it is compared: lower case, runs of blanks, "_" and dashes as one blank."""
    return re.sub(r"[\s_\u00a0\u2010-\u2015-]+", " ", text).strip().casefold()


# Inside a class of Python's expressions and of polars'; polars knows no halves of surrogate pairs.
CONTROL = "\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff"
_HALVES = "\ud800-\udfff"
# What takes no room, for polars' expressions alone: zero-width characters, byte order marks, soft hyphens, marks of the
# direction of writing, the empty letter of Braille.
UNSEEN = r"\p{Cf}\x{034F}\x{2800}"
# From the first of several spaces on: looked for from each of them, it would take the square of their number.
_RUN = re.compile(f"(?<! ) *[{CONTROL}{_HALVES}][ {CONTROL}{_HALVES}]*")


def readable(text: str) -> str:
    """Return the text with each run of characters that XML forbids, and the spaces around it, as one space."""
    return _RUN.sub(" ", text)


def all_readable(content: Any) -> Any:
    """Return lists and mappings of any depth with every text in them `readable`, names of mappings too."""
    if isinstance(content, str):
        return readable(content)
    if isinstance(content, list):
        return [all_readable(one) for one in content]
    if isinstance(content, dict):
        return {all_readable(name): all_readable(value) for name, value in content.items()}
    return content


MINUS = "\u2212"


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
    """Return the month "2020-04" as April 2020, "2020-04-06" as the week of 6 April 2020; other words as they are."""
    if re.fullmatch(r"\d{4}-\d\d-\d\d", category):
        return f"week of {day(date.fromisoformat(category))}"
    year, dash, number = category.partition("-")
    if dash and len(year) == 4 and number.isdigit() and len(number) == 2:
        return f"{MONTHS[int(number) - 1]} {year}"
    return category


def listed(words: Sequence[str]) -> str:
    """Return words as a list in a sentence: "a, b and c"."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} and {words[-1]}"


def few(words: Sequence[str], most: int = 3) -> str:
    """Return at most so many words as a list in a sentence, and how many others there are: "a, b, c and 2 others"."""
    others = len(words) - most
    return listed([*words[:most], *([f"{others} other{'s' if others > 1 else ''}"] if others > 0 else [])])


def extract_words(name: str) -> str:
    """Return an extract's name as people write it: review details, SEND, OC2."""
    return name.upper() if name in ("ad1", "dolo", "oc2", "oc3", "send", "uasc") else name.replace("_", " ")


def inside(title: str) -> str:
    """Return a title as it is written inside a sentence: "Age" as age, "SEN provision" as it is."""
    return title if title[1:2].isupper() else title[:1].lower() + title[1:]


def sentence(words: str) -> str:
    """Return the words as a sentence of their own: a capital, single spaces, a full stop."""
    words = " ".join(words.split())
    return f"{words[:1].upper()}{words[1:]}{'' if words.endswith(('.', '?', '!')) else '.'}"


def quoted(words: str) -> str:
    """Return the words in quotation marks."""
    return f"\u201c{words}\u201d"
