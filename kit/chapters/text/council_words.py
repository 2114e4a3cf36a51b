"""The council's own words in what is said of a measure: its word for the children, and the timescales in force."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from kit.measures.law_in_words import amount, breaks_of, remarks
from kit.measures.measure import Measure
from kit.years import ReportingYear

if TYPE_CHECKING:
    from kit.settings.settings import Settings

FIELDS = ("title", "sentence", "sentence_if_none", "sentence_if_all", "counts", "included_when", "missing")
# The words of the law, which are used wherever a council has not set its own.
MANY, ONE = "children looked after", "child looked after"
# What both hold: to look for it alone is fast, and most texts do not.
SAID = "looked after"


def with_council_words(
    measures: Mapping[str, Measure], settings: "Settings", years: Sequence[ReportingYear]
) -> dict[str, Measure]:
    """Return the measures as the council says them in the report of the last of `years`, by name."""
    return {name: in_council_words(measure, settings, years) for name, measure in measures.items()}


def in_council_words(measure: Measure, settings: "Settings", years: Sequence[ReportingYear]) -> Measure:
    """Return the measure with the council's words, the timescales of the last year filled in, and what the law changed.

    `{record_sent}` in a text becomes "21 calendar days" if the measure lists that timescale. `years` are the loaded
    years; what changed in the law between them is added to the measure's breaks, and what else is to be said of a year
    is in `remarks`. A direction that the council set beside its target holds if the measure has none.
    """
    limits = {name: amount(name, settings.timescales, years[-1]) for name in measure.timescales}
    said: dict[str, Any] = {}
    for field in FIELDS:
        text = getattr(measure, field)
        for name, words in limits.items():
            text = text.replace("{" + name + "}", words)
        said[field] = own_words(text, settings)
    said["sentences_by"] = {
        by: {category: own_words(text, settings) for category, text in words.items()}
        for by, words in measure.sentences_by.items()
    }
    breaks = breaks_of(measure, settings.timescales, years)
    said["remarks"] = remarks(measure.timescales, settings.timescales, years)
    target = settings.targets.get(measure.name)
    better = (target and target.better) or measure.better
    return replace(measure, **said, breaks=breaks, better=better)


def own_words(text: str, settings: "Settings") -> str:
    """Return a text with the council's word wherever it says "children looked after" or "child looked after"."""
    if SAID not in text:
        return text
    for law, own in ((MANY, settings.children), (ONE, settings.child)):
        text = re.sub(rf"\b{law}\b", own, text)
        text = re.sub(rf"\b{law.capitalize()}\b", own[:1].upper() + own[1:], text)
    return text
