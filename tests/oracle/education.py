"""Measures of Personal Education Plans and of exclusions from school."""

from datetime import date
from math import ceil

from tests.oracle.care import Period
from tests.oracle.days import months_after, working_days_after
from tests.oracle.health import start_known
from tests.oracle.labels import NOT_RECORDED
from tests.oracle.records import Cells, Records, day
from tests.oracle.tables import Case
from tests.oracle.year import KnownYear

STATUSES = {
    "up to date": "Up to date",
    "out of date": "Out of date",
    "in progress": "In progress",
    "none": "No plan",
}
IS_A_PLAN = ("up to date", "out of date", "in progress")
KINDS = {"suspension": "Suspension", "permanent": "Permanent exclusion", "considered": "Considered, not made"}


def of_school_age(known: KnownYear, child: str, before: date) -> bool:
    """Return whether the child was 5 to 15 on the last 31 August before the day."""
    august = date(before.year, 8, 31)
    august = august if august < before else date(before.year - 1, 8, 31)
    age = known.age(child, august)
    return age is not None and 5 <= age <= 15


def months_in_care(known: KnownYear, period: Period) -> str:
    """Return how long the period has lasted by the as-at day, in calendar months."""
    for months, label in ((3, "Under 3 months"), (12, "3 months to 1 year"), (24, "1 to 2 years")):
        if months_after(period.start, months) > known.last_day:
            return label
    return "2 years or more"


def newest_plans(known: KnownYear, records: Records) -> list[tuple[Period, Cells]]:
    """Return each looked-after child of school age with the newest plan record of twelve months, or no cells."""
    found = []
    for period in known.looked_after_at_the_end():
        if of_school_age(known, period.child, known.last_day):
            newest: Cells = {}
            for row in records.of("education_plans", period.child):
                as_at = day(row, "as_at_date", known.last_day)
                if as_at is not None and months_after(as_at, 12) > known.last_day:
                    newest = row
            found.append((period, newest))
    return found


def children_with_pep(known: KnownYear, records: Records) -> list[Case]:
    """One case per such child; a plan counts."""
    return [
        Case(row.get("status") in IS_A_PLAN, {"months_in_care": [months_in_care(known, period)]})
        for period, row in newest_plans(known, records)
    ]


def peps_up_to_date(known: KnownYear, records: Records) -> list[Case]:
    """One case per such child with a plan; up to date counts."""
    return [
        Case(row["status"] == "up to date", {"months_in_care": [months_in_care(known, period)]})
        for period, row in newest_plans(known, records)
        if row.get("status") in IS_A_PLAN
    ]


def pep_status(known: KnownYear, records: Records) -> list[Case]:
    """One case per such child."""
    plans = newest_plans(known, records)
    return [Case(groups={"pep_status": [STATUSES.get(row.get("status", ""), NOT_RECORDED)]}) for _, row in plans]


def pep_quality(known: KnownYear, records: Records) -> list[Case]:
    """One case per such child with a plan."""
    plans = [row for _, row in newest_plans(known, records) if row.get("status") in IS_A_PLAN]
    return [Case(groups={"pep_quality": [row.get("quality", "").capitalize() or NOT_RECORDED]}) for row in plans]


def peps_begun_on_time(known: KnownYear, records: Records) -> list[Case]:
    """One case per period of school age whose 10 working days ended in the year; a plan begun within counts."""
    cases = []
    for period in known.periods:
        limit = working_days_after(period.start, 10)
        there = known.has(limit) and period.still_looked_after_at_the_end_of(limit)
        if not there or not start_known(known, period) or not of_school_age(known, period.child, period.start):
            continue
        begun = [
            day(row, "initiated_date", known.last_day)
            for row in records.of("education_plans", period.child)
            if day(row, "as_at_date", known.last_day) is not None
        ]
        cases.append(Case(any(on is not None and period.start <= on <= limit for on in begun)))
    return cases


def in_care_on(known: KnownYear, child: str, on: date | None) -> bool:
    """Return whether the day is in the year and the child looked after on it."""
    periods = known.periods_by_child.get(child, [])
    return on is not None and known.has(on) and any(period.looked_after_on(on) for period in periods)


def days_to_child(known: KnownYear, records: Records) -> list[tuple[int, bool]]:
    """Return, of plans completed in the year and not given before, days to given and True, or to the end and False."""
    plans: dict[tuple[str, date], Cells] = {}
    for row in records.rows["education_plans"]:
        completed = day(row, "completed_date")
        if completed is not None and day(row, "as_at_date", known.last_day) is not None:
            plans[row["child_id"], completed] = row
    times = []
    for (child, completed), row in plans.items():
        if in_care_on(known, child, completed):
            given = day(row, "given_to_child_date", known.last_day)
            if given is None or given >= completed:
                times.append((((given or known.last_day) - completed).days, given is not None))
    return times


def plans_of_the_year(known: KnownYear, records: Records) -> list[tuple[date, date | None]]:
    """Return when each plan completed in the year was completed and given, by its newest record known that year."""
    plans: dict[tuple[str, date], date | None] = {}
    for row in records.rows["education_plans"]:
        completed = day(row, "completed_date")
        if completed is not None and known.has(completed) and day(row, "as_at_date", known.last_day) is not None:
            plans[row["child_id"], completed] = day(row, "given_to_child_date", known.last_day)
    return [(completed, given) for (_, completed), given in plans.items()]


def waited_over_30_days(known: KnownYear, records: Records) -> list[Case]:
    """One case per plan of which it can be told; one given more than 30 days later, or not yet, counts."""
    cases = []
    for completed, given in plans_of_the_year(known, records):
        if given is None and (known.last_day - completed).days >= 30:
            cases.append(Case())
        elif given is not None and given >= completed:
            cases.append(Case((given - completed).days > 30))
    return cases


def exclusions(known: KnownYear, records: Records) -> list[Cells]:
    """Return the exclusions of the year, made or considered, on days in care."""
    rows = records.rows["exclusions"]
    return [row for row in rows if in_care_on(known, row["child_id"], day(row, "excluded_date"))]


def school_exclusions(known: KnownYear, records: Records) -> list[Case]:
    """One case per exclusion."""
    return [Case(groups={"exclusion_kind": [KINDS[row["kind"]]]}) for row in exclusions(known, records)]


def exclusions_reported(known: KnownYear, records: Records) -> list[Case]:
    """One case per exclusion of which it is recorded whether the virtual school was told; told counts."""
    return [
        Case(row["reported_to_virtual_school"] == "y", {"exclusion_kind": [KINDS[row["kind"]]]})
        for row in exclusions(known, records)
        if row.get("reported_to_virtual_school")
    ]


def school_days_lost(known: KnownYear, records: Records) -> list[Case]:
    """One case per school day of a suspension."""
    days = [float(row.get("days") or 0) for row in exclusions(known, records) if row["kind"] == "suspension"]
    return [Case() for lost in days for _ in range(ceil(lost))]


def children_excluded(known: KnownYear, records: Records) -> list[Case]:
    """One case per child of school age looked after on any day of the year; excluded while in care counts."""
    excluded = {row["child_id"] for row in exclusions(known, records) if row["kind"] in ("suspension", "permanent")}
    return [
        Case(child in excluded)
        for child in known.looked_after_in_the_year()
        if of_school_age(known, child, known.last_day)
    ]
