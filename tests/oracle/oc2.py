"""Measures of the return's health outcomes (OC2), each year's file of its own year alone."""

from datetime import date

from tests.oracle.days import age_on, first_day_of, last_day_of
from tests.oracle.records import Cells, Records, day
from tests.oracle.tables import Case
from tests.oracle.year import KnownYear

ASSESSMENTS = ("initial health assessment", "review health assessment")


def _said(known: KnownYear, records: Records, column: str) -> list[Case]:
    cells = [row.get(column, "") for row in records.oc2[known.year]]
    return [Case(cell == "1") for cell in cells if cell in ("0", "1")]


def annual_health_assessments(known: KnownYear, records: Records) -> list[Case]:
    """One case per child of OC2 with 0 or 1; 1 counts."""
    return _said(known, records, "HEALTH_ASSESSMENT")


def dental_checks(known: KnownYear, records: Records) -> list[Case]:
    """One case per child of OC2 with 0 or 1; 1 counts."""
    return _said(known, records, "TEETH_CHECK")


def immunisations(known: KnownYear, records: Records) -> list[Case]:
    """One case per child of OC2 with 0 or 1; 1 counts."""
    return _said(known, records, "IMMUNISATIONS")


def _compared(known: KnownYear, records: Records, column: str, kinds: tuple[str, ...]) -> list[Case]:
    held = {
        row["child_id"]
        for row in records.rows["health"]
        if row["kind"] in kinds
        and row["status"] not in ("refused", "cancelled")
        and known.has(day(row, "completed_date"))
    }
    cases = []
    for row in records.oc2[known.year]:
        if row.get(column, "") in ("0", "1"):
            where = {
                (True, True): "Both",
                (True, False): "Statutory return only",
                (False, True): "Health extract only",
                (False, False): "Neither",
            }[row[column] == "1", row["CHILD"] in held]
            cases.append(Case(groups={"recorded_in": [where]}))
    return cases


def dental_checks_compared(known: KnownYear, records: Records) -> list[Case]:
    """One case per child of OC2 with 0 or 1 for the teeth."""
    return _compared(known, records, "TEETH_CHECK", ("dental",))


def health_assessments_compared(known: KnownYear, records: Records) -> list[Case]:
    """One case per child of OC2 with 0 or 1 for a health assessment."""
    return _compared(known, records, "HEALTH_ASSESSMENT", ASSESSMENTS)


def _born(known: KnownYear, row: Cells) -> date | None:
    return known.born(row["CHILD"])


def scores(known: KnownYear, records: Records) -> list[int | None]:
    """Return the score, or None, of each child of OC2 from 4 on the first day to 16 on the last."""
    found: list[int | None] = []
    for row in records.oc2[known.year]:
        born = _born(known, row)
        if born is None:
            continue
        if age_on(born, first_day_of(known.year)) >= 4 and age_on(born, last_day_of(known.year)) < 17:
            text = row.get("SDQ_SCORE", "")
            found.append(int(text) if text.isdecimal() and int(text) <= 40 else None)
    return found


def sdq_scores_known(known: KnownYear, records: Records) -> list[Case]:
    """One case per such child; with a score counts."""
    return [Case(score is not None) for score in scores(known, records)]
