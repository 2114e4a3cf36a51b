"""Words: numbers, days and lists as people read them, and text from files made safe to print."""

import re
from datetime import date
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
