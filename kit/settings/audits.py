"""The setting `audits`: the benchmark and the questions of audits."""

from dataclasses import dataclass
from typing import Any

from kit.errors import did_you_mean

QUESTIONS = (
    "Decisions of the last review implemented",
    "Child prepared for the review and included",
    "Social work report available",
    "Care plan available",
)
SETTINGS = ("benchmark", "questions")


@dataclass(frozen=True)
class AuditSettings:
    """The wave that others are set beside (empty: the first in the data), and the questions of the next sheet."""

    benchmark: str = ""
    questions: tuple[str, ...] = QUESTIONS


def parse_audits(given: Any, faults: list[str]) -> dict[str, Any]:
    """Return what `audits:` of a council's settings sets; what is wrong is added to `faults`."""
    if given is not None and not isinstance(given, dict):
        faults.append("audits: write `benchmark: …` or `questions: […]` below it.")
        return {}
    found: dict[str, Any] = {}
    for name, value in (given or {}).items():
        if name not in SETTINGS:
            known = f"Its settings are: {', '.join(SETTINGS)}."
            faults.append(f'audits: "{name}" is not a setting.{did_you_mean(str(name), SETTINGS)} {known}')
        elif name == "benchmark":
            if isinstance(value, list | dict):
                faults.append("audits: benchmark: give the name of one wave.")
            found[name] = "" if value is None else str(value).strip()
        elif not isinstance(value, list) or not value or not all(isinstance(q, str) and q.strip() for q in value):
            faults.append("audits: questions: give a list of questions, in quotation marks.")
        elif len({q.strip() for q in value}) < len(value):
            faults.append("audits: questions: one is there twice. Keep one.")
        else:
            found[name] = tuple(q.strip() for q in value)
    return found
