"""Worked examples: a small council drawn as text tables, counted by the kit, its figures drawn the same way.

A table has `|` between its cells, its headings in the first line, and comments after `#`. What is not drawn is filled
with what changes no figure. A row is in the files of the years that would show it, or in those that a column
`files` names (`2020 2021`), in the order drawn: a file's first row is Excel's row 2.
"""

import csv
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import polars as pl

from kit.counting.asked import Asked, ask, supplied_to
from kit.counting.problem_rows import find_problems
from kit.counting.results import compute_results
from kit.extracts import CORE, EXTRACTS
from kit.extracts.stored import Intake
from kit.intake.identifiers.strangers_told import told_together
from kit.intake.take_in import take_in, using_extracts
from kit.paths import Places
from kit.problems.table import in_order
from kit.warehouse.warehouse import Warehouse

Row = dict[str, str]

DEFAULTS: dict[str, Row] = {
    "header": {"SEX": "1", "DOB": "01/06/2010", "ETHNIC": "WBRI"},
    "episodes": {"RNE": "S", "LS": "C2", "CIN": "N1", "PLACE": "U6", "PLACE_PROVIDER": "PR1"},
    "reviews": {"REVIEW_CODE": "PN1"},
    "review_details": {"cancelled": "N"},
    "send": {"sen_provision": "N"},
    "escalations": {"child_id": "anyone", "raised_stage": "1", "theme": "Drift"},
}
# The day by which a row belongs to a year's file, and what a file of a year before the end leaves blank.
BEGINS = {
    "episodes": "DECOM",
    "reviews": "REVIEW",
    "review_details": "review_date",
    "send": "as_at_date",
    "escalations": "raised_date",
    "education_plans": "as_at_date",
    "exclusions": "excluded_date",
    "health": "due_date",
    "audits": "audited_date",
    "allocations": "start_date",
    "iro_contacts": "contact_date",
    "app_use": "submitted_date",
    "feedback": "feedback_date",
    "commendations": "awarded_date",
    "protection_plans": "start_date",
    "protection_conferences": "due_date",
}
AT_THE_END = {
    "episodes": ("DEC", "REC"),
    "escalations": ("resolved_date", "resolved_stage", "outcome", "learning_shared_date"),
    "allocations": ("end_date",),
    "protection_plans": ("end_date",),
}
# No year's statutory file may be without rows: a child who only has short breaks is in no measure.
NOBODY: dict[str, Row] = {
    "header": {"CHILD": "nobody"},
    "episodes": {"CHILD": "nobody", "DECOM": "01/04/2000", "LS": "V4"},
    "reviews": {"CHILD": "nobody", "REVIEW": "01/05/2000"},
}


@dataclass(frozen=True)
class WorkedCouncil:
    """A council laid out as raw files, and its loaded years, of which the last is reported."""

    places: Places
    years: tuple[int, ...]

    def figures(self, measure: str, breakdown: str = "all") -> list[Row]:
        """Return a row a loaded year, and a cell a category: `3`, `1/2`, a rate or median `30 (2/3)`, or the note.

        Categories without a case are left out; if that is all of them, one cell stands for `every category`. An
        empty list is an open breakdown (reasons, themes) in which no loaded year has a category.
        """
        with _warehouse(self.places, self.years[-1]) as (asked, intake, warehouse):
            needed = (measure, asked.measures[measure].per, asked.measures[measure].drawn_from)
            there = supplied_to(intake, asked.settings)
            counted = {name: asked.measures[name] for name in needed if name}
            table = compute_results(warehouse, counted, lambda year, need: (year, need) in there)
        table = table.filter(pl.col("measure") == measure, pl.col("breakdown") == breakdown)
        if table.is_empty():
            return []
        rows = []
        nothing = {"0", "no cases", "not supplied", "not known"}
        cells = {(r["year"], r["category"]): _cell(r) for r in table.iter_rows(named=True)}
        some = sorted({category for (_, category), cell in cells.items() if cell not in nothing})
        for year in self.years:
            here = {category: cell for (y, category), cell in cells.items() if y == year}
            shown = {category: here.get(category, "") for category in some}
            rows.append({"year": str(year)} | (shown or {_every(here): " or ".join(sorted(set(here.values())))}))
        return rows

    def listed(self, rule: str) -> list[Row]:
        """Return at which places the problems table says that the rule lists a row, and the value that it shows."""
        with _warehouse(self.places, self.years[-1]) as (_, intake, warehouse):
            found = in_order([intake.problems, find_problems(warehouse)])
        table = told_together(found, intake.strangers).filter(pl.col("rule") == rule)
        shown = table.select("file", "year", "row", "column", "value")
        return [{n: "" if v is None else str(v) for n, v in row.items()} for row in shown.iter_rows(named=True)]


@contextmanager
def _warehouse(places: Places, year: int) -> Iterator[tuple[Asked, Intake, Warehouse]]:
    """Give what `kit.counting.figures` counts from: an example asks it for one measure or rule, in place of all."""
    asked = ask(places, year)
    with using_extracts(places, asked.found.pseudonym_key):
        settings = asked.settings
        intake = take_in(places, year, settings.known_problems, settings.known_in, found=asked.found)
        given = (intake, asked.years, settings.timescales, settings.audits.benchmark, settings.establishment)
        with Warehouse(*given, cores=1, own_measures=asked.own_measures) as warehouse:
            yield asked, intake, warehouse


def a_council(
    folder: Path,
    years: tuple[int, ...] = (2021,),
    *,
    without: Collection[str] = (),
    settings: str = "",
    measures: Collection[Path] = (),
    **extracts: str,
) -> WorkedCouncil:
    """Write a council in `folder` as raw CSV files of `years`, to be reported for the last of them.

    `extracts` are drawn tables by name. A header that is not drawn has every child of the episodes. A council's own
    extract that is not drawn is not supplied, nor is it in a year in which it has no row (headings alone are a file
    without rows in the last year). `without` names columns that the files lack ("send.disability"). `settings` is the
    council's YAML, and `measures` are SQL files of measures of its own.
    """
    tables = {name: drawn(extracts.get(name, "")) for name in EXTRACTS if name in {*CORE, *extracts}}
    assert set(extracts) <= set(tables), f"not extracts: {sorted(set(extracts) - set(tables))}"
    if "header" not in extracts:
        children = dict.fromkeys(row["CHILD"] for row in tables["episodes"])
        tables["header"] = [{"CHILD": child} for child in children]
    born = {row["CHILD"]: (DEFAULTS["header"] | row)["DOB"] for row in tables["header"]}
    tables["reviews"] = [{"DOB": born.get(row["CHILD"], "")} | row for row in tables["reviews"]]
    for year in years:
        raw = folder / "data" / "worked" / "raw" / str(year)
        raw.mkdir(parents=True)
        for name, rows in tables.items():
            here = [_as_known(name, row, year, years[-1]) for row in rows if year in _files(name, row, years)]
            if name in CORE:
                here = here or [NOBODY[name]]
            elif not here and (rows or year < years[-1]):
                continue
            _write(raw / f"{name}.csv", name, here, without)
    if settings:
        (folder / "params" / "worked").mkdir(parents=True, exist_ok=True)
        (folder / "params" / "worked" / "council.yml").write_text(settings, encoding="utf-8")
    own = folder / "params" / "worked" / "measures"
    for file in measures:
        own.mkdir(parents=True, exist_ok=True)
        (own / file.name).write_text(file.read_text(encoding="utf-8"), encoding="utf-8")
    return WorkedCouncil(Places("worked", folder / "data", folder / "params", folder / "reports"), years)


def drawn(text: str) -> list[Row]:
    """Return the rows of a drawn table by their headings."""
    lines = [line.partition("#")[0].strip() for line in text.splitlines()]
    cells = [[cell.strip() for cell in line.split("|")] for line in lines if line]
    return [dict(zip(cells[0], row, strict=True)) for row in cells[1:]]


def _files(name: str, row: Row, years: tuple[int, ...]) -> list[int]:
    """Return the years whose files hold the row: those that it touches, otherwise the loaded year nearest to it."""
    if row.get("files"):
        return [int(year) for year in row["files"].split()]
    if name not in BEGINS:
        return list(years)
    first = _year(row.get(BEGINS[name], "")) or years[-1]
    last = (_year(row.get(AT_THE_END[name][0], "")) or years[-1]) if name in AT_THE_END else first
    return [y for y in years if first <= y <= last] or [min(max(last, years[0]), years[-1])]


def _as_known(name: str, row: Row, year: int, last: int) -> Row:
    """Return the row with its defaults, as a file of `year` shows it: open if it ends in a later loaded year.

    What ends after the `last` year is shown to it, as exports made later do, and as no year may know.
    """
    full = DEFAULTS.get(name, {}) | {heading: cell for heading, cell in row.items() if heading != "files"}
    ends = _year(row.get(AT_THE_END[name][0], "")) if name in AT_THE_END and "files" not in row else None
    return full | dict.fromkeys(AT_THE_END[name], "") if ends and min(ends, last) > year else full


def _year(text: str) -> int | None:
    """Return the reporting year of a day, or None for what is not a day."""
    try:
        number, month, year = map(int, text.split("/"))
        day = date(year, month, number)
    except ValueError:
        return None
    return day.year + (day >= date(day.year, 4, 1))


def _write(path: Path, name: str, rows: list[Row], without: Collection[str]) -> None:
    headings = [h for h in EXTRACTS[name].expected if f"{name}.{h}" not in without]
    headings += [h for h in (rows[0] if rows else ()) if h not in EXTRACTS[name].expected]
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, headings, restval="", extrasaction="ignore")
        writer.writeheader()
        writer.writerows(rows)


def _every(cells: dict[str, str]) -> str:
    return "all" if list(cells) == ["all"] else "every category"


def _cell(row: dict) -> str:
    """Return a figure as one cell: a count, N/D, or a rate or median with its N/D behind it."""
    counts = f"{row['numerator']}/{row['denominator']}"
    if row["note"]:
        return row["note"] if row["note"] != "not known" or row["numerator"] is None else f"not known ({counts})"
    if row["denominator"] is None:
        return str(row["numerator"])
    return counts if row["unit"] == "%" else f"{row['value']:g} ({counts})"
