"""The action plans of the made-up council's annual reports, and facts that no other extract holds."""

from dataclasses import dataclass

from kit.sample.lives.council import Council

Rows = list[dict[str, str]]

ACTIONS_FROM, FACTS_FROM = 2019, 2019


@dataclass(frozen=True)
class Action:
    """A line of a plan: whether it was achieved within the year (the day), or why not, and what it should move."""

    what: str
    owner: str
    measure: str
    achieved: str = ""
    status: str = "achieved"
    reason: str = ""


MANAGER, TEAM, SUPPORT = "IRO service manager", "All reviewing officers", "Business support manager"
LEAD = "Participation lead"
PLANS: dict[int, tuple[Action, ...]] = {
    2018: (
        Action("Send the record of every review within 21 days", SUPPORT, "records_sent_on_time", "14/12/2018"),
        Action("Agree with fostering how parents are invited to reviews", MANAGER, "parents_took_part", "10/09/2018"),
        Action(
            "Record why a child took no part in the review", TEAM, "children_took_part", "",
            "in progress", "The form of the case management system was changed only in February.",
        ),
        Action("Share what was learnt from escalations", MANAGER, "escalations_learning_shared", "30/01/2019"),
        Action("Fill the post left by a retirement", MANAGER, "full_time_posts", "07/01/2019"),
        Action("Ask schools for the child's EHC plan before each review", TEAM, "send_known", "22/03/2019"),
    ),
    2019: (
        Action("Book later reviews a month before they are due", TEAM, "reviews_on_time", "28/06/2019"),
        Action("Send the decisions of every review within five working days", SUPPORT, "decisions_sent_on_time",
               "02/12/2019"),
        Action("Chair a review together with the young person where asked", LEAD, "children_took_part", "17/01/2020"),
        Action(
            "Obtain the social work report before every review", MANAGER, "reviews_with_social_work_report", "",
            "in progress", "Two of the five teams have taken the new form up.",
        ),
        Action("Supervise every officer at least every six weeks", MANAGER, "supervisions_on_time", "31/10/2019"),
        Action("Resolve escalations within 20 working days", MANAGER, "escalations_resolved_on_time", "13/03/2020"),
        Action(
            "Keep one officer for a child after a move", MANAGER, "children_with_one_iro_all_year", "",
            "not started", "Held back until the review of team boundaries is decided.",
        ),
    ),
    2020: (
        Action("Offer every child over four an advocate before the review", LEAD, "children_took_part", "11/09/2020"),
        Action("Let children choose how and where their review is held", TEAM, "reviews_virtual", "05/06/2020"),
        Action("Send the decisions of every review within five working days", SUPPORT, "decisions_sent_on_time",
               "30/09/2020"),
        Action("Check the SEND record with the virtual school each term", MANAGER, "send_known", "18/12/2020"),
        Action("Share what escalations taught, each term", MANAGER, "escalations_learning_shared", "26/02/2021"),
        Action("Resolve concerns where they are raised", TEAM, "escalations_resolved_early", "15/01/2021"),
        Action("Arrange cover for officers who are away for long", MANAGER, "children_per_full_time_iro", "03/12/2020"),
        Action("Invite parents by telephone as well as by letter", SUPPORT, "parents_took_part", "09/10/2020"),
        Action(
            "Visit every child between two reviews", TEAM, "reviewed_children_contacted", "",
            "in progress", "The pandemic: visits stopped from April 2020, and calls took the place of many.",
        ),
    ),
    2021: (
        Action("Send the record of every review within 21 days", SUPPORT, "records_sent_on_time", "", "in progress"),
        Action("Visit every child between two reviews", TEAM, "reviewed_children_contacted", "", "in progress"),
        Action("Offer a meeting in person again to every child", TEAM, "reviews_virtual", "", "not started"),
        Action("Bring supervision back to every six weeks", MANAGER, "supervisions_on_time", "", "not started"),
        Action("Review the oldest escalations each month", MANAGER, "escalations_resolved_on_time", "", "in progress"),
        Action("Ask children who take no part what would help them", LEAD, "children_took_part", "", "not started"),
        Action("Write a welcome letter to children new to care", LEAD, "", "", "not started"),
        Action("Agree a training plan for officers", MANAGER, "", "", "in progress"),
    ),
}  # fmt: skip
# Slips: a measure in the council's own words, a day and a reason that were left out, a plan of long ago.
OWN_WORDS = {2019: ("A2018-3", "taking part")}
NO_DAY = {2020: "A2019-6"}
NO_REASON = {2020: "A2019-4"}
LEFT_OVER = {2020: ("A2018-3", 2018)}

SCHOOLS = "Secondary schools whose staff had trauma-informed training"
LEFT_FOSTERING = "Foster carers who resigned"
STUDENTS = "Social work students who spent a placement with the service"
OFFICERS = "Reviewing officers trained in advocacy"
FACTS: dict[int, tuple[tuple[str, str, str, str], ...]] = {
    2019: (
        (SCHOOLS, "5", "16", ""),
        (LEFT_FOSTERING, "11", "", ""),
        (STUDENTS, "2", "", ""),
    ),
    2020: (
        (SCHOOLS, "9", "16", "Training for two more was booked for March 2020 and put off."),
        (LEFT_FOSTERING, "12", "", "Retirement was the reason that most gave."),
        (STUDENTS, "3", "", ""),
    ),
    2021: (
        (SCHOOLS, "14", "16", "Held online. The other two are booked for the autumn."),
        (LEFT_FOSTERING, "7", "", "Fewer than in any of the years before; several stayed on for the pandemic."),
        (STUDENTS, "2", "", "Placements went on online."),
        (OFFICERS, "", "8", "To be counted in the summer."),
    ),
}


def action_rows(_: Council, year: int) -> Rows | None:
    """Return the plan of the year before as it is at the year's end, and the plan for the year ahead."""
    if year < ACTIONS_FROM:
        return None
    done = [_action(year - 1, n, each, carried_out=True) for n, each in enumerate(PLANS[year - 1], start=1)]
    ahead = [_action(year, n, each, carried_out=False) for n, each in enumerate(PLANS[year], start=1)]
    for row in done:
        if row["action_id"] in (OWN_WORDS.get(year, ("",))[0],):
            row["measure"] = OWN_WORDS[year][1]
        if row["action_id"] == NO_DAY.get(year):
            row["achieved_date"] = ""
        if row["action_id"] == NO_REASON.get(year):
            row["reason"] = ""
    if year in LEFT_OVER:
        action_id, agreed = LEFT_OVER[year]
        old = PLANS[agreed][int(action_id.partition("-")[2]) - 1]
        done.insert(0, _action(agreed, int(action_id.partition("-")[2]), old, carried_out=True))
    return [*done, *ahead]


def _action(agreed: int, number: int, action: Action, carried_out: bool) -> dict[str, str]:
    status = action.status
    if not carried_out:
        # As the plan is agreed, work on a few lines has begun.
        status = action.status if action.status != "achieved" else ("in progress" if number % 3 == 0 else "not started")
    return {
        "action_id": f"A{agreed}-{number}",
        "agreed_year": str(agreed),
        "action": action.what,
        "owner": action.owner,
        "status": status,
        "achieved_date": action.achieved if carried_out else "",
        "reason": action.reason if carried_out else "",
        "measure": action.measure,
    }


def fact_rows(_: Council, year: int) -> Rows | None:
    """Return the year's facts."""
    if year < FACTS_FROM:
        return None
    return [dict(zip(("fact", "numerator", "denominator", "note"), fact, strict=True)) for fact in FACTS[year]]
