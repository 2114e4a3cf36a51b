"""Rows of further extracts as they are in the files, by key; the newest holds (definitions, section 2)."""

from dataclasses import dataclass
from datetime import date

Cells = dict[str, str]

KEYS = {
    "uasc": ("CHILD",),
    "care_plans": ("child_id", "care_plan_completed_date"),
    "protection_plans": ("child_id", "start_date"),
    "protection_conferences": ("child_id", "kind", "due_date"),
}


@dataclass(frozen=True)
class File:
    """The headings and rows of a file."""

    columns: frozenset[str]
    rows: list[Cells]

    def supplies(self, extract: str) -> set[str]:
        """Return the extract and its columns, as measures name what they need."""
        return {extract} | {f"{extract}.{column}" for column in self.columns}


def as_date(text: str) -> date | None:
    """Return the day that a cell names (dd/mm/yyyy or ISO), or None for a blank cell."""
    if not text:
        return None
    if "/" not in text:
        return date.fromisoformat(text)
    day, month, year = text.split("/")
    return date(int(year), int(month), int(day))


def key_of(extract: str, row: Cells) -> tuple[object, ...]:
    """Return what makes the row the same thing as another: days as days, codes without regard to case."""
    cells = [(column, row.get(column, "")) for column in KEYS[extract]]
    return tuple(as_date(c) if n.endswith("_date") else c.lower() if n == "kind" else c for n, c in cells)
