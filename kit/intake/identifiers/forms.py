"""Forms of one identifier: 700001.0, ="700001", '700001, 700,001, 0700001, and what all of them have in common."""

import re
from functools import cache

import polars as pl

from kit.text import UNSEEN

# Spaces of any kind, control characters, and what takes no room.
NOT_SEEN = rf"[\s\p{{C}}{UNSEEN}]"
QUOTES = "'\"`\u2018\u2019\u201a\u201c\u201d\u201e\u00ab\u00bb"
DASHES = r"[\x{2010}-\x{2015}\x{2212}]"
IN_THOUSANDS = r"^[0-9]{1,3}(,[0-9]{3})+(\.0*)?$"
# As spreadsheets and programs shorten long numbers; 7E1 is not such a form, but a council's own.
SCIENTIFIC = r"^[0-9]{1,3}([.,][0-9]*)?e\+[0-9]+$|^[0-9]{1,3}[.,][0-9]*e[0-9]+$"


def bare_forms(given: pl.Series) -> tuple[pl.Series, pl.Series]:
    """Return (each identifier without what wraps it, whether digits of it are lost).

    What wraps it is `="…"` and quotation marks, characters that cannot be seen, commas between thousands, a decimal
    point with noughts, scientific notation with every digit, leading zeros of a number, and the case of its letters.
    """
    never = pl.repeat(False, given.len(), eager=True).alias("lost")
    # Nearly all are so, and nothing is wrapped in another way than by zeros and case.
    if given.str.contains("^[0-9]+$").all():
        return _without_zeros(given).alias("bare"), never
    if given.str.contains("^[0-9A-Za-z_/-]+$").all():
        lower = given.str.to_lowercase()
        return _without_zeros(lower).zip_with(lower.str.contains("^[0-9]+$"), lower).alias("bare"), never
    text = given.str.normalize("NFKC").str.replace_all(NOT_SEEN, "").str.replace_all(DASHES, "-").str.to_lowercase()
    text = text.str.replace(f"^=?[{QUOTES}]*", "").str.replace(f"[{QUOTES}]+$", "")
    thousands = text.str.contains(IN_THOUSANDS)
    text = text.str.replace_all(",", "", literal=True).zip_with(thousands, text)
    scientific = text.str.contains(SCIENTIFIC)
    lost = never
    if scientific.any():
        whole = {t: _whole(t) for t in text.filter(scientific).to_list()}
        lost = text.is_in([t for t, number in whole.items() if number is None]).alias("lost")
        text = text.replace({t: number or t for t, number in whole.items()})
    text = text.str.replace(r"^([0-9]+)\.0*$", "$1")
    text = _without_zeros(text).zip_with(text.str.contains("^[0-9]+$"), text)
    return given.zip_with(text == "", text).alias("bare"), lost


def _without_zeros(numbers: pl.Series) -> pl.Series:
    text = numbers.str.strip_chars_start("0")
    return text.set(text == "", "0")


def _whole(text: str) -> str | None:
    """Return the whole number that is in scientific notation, or None if its last digits do not."""
    digits, power = text.split("e")
    before, _, after = digits.replace(",", ".").partition(".")
    number = int(power)
    return before + after[:number] if len(after.rstrip("0")) <= number <= len(after) else None


def form_of(given: str, held: str) -> str:
    """Return in what an identifier differs from the one that it is read as."""
    ours, theirs = _wrapping(given), _wrapping(held)
    words = [f"with {word}" for word in ours if word not in theirs]
    words += [f"without {word}" for word in theirs if word not in ours]
    case = "in other letter case" if given.casefold() == held.casefold() else "in other characters"
    return " and ".join(words) or case


def _wrapping(text: str) -> list[str]:
    """Return what wraps an identifier, in words."""
    clean = re.sub(r"\s", "", text)
    plain = clean.strip(f"={QUOTES}")
    looks = {
        "spaces or characters that cannot be seen": clean != text or any(not c.isprintable() for c in text),
        "quotation marks": plain != clean,
        "commas": re.fullmatch(r"[0-9]{1,3}(,[0-9]{3})+(\.0*)?", plain),
        "scientific notation": re.fullmatch(r"[0-9.]+[eE]\+?[0-9]+", plain),
        "a decimal point": re.fullmatch(r"[0-9,]+\.0*", plain),
        "leading zeros": re.match(r"0[0-9]", plain),
    }
    return [words for words, is_so in looks.items() if is_so]


@cache
def identifier_in(pattern: str) -> re.Pattern[str]:
    """Return the expression that finds the identifier in a mapping's `pattern`: `*` is it, `#` are digits beside it."""
    parts = {"*": "(.+)", "#": "[0-9]+"}
    return re.compile(
        "".join(parts.get(part) or re.escape(part) for part in re.split("([*#])", pattern)), re.IGNORECASE
    )
