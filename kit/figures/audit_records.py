"""How the samples of audits were drawn: the record that stays with the figures."""

import json
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path

from kit.files.walk import files_below

# The names of a sample's two files, in a folder of its own.
SHEET, RECORD = "audits.xlsx", "drawn.json"


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
