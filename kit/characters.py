"""Characters that XML forbids: control characters and halves of surrogate pairs, which no chart or workbook can hold.

Word puts one (a vertical tab) where a line break was pasted. Source: https://www.w3.org/TR/xml/#charsets.
"""

import re
from typing import Any

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
