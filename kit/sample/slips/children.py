"""Every kind of data-entry slip in health, education plans and exclusions, how it is planted, and in which years."""

from datetime import timedelta

from kit.sample.days import shown, working_day_by
from kit.sample.draws import choose, whole
from kit.sample.records.health import DENTAL, REVIEW
from kit.sample.records.send import AS_AT
from kit.sample.slips.slips import Desk, Row, Slip, parsed


def _slip(kind: str, extract: str, year: int, row: Row, day: str, column: str) -> Slip:
    return Slip(kind, extract, year, row["child_id"], parsed(row[day]), column)


def _done(row: Row) -> bool:
    return row["status"] == "completed" and row["kind"] == REVIEW


def done_on_no_day(desk: Desk, kind: str, year: int) -> Slip:
    """Leave out the day of dental checks that are said to be completed."""
    row = desk.draw("health", year, lambda each: each["status"] == "completed" and each["kind"] == DENTAL)
    row["completed_date"] = ""
    return _slip(kind, "health", year, row, "due_date", "completed_date")


def done_though_planned(desk: Desk, kind: str, year: int) -> Slip:
    """Leave the status of assessments at planned that were done."""
    row = desk.draw("health", year, _done)
    row["status"] = "planned"
    return _slip(kind, "health", year, row, "due_date", "status")


def done_twice(desk: Desk, kind: str, year: int) -> Slip:
    """Enter assessments a second time, with another due date."""
    row = desk.draw("health", year, _done)
    due = parsed(row["due_date"]) - timedelta(14)
    desk.insert_after("health", year, row, row | {"due_date": shown(due)})
    return _slip(kind, "health", year, row, "due_date", "completed_date")


def unknown_health_status(desk: Desk, kind: str, year: int) -> Slip:
    """Plant a status that the code set does not hold."""
    row = desk.draw("health", year, lambda each: each["kind"] == DENTAL and each["status"] == "cancelled")
    row["status"] = "did not attend"
    return _slip(kind, "health", year, row, "due_date", "status")


def given_before_completed(desk: Desk, kind: str, year: int) -> Slip:
    """Plant plans given to the child before they were completed."""
    row = desk.draw("education_plans", year, lambda each: each["given_to_child_date"])
    given = working_day_by(parsed(row["completed_date"]) - timedelta(whole(desk.rng, 3, 20)))
    row["given_to_child_date"] = shown(given)
    return _slip(kind, "education_plans", year, row, "as_at_date", "given_to_child_date")


def no_plan_with_dates(desk: Desk, kind: str, year: int) -> Slip:
    """Say that there is no plan of children for whom one was completed, as they were leaving."""
    on_the_day = shown(AS_AT[year])
    row = desk.draw("education_plans", year, lambda each: each["completed_date"] and each["as_at_date"] != on_the_day)
    row["status"] = "none"
    return _slip(kind, "education_plans", year, row, "as_at_date", "status")


def plan_twice(desk: Desk, kind: str, year: int) -> Slip:
    """Enter plans twice as on one day."""
    row = desk.draw("education_plans", year, lambda each: each["status"] == "up to date")
    desk.insert_after("education_plans", year, row, dict(row))
    return _slip(kind, "education_plans", year, row, "as_at_date", "")


def plan_long_after_leaving(desk: Desk, kind: str, year: int) -> Slip:
    """Keep children in the register who left care long ago."""
    left = [c for c in desk.council.children if c.periods and (c.child_id not in desk.used)]
    row = desk.draw("education_plans", year, lambda each: each["status"] == "out of date")
    day = parsed(row["as_at_date"])
    gone = [c for c in left if 500 < (day - c.periods[-1].end).days < 900]
    child = choose(desk.rng, gone)
    desk.used.add(child.child_id)
    desk.insert_after("education_plans", year, row, row | {"child_id": child.child_id})
    return Slip(kind, "education_plans", year, child.child_id, day, "")


def considered_with_days(desk: Desk, kind: str, year: int) -> Slip:
    """Give school days to exclusions that were only considered."""
    row = desk.draw("exclusions", year, lambda each: each["kind"] == "considered")
    row["days"] = "2"
    return _slip(kind, "exclusions", year, row, "excluded_date", "days")


def not_said_whether_reported(desk: Desk, kind: str, year: int) -> Slip:
    """Leave out whether the virtual school was told."""
    row = desk.draw("exclusions", year, lambda each: each["kind"] == "suspension")
    row["reported_to_virtual_school"] = ""
    return _slip(kind, "exclusions", year, row, "excluded_date", "reported_to_virtual_school")


def suspended_and_excluded(desk: Desk, kind: str, year: int) -> Slip:
    """Enter suspensions once more as considered exclusions of the same day."""
    row = desk.draw("exclusions", year, lambda each: each["kind"] == "suspension")
    desk.insert_after("exclusions", year, row, row | {"kind": "considered", "days": ""})
    return _slip(kind, "exclusions", year, row, "excluded_date", "kind")


def excluded_before_care(desk: Desk, kind: str, year: int) -> Slip:
    """Enter exclusions of days before the child came into care."""
    children = {c.child_id: c for c in desk.council.children}
    row = desk.draw(
        "exclusions",
        year,
        lambda each: each["kind"] == "suspension" and children[each["child_id"]].periods[0].start.year > year - 7,
    )
    day = working_day_by(children[row["child_id"]].periods[0].start - timedelta(whole(desk.rng, 20, 60)))
    desk.insert_after("exclusions", year, row, row | {"excluded_date": shown(day)})
    return Slip(kind, "exclusions", year, row["child_id"], day, "excluded_date")


# None in the education plans of 2018-19, whose two exports differ by what was entered between them.
PLANTED = (
    ("dental check on no day", {2018: 2, 2019: 1, 2020: 1, 2021: 2}, done_on_no_day),
    ("health assessment done though planned", {2018: 1, 2020: 2, 2021: 1}, done_though_planned),
    ("health assessment entered twice", {2019: 1, 2021: 1}, done_twice),
    ("health status unknown", {2018: 1, 2021: 1}, unknown_health_status),
    ("plan given before it was completed", {2018: 1, 2020: 1, 2021: 2}, given_before_completed),
    ("no plan with dates", {2018: 1, 2021: 1}, no_plan_with_dates),
    ("plan entered twice", {2020: 1}, plan_twice),
    ("plan long after leaving", {2018: 1, 2021: 1}, plan_long_after_leaving),
    ("considered exclusion with days", {2018: 1, 2020: 1}, considered_with_days),
    ("exclusion not said whether reported", {2019: 1, 2021: 2}, not_said_whether_reported),
    ("two exclusions on one day", {2020: 1}, suspended_and_excluded),
    ("exclusion before care", {2019: 1, 2021: 1}, excluded_before_care),
)
