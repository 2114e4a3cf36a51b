"""Rows of the extracts on health, education, apps, feedback and OC2: for every thing the row that holds."""

import csv
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path

from tests.oracle.cells import said_in
from tests.oracle.reading import Cells, as_date

# What a thing is known by.
KEYS = {
    "health": ("child_id", "kind", "due_date"),
    "education_plans": ("child_id", "as_at_date"),
    "exclusions": ("child_id", "excluded_date", "kind"),
    "app_use": ("child_id", "app", "submitted_date"),
    "feedback": ("child_id", "feedback_date", "respondent", "question"),
    "advocacy": ("child_id", "kind", "offered_date"),
    "decisions": ("child_id", "review_date", "decision"),
    "missing": ("CHILD", "MIS_START"),
    "oc2": ("CHILD",),
    "review_details": ("child_id", "review_date"),
    "send": ("child_id", "as_at_date"),
}
MAY_BE_BLANK = ("due_date", "respondent", "offered_date")
# Columns that a file may lack, which is as if they were blank.
MAY_LACK = (
    *("completed_date", "status", "initiated_date", "given_to_child_date", "quality", "days", "answer"),
    *("reported_to_virtual_school", "respondent", "due_date", "iro_id"),
    *("offered_date", "started_date", "ended_date", "done_date"),
)
CODES = {
    "kind": (
        *("initial health assessment", "review health assessment", "dental"),
        *("suspension", "permanent", "considered"),
        *("advocate", "independent visitor"),
    ),
    "status": ("completed", "refused", "cancelled", "planned", "up to date", "out of date", "in progress", "none"),
    "quality": ("green", "amber", "red"),
    "reported_to_virtual_school": ("y", "n"),
}


@dataclass
class Records:
    """The rows that hold of each extract, those of OC2 by year, and what each year's files supply."""

    rows: dict[str, list[Cells]] = field(default_factory=dict)
    oc2: dict[int, list[Cells]] = field(default_factory=dict)
    supplied: dict[int, set[str]] = field(default_factory=dict)

    @cached_property
    def by_child(self) -> dict[tuple[str, str], list[Cells]]:
        """Return the rows of an extract about a child."""
        found: dict[tuple[str, str], list[Cells]] = {}
        for extract, rows in self.rows.items():
            for row in rows:
                found.setdefault((extract, row.get("child_id", "")), []).append(row)
        return found

    def of(self, extract: str, child: str) -> list[Cells]:
        """Return the rows of an extract about a child, in order of what they are known by."""
        return self.by_child.get((extract, child), [])


def read_records(raw: Path, years: list[int]) -> Records:
    """Return the rows of the loaded years; a newer year's row replaces an older one, a later row an earlier."""
    records = Records()
    found: dict[str, dict[tuple[str, ...], Cells]] = {extract: {} for extract in KEYS}
    for year in years:
        files = _newest_files(raw / str(year))
        records.supplied[year] = {
            f"{name}.{column}".lower() for name, (columns, _) in files.items() for column in columns
        }
        records.supplied[year] |= set(files)
        found["oc2"] = {}
        for name, (_, rows) in files.items():
            for row in rows:
                key = _key(name, row)
                if key is not None and name == "health" and not row["due_date"]:
                    # Done without having been planned: another thing on each day.
                    key = (*key, f"{day(row, 'completed_date')}")
                if key is not None and name == "advocacy" and not row["offered_date"]:
                    # Nobody knows when it was offered: another thing for each day on which it started.
                    key = (*key, f"{day(row, 'started_date')}")
                if key is not None:
                    found[name][key] = row | {"file's year": f"{year}"}
        records.oc2[year] = [row for _, row in sorted(found["oc2"].items())]
    records.rows = {extract: [row for _, row in sorted(rows.items())] for extract, rows in found.items()}
    return records


def day(row: Cells, column: str, as_at: date | None = None) -> date | None:
    """Return the day in a cell; None if it is blank, there is no such column, or it is after `as_at`."""
    found = as_date(row.get(column, ""))
    return None if found is None or (as_at is not None and found > as_at) else found


def _newest_files(folder: Path) -> dict[str, tuple[list[str], list[Cells]]]:
    exports: dict[str, dict[str, Path]] = {}
    for path in sorted(folder.glob("*.csv")):
        name, _, exported = path.stem.partition("@")
        exports.setdefault(name, {})[exported] = path
    files = {}
    for name in sorted(set(KEYS) & set(exports)):
        with exports[name][max(exports[name])].open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file)
            files[name] = (list(reader.fieldnames or []), [_cells(said_in(name, row)) for row in reader])
    return files


def _cells(row: Cells) -> Cells:
    cells = dict.fromkeys(MAY_LACK, "") | row
    for column, known in CODES.items():
        code = cells.get(column, "").lower()
        if column in cells:
            cells[column] = code if code in known else ""
    return cells


def _key(extract: str, row: Cells) -> tuple[str, ...] | None:
    key = []
    for column in KEYS[extract]:
        cell = row.get(column, "")
        if not cell and column not in MAY_BE_BLANK:
            return None
        key.append(f"{as_date(cell)}" if column.endswith("_date") else cell)
    return tuple(key)
