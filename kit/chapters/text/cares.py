"""Why a difference between years is to be read with care: another source, or a year that is not like others."""

from collections.abc import Sequence
from dataclasses import replace

from kit.chapters.content import Content, Sentence
from kit.chapters.text.changes import change
from kit.chapters.text.findings import Finding
from kit.figures.figure import Figure
from kit.measures.measure import Measure
from kit.text import sentence
from kit.years import label

AGAIN = "The same applies here."


def care(measure: Measure, now: Figure, before: Figure | None) -> str:
    """Return why a difference is not to be read as a change; an empty string if nothing speaks against it."""
    difference = change(measure, now, before)
    if before is None or difference is None or not difference.difference:
        return ""
    if difference.source:
        return f"The source changed, so this is not a change of behaviour. {difference.source}"
    breaks = sorted((measure.breaks or {}).items())
    said = [f"{label(y)}: {sentence(w)}" for y, w in breaks if before.year <= y < now.year]
    return " ".join([*said, *(sentence(w) for y, w in breaks if y == now.year)])


def cares_once(said: Sequence[Content], told: Sequence[Finding]) -> list[Content]:
    """Return the sentences of a passage, each reason for care once: after that it is said that it holds again."""
    reasons = {text for one in told if (text := care(one.measure, one.now, one.before))}
    seen: set[str] = set()
    found: list[Content] = []
    for piece in said:
        now = piece
        for reason in reasons:
            if isinstance(now, Sentence) and f" {reason}" in now.text:
                now = replace(now, text=now.text.replace(reason, AGAIN)) if reason in seen else now
                seen.add(reason)
        found.append(now)
    return found
