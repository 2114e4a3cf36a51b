"""Typed numbers in the council's own words, in the place of a reference to a figure."""

import re

MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
UNITS = r"(?:working|calendar|school)\s+(?:days?|weeks?|months?)"
SMALL = (
    "eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|"
    "eighty|ninety|hundred|thousand"
)
LAW = r"(?:regulations?|regs?\.?|sections?|s\.|paragraphs?|paras?\.?|articles?|parts?|chapters?|schedules?|handbook,?)"
# What may be typed: years, dates, times that the law sets, legal references, stages, codes and ages.
FINE = (
    rf"\b\d{{1,2}}(?:st|nd|rd|th)?(?:\s+(?:to|and|–|-)\s+\d{{1,2}}(?:st|nd|rd|th)?)?\s+{MONTH}(?:\s+\d{{4}})?\b",
    rf"\b{MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+\d{{4}}\b",
    r"\b(?:19|20)\d{2}(?:[-–/](?:19|20)?\d{2})?\b",
    r"\b\d{1,2}/\d{1,2}/\d{2,4}\b",
    rf"\b(?:\d+|{SMALL})\s+{UNITS}\b",
    rf"\b{LAW}\s*\d+[A-Za-z]?(?:\.\d+)*(?:\(\w+\))*(?:\s*(?:to|and|or|,|–|-)\s*\d+[A-Za-z]?(?:\.\d+)*(?:\(\w+\))*)*",
    r"\b\d{1,2}(?:st|nd|rd|th)\b",
    r"\b[A-Za-z]+-\d+\b",
    r"\b(?:SI|S\.I\.)\s*\d{4}/\d+\b",
    r"\b(?:Key )?stages?\s+\d\b",
    r"\b(?:aged?|ages|under|over)\s+\d{1,2}(?:\s*(?:to|and|–|-|or)\s*(?:\d{1,2}|over|under|older|younger))?\b",
    r"\b\d{1,2}(?:-year-olds?|\s+(?:and|or)\s+(?:over|under|older|younger|above|below))\b",
    r"\b[A-Z]{1,4}\d{1,3}\b",
)
UNIT = "one|two|three|four|five|six|seven|eight|nine"
NUMBER = re.compile(
    rf"(?<![\w.,])[£+\-\u2212]?\d[\d.,]*(?:\s?%)?|\b(?:{SMALL})(?:[ -](?:{UNIT}))?\b",
    re.IGNORECASE,
)
_FINE = re.compile("|".join(FINE), re.IGNORECASE)


def typed_numbers(text: str) -> list[str]:
    """Return the numbers of a text that look like figures, in order: "92%", "1,262", "forty-nine"."""
    left = _FINE.sub(lambda found: " " * len(found[0]), text)
    return [found[0].rstrip(".,") for found in NUMBER.finditer(left)]
