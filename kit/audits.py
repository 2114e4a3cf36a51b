"""Audits of a sample of children: what a council sets for them, and the record of how a sample was drawn."""

import json
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Any

from kit.errors import did_you_mean
from kit.files.walk import files_below

QUESTIONS = (
    "Decisions of the last review implemented",
    "Child prepared for the review and included",
    "Social work report available",
    "Care plan available",
)
SETTINGS = ("benchmark", "questions")
# The names of a sample's two files, in a folder of its own.
SHEET, RECORD = "audits.xlsx", "drawn.json"


@dataclass(frozen=True)
class AuditSettings:
    """The wave that others are set beside (empty: the first in the data), and the questions of the next sheet."""

    benchmark: str = ""
    questions: tuple[str, ...] = QUESTIONS


@dataclass(frozen=True)
class Drawn:
    """How a sample was drawn: nothing of any child.

    `strata` holds, for each stratum in order, its name, how many children it has and how many of them were drawn. `key`
    is that of the extracts.
    """

    wave: str
    year: int
    as_at: str
    seed: int
    size: int
    drawn_from: int
    strata: tuple[tuple[str, int, int], ...]
    questions: tuple[str, ...]
    key: str

    @property
    def as_at_day(self) -> date:
        return date.fromisoformat(self.as_at)


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
            faults.append("audits: questions: one stands twice. Keep one.")
        else:
            found[name] = tuple(q.strip() for q in value)
    return found


def read_records(folder: Path) -> tuple[Drawn, ...]:
    """Return the records of the samples drawn in `folder`, in order of day and name; none that cannot be read."""
    records = []
    for path in (path for path in files_below(folder) if path.name == RECORD):
        try:
            content = json.loads(path.read_text(encoding="utf-8"))
            strata = tuple((str(name), int(has), int(drawn)) for name, has, drawn in content["strata"])
            record = Drawn(**{**content, "strata": strata, "questions": tuple(content["questions"])})
            records.append((record.as_at_day, record.wave, record))
        except (OSError, ValueError, KeyError, TypeError):
            continue
    return tuple(record for _, _, record in sorted(records, key=lambda each: each[:2]))


def record_text(drawn: Drawn) -> str:
    """Return the record as JSON, the same bytes for the same draw."""
    return json.dumps(asdict(drawn), indent=1, ensure_ascii=False) + "\n"
