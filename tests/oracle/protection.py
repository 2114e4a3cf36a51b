"""Measures of unaccompanied children, and of child protection plans and conferences, from their headers."""

from datetime import date

from tests.oracle import labels
from tests.oracle.children import days_of
from tests.oracle.days import quarter_label
from tests.oracle.plain_rows import as_date
from tests.oracle.tables import Case
from tests.oracle.year import KnownYear

BOTH, CARE, PLAN = "Looked after and protection plan", "Looked after only", "Protection plan only"


def looked_after_in_year(known: KnownYear) -> set[str]:
    """Return the children looked after on any day of the year."""
    return {p.child for p in known.periods for day in days_of(known) if p.looked_after_on(day)}


def unaccompanied_after(known: KnownYear, day: date) -> set[str]:
    """Return the children whom the file of unaccompanied children holds, with no DUC or one after the day."""
    found = set()
    for row in known.council.plain["uasc"].values():
        ceased = as_date(row["DUC"])
        if ceased is None or ceased > known.last_day or ceased > day:
            found.add(row["CHILD"])
    return found


def children_unaccompanied(known: KnownYear) -> list[Case]:
    """One case per child looked after on the as-at day and unaccompanied after it."""
    looked_after = {period.child for period in known.looked_after_at_the_end()}
    return [Case() for _ in looked_after & unaccompanied_after(known, known.last_day)]


def children_unaccompanied_in_year(known: KnownYear) -> list[Case]:
    """One case per child looked after on any day of the year and unaccompanied after its first day."""
    return [Case() for _ in looked_after_in_year(known) & unaccompanied_after(known, known.first_day)]


def on_plan(known: KnownYear) -> set[str]:
    """Return the children with a child protection plan on the as-at day."""
    found = set()
    for row in known.council.plain["protection_plans"].values():
        start, end = as_date(row["start_date"]), as_date(row.get("end_date", ""))
        if start is not None and start <= known.last_day and (end is None or end > known.last_day):
            found.add(row["child_id"])
    return found


def children_on_protection_plan(known: KnownYear) -> list[Case]:
    """One case per child with a plan on the as-at day."""
    return [Case() for _ in on_plan(known)]


def children_in_care_or_on_plan(known: KnownYear) -> list[Case]:
    """One case per child looked after, with a plan, or both, on the as-at day."""
    plans = on_plan(known)
    care = {period.child for period in known.looked_after_at_the_end()}
    cases = []
    for child in plans | care:
        group = BOTH if child in plans & care else CARE if child in care else PLAN
        cases.append(Case(groups={"care_or_plan": [group]}))
    return cases


def protection_conferences_on_time(known: KnownYear) -> list[Case]:
    """One case per initial or review conference due in the year; held by the due date counts."""
    cases = []
    for row in known.council.plain["protection_conferences"].values():
        due, held = as_date(row["due_date"]), as_date(row.get("held_date", ""))
        kind = labels.CONFERENCES.get(row["kind"].lower())
        if kind is not None and due is not None and known.has(due):
            groups = {"conference_kind": [kind], "quarter": [quarter_label(due)]}
            cases.append(Case(held is not None and held <= due, groups))
    return cases
