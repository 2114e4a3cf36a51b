"""Every kind of data-entry slip in care planning and child protection, how it is planted, and in which years."""

from datetime import timedelta

from kit.sample.days import first_day, last_day, shown
from kit.sample.draws import whole
from kit.sample.records.protection import FIRST_CHILD
from kit.sample.slips.slips import UNKNOWN_CHILDREN, Desk, Row, Slip, parsed


def care_plan_of_unknown_child(desk: Desk, kind: str, year: int) -> Slip:
    """Plant care plans of children whom the return does not know."""
    row = desk.draw("care_plans", year, lambda each: each["care_plan_completed_date"])
    row["child_id"] = str(UNKNOWN_CHILDREN + whole(desk.rng, 100_000, 199_999))
    return Slip(kind, "care_plans", year, row["child_id"], parsed(row["care_plan_completed_date"]), "child_id")


def life_story_given_first(desk: Desk, kind: str, year: int) -> Slip:
    """Plant life story books given before the work was started."""
    row = desk.draw("care_plans", year, lambda each: each["life_story_given_date"])
    row["life_story_given_date"] = shown(parsed(row["life_story_started_date"]) - timedelta(whole(desk.rng, 9, 90)))
    return Slip(kind, "care_plans", year, row["child_id"], None, "life_story_given_date")


def permanence_plan_without_day(desk: Desk, kind: str, year: int) -> Slip:
    """Plant permanence plans whose day nobody entered."""
    row = desk.draw("care_plans", year, lambda each: each["permanence_plan"])
    row["permanence_plan_date"] = ""
    return Slip(kind, "care_plans", year, row["child_id"], None, "permanence_plan_date")


def permanence_plan_before_care(desk: Desk, kind: str, year: int) -> Slip:
    """Plant permanence plans dated before the child was looked after."""
    starts = {child.child_id: child.periods[0].start for child in desk.council.children if child.periods}

    def fits(each: Row) -> bool:
        return bool(each["permanence_plan"]) and starts[each["child_id"]] > first_day(year)

    row = desk.draw("care_plans", year, fits)
    row["permanence_plan_date"] = shown(starts[row["child_id"]] - timedelta(whole(desk.rng, 20, 200)))
    return Slip(kind, "care_plans", year, row["child_id"], None, "permanence_plan_date")


def _within_a_year(row: Row, year: int) -> bool:
    """Whether the plan began and ended in the year, so that it is in no count on 31 March; of no looked-after child."""
    if not row["end_date"] or int(row["child_id"]) < FIRST_CHILD:
        return False
    start, end = parsed(row["start_date"]), parsed(row["end_date"])
    return first_day(year) <= start and start + timedelta(60) < end < last_day(year)


def plan_ends_before_it_starts(desk: Desk, kind: str, year: int) -> Slip:
    """Plant child protection plans that end before they start."""
    row = desk.draw("protection_plans", year, lambda each: _within_a_year(each, year))
    row["end_date"] = shown(parsed(row["start_date"]) - timedelta(whole(desk.rng, 2, 30)))
    return Slip(kind, "protection_plans", year, row["child_id"], parsed(row["start_date"]), "end_date")


def two_plans_at_once(desk: Desk, kind: str, year: int) -> Slip:
    """Plant a second child protection plan while the first goes on."""
    row = desk.draw("protection_plans", year, lambda each: _within_a_year(each, year))
    start = parsed(row["start_date"]) + timedelta(whole(desk.rng, 10, 50))
    desk.insert_after("protection_plans", year, row, row | {"start_date": shown(start)})
    return Slip(kind, "protection_plans", year, row["child_id"], start, "start_date")


def plan_left_open(desk: Desk, kind: str, year: int) -> Slip:
    """A plan that ended in the next year, and that the next year's export forgot."""
    later = desk.tables["protection_plans", year + 1]
    ended = [(each["child_id"], each["start_date"]) for each in later if each["end_date"]]

    def same(each: Row) -> tuple[str, str]:
        return each["child_id"], each["start_date"]

    row = desk.draw("protection_plans", year, lambda each: not each["end_date"] and same(each) in ended)
    later[:] = [each for each in later if same(each) != same(row)]
    return Slip(kind, "protection_plans", year, row["child_id"], parsed(row["start_date"]), "end_date")


def conference_held_a_year_early(desk: Desk, kind: str, year: int) -> Slip:
    """Plant conferences whose year was mistyped."""

    def fits(each: Row) -> bool:
        return bool(each["held_date"]) and parsed(each["held_date"]) <= parsed(each["due_date"])

    row = desk.draw("protection_conferences", year, fits)
    row["held_date"] = row["held_date"][:6] + str(int(row["held_date"][6:]) - 1)
    return Slip(kind, "protection_conferences", year, row["child_id"], parsed(row["due_date"]), "held_date")


def conference_twice(desk: Desk, kind: str, year: int) -> Slip:
    """Plant a conference a second time, with another due date."""

    def fits(each: Row) -> bool:
        return bool(each["held_date"]) and parsed(each["due_date"]) < last_day(year) - timedelta(9)

    row = desk.draw("protection_conferences", year, fits)
    due = parsed(row["due_date"]) + timedelta(7)
    desk.insert_after("protection_conferences", year, row, row | {"due_date": shown(due)})
    return Slip(kind, "protection_conferences", year, row["child_id"], due, "held_date")


PLANTED = (
    ("care plan of an unknown child", {2019: 1, 2021: 1}, care_plan_of_unknown_child),
    ("life story given before it was started", {2018: 1, 2020: 1, 2021: 1}, life_story_given_first),
    ("permanence plan without its day", {2018: 2, 2019: 1, 2020: 2, 2021: 2}, permanence_plan_without_day),
    ("permanence plan before care", {2019: 1, 2021: 1}, permanence_plan_before_care),
    ("protection plan ends before it starts", {2017: 1, 2020: 1}, plan_ends_before_it_starts),
    ("two protection plans at once", {2018: 1, 2021: 1}, two_plans_at_once),
    ("protection plan left open and gone", {2020: 1}, plan_left_open),
    ("conference held a year early", {2019: 1, 2021: 1}, conference_held_a_year_early),
    ("two conferences on one day", {2020: 1}, conference_twice),
)
