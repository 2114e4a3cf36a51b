"""The ways in which a measure is broken down, and the categories that always appear.

A breakdown is a column that measures select under the breakdown's own name, holding labels for people.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from kit.extracts import codes
from kit.extracts.codes import NOT_RECORDED
from kit.years import ReportingYear, months_after

ALL = "all"
LATER = "Later"
# Their categories are dates of the year, so that a year has no category of another.
DATED = ("month", "week")

AGE_BANDS_ALL = ("Under 1", "1–4", "5–9", "10–15", "16+")
AGE_BANDS = ("4–9", "10–15", "16+")
QUARTERS = ("Q1", "Q2", "Q3", "Q4")
NUMBERS_OF_IROS = ("One", "Two", "Three or more")
OCCASIONS = ("First", "Second", "Later", "Adoption")
CARE_OR_PLAN = ("Looked after only", "Protection plan only", "Looked after and protection plan")
CARE_PLAN_DELAYS = ("Up to a week late", "Over a week, up to four weeks", "Over four weeks", "Not completed")
YEARS_IN_CARE = ("4 months to 1 year", "1 to 2 years", "2 years or more")
# "No plan available" is not "no plan": what a final plan may be waiting for is said apart.
CARE_PLAN_MEANINGS = (
    ("Final", "the plan is complete and in use"),
    ("Legal", "the plan is written for the court and is with the court in proceedings"),
    ("Draft", "there is a plan, not yet complete"),
    ("None", "it is recorded that there was no plan"),
    (NOT_RECORDED, "nothing is recorded, so that it cannot be said whether there was a plan"),
)
WAYS_UP = ("Resolved where raised", "One stage higher", "Two or more stages higher", "A lower stage", NOT_RECORDED)
# The areas of the SEND code of practice (2015), 6.28 to 6.35. Few children have a sensory or physical need.
AREAS_OF_NEED = (
    "Communication and interaction", "Cognition and learning", "Social, emotional and mental health",
    "Other, or not recorded",
)  # fmt: skip
TIMES_OPEN = ("Up to 4 weeks", "5 to 13 weeks", "14 to 26 weeks", "Over 26 weeks")
# Second reviews are due within three months, later ones within six: hardly any follows later.
UNTIL_NEXT_REVIEW = ("Up to 3 months", "Over 3 months")
DECISION_AGES = ("Up to 6 months", "Over 6, up to 12 months", "Over 12 months")
HEALTH_AGES = ("Under 5", "5 and over")
HEALTH_OUTCOMES = ("On time", "Late", "Not done", "Cancelled", "Refused", NOT_RECORDED)
RECORDED_IN = ("Both", "Statutory return only", "Health extract only", "Neither")
MONTHS_IN_CARE = ("Under 3 months", "3 months to 1 year", "1 to 2 years", "2 years or more")


@dataclass(frozen=True)
class Breakdown:
    """A way to break a measure down.

    `categories` always appear, also with 0; an open breakdown has none, and its categories are those found in any
    loaded year. `needs` names the column of an extract ("send.disability") without which it is not supplied.
    `several` is true if one case may count under more than one category, so that they do not add up to the whole.
    An `internal` one names members of staff: it is printed by `kit figures --internal`, and is in no report.
    `meanings` says what a category means if its label alone could be misread.
    """

    name: str
    title: str
    categories: tuple[str, ...] = ()
    needs: str | None = None
    several: bool = False
    internal: bool = False
    meanings: tuple[tuple[str, str], ...] = ()

    def categories_in(self, year: ReportingYear) -> tuple[str, ...]:
        """Return the categories that always appear in a reporting year, in reading order.

        Of months and quarters these are the ones that have begun by its as-at day; of weeks those that begin by six
        months after it, from the week of the day after it on, by their Mondays, and what is later together.
        """
        if self.name == "week":
            return (*weeks_after(year.as_at), LATER)
        if self.name == "month":
            months = [*range(4, 13), *range(1, 4)][: year.months]
            return tuple(f"{year.year - 1 if month >= 4 else year.year}-{month:02d}" for month in months)
        if self.name == "quarter":
            return self.categories[: (year.months + 2) // 3]
        return self.categories


def weeks_after(as_at: date) -> list[str]:
    """Return the Mondays (2021-06-21) of the weeks from the day after `as_at` to six months after it."""
    first = as_at + timedelta(days=1)
    monday, last = first - timedelta(days=first.weekday()), months_after(as_at, 6)
    return [(monday + timedelta(weeks=n)).isoformat() for n in range((last - monday).days // 7 + 1)]


def _without(categories: tuple[str, ...], *left_out: str) -> tuple[str, ...]:
    return tuple(c for c in categories if c not in left_out)


_ALL_BREAKDOWNS = (
    Breakdown("month", "Month"),
    Breakdown("week", "Week in which it is due"),
    Breakdown("quarter", "Quarter", QUARTERS),
    Breakdown("age_band", "Age", AGE_BANDS),
    Breakdown("age_band_all", "Age", AGE_BANDS_ALL),
    Breakdown("sex", "Sex", codes.SEX.categories()),
    Breakdown("ethnicity", "Ethnicity", codes.ETHNICITY.categories()),
    Breakdown("legal_status", "Legal status", _without(codes.LEGAL_STATUS.categories(), "Short breaks")),
    Breakdown("placement", "Placement", codes.PLACEMENT.categories()),
    Breakdown(
        "sen_provision",
        "SEN provision",
        (*codes.SEN_PROVISION.categories(), NOT_RECORDED),
        needs="send.sen_provision",
    ),
    Breakdown(
        "primary_need",
        "Primary need",
        (*codes.PRIMARY_NEED.categories(), "No SEN", NOT_RECORDED),
        needs="send.primary_need",
    ),
    Breakdown("area_of_need", "Area of need", AREAS_OF_NEED, needs="send.primary_need"),
    Breakdown(
        "disability",
        "Disability",
        (*codes.DISABILITY.categories(), NOT_RECORDED),
        needs="send.disability",
        several=True,
    ),
    Breakdown("participation", "Participation", _without(codes.PARTICIPATION.categories(), "Under 4 at the time")),
    Breakdown("occasion", "Which review", OCCASIONS),
    Breakdown(
        "mode",
        "How the review was held",
        (*codes.MODE.categories(), NOT_RECORDED),
        needs="review_details.mode",
    ),
    Breakdown(
        "parent_participation",
        "How the parent took part",
        (*codes.PARENT_TOOK_PART.categories(), NOT_RECORDED),
        needs="review_details.parent_took_part",
    ),
    Breakdown("review_iro", "Reviewing officer of the review", needs="review_details.iro_id", internal=True),
    Breakdown(
        "social_work_report",
        "Social work report",
        (*codes.SOCIAL_WORK_REPORT.categories(), NOT_RECORDED),
        needs="review_details.social_work_report",
    ),
    Breakdown(
        "care_plan",
        "Care plan at the review",
        (*codes.CARE_PLAN.categories(), NOT_RECORDED),
        needs="review_details.care_plan",
        meanings=CARE_PLAN_MEANINGS,
    ),
    Breakdown("care_plan_delay", "How late", CARE_PLAN_DELAYS),
    Breakdown("care_or_plan", "Looked after or with a protection plan", CARE_OR_PLAN),
    Breakdown("conference_kind", "Kind of conference", codes.CONFERENCE_KIND.categories()),
    Breakdown("permanence_plan", "Permanence plan", needs="care_plans.permanence_plan"),
    Breakdown("years_in_care", "Time in care", YEARS_IN_CARE),
    Breakdown("late_reason", "Reason the review was late", needs="review_details.late_reason"),
    Breakdown("record_late_reason", "Reason the record was late", needs="review_details.record_late_reason"),
    Breakdown("stage_raised", "Stage at which it was raised"),
    Breakdown("stage_resolved", "Stage at which it was resolved"),
    Breakdown("theme", "Theme"),
    Breakdown("outcome", "Outcome"),
    Breakdown("app", "App", needs="app_use.app"),
    Breakdown("apps", "App", needs="app_use.app", several=True),
    Breakdown("respondent", "Who answered", needs="feedback.respondent"),
    Breakdown("question", "Question"),
    Breakdown("question_answer", "Question and answer"),
    Breakdown("path", "Path from stage to stage"),
    Breakdown("way_up", "How far it went", WAYS_UP),
    Breakdown("time_open", "How long open", TIMES_OPEN),
    Breakdown("iro", "Reviewing officer", internal=True),
    Breakdown("wave", "Wave of audits"),
    Breakdown("team", "Team"),
    Breakdown(
        "quality_score",
        "Quality score",
        (*codes.QUALITY_SCORE.categories(), NOT_RECORDED),
        needs="review_details.quality_score",
    ),
    Breakdown("until_next_review", "Age of the decision at the next review", UNTIL_NEXT_REVIEW),
    Breakdown("decision_age", "Age of the decision", DECISION_AGES),
    Breakdown("health_age", "Age", HEALTH_AGES),
    Breakdown("health_outcome", "What became of it", HEALTH_OUTCOMES),
    Breakdown("recorded_in", "Where it is recorded", RECORDED_IN),
    Breakdown("months_in_care", "Time in care", MONTHS_IN_CARE),
    Breakdown("pep_status", "How the plan stands", (*codes.PLAN_STATUS.categories(), NOT_RECORDED)),
    Breakdown(
        "pep_quality",
        "Quality of the plan",
        (*codes.PLAN_QUALITY.categories(), NOT_RECORDED),
        needs="education_plans.quality",
    ),
    Breakdown("exclusion_kind", "Kind of exclusion", codes.EXCLUSION_KIND.categories()),
    Breakdown("contact_kind", "Kind of contact", ("Visit", "Call")),
    Breakdown("number_of_iros", "How many reviewing officers they had", NUMBERS_OF_IROS),
    Breakdown("action_status", "How far they have come", (*codes.ACTION_STATUS.categories(), NOT_RECORDED)),
    Breakdown("fact", "Fact"),
)

BREAKDOWNS: dict[str, Breakdown] = {b.name: b for b in _ALL_BREAKDOWNS}

# Every word that is a category by itself, in order: labels of codes, and what views and macros say besides.
LABELS: tuple[str, ...] = tuple(
    sorted(
        {label for code_set in codes.CODE_SETS for label in code_set.labels.values()}
        | {category for breakdown in _ALL_BREAKDOWNS for category in breakdown.categories}
        | {NOT_RECORDED}
    )
)

STAGES_UP = {0: "Resolved where raised", 1: "One stage higher"}


def _ends_of(path: str) -> tuple[str, str]:
    raised, _, resolved = path.removesuffix(" only").partition(" to ")
    return raised, resolved or raised


def _way_up_of(path: str) -> str:
    if path == NOT_RECORDED:
        return path
    raised, resolved = (int(stage.split()[-1]) if stage[-1].isdigit() else 0 for stage in _ends_of(path))
    return "A lower stage" if resolved < raised else STAGES_UP.get(resolved - raised, "Two or more stages higher")


def _quarter_of(month: str) -> str:
    return QUARTERS[(int(month[-2:]) + 8) % 12 // 3]


# The same cases by another name: breakdown and category, twice.
ALIKE = (("sen_provision", "No SEN", "primary_need", "No SEN"),)


@dataclass(frozen=True)
class Coarser:
    """A breakdown whose categories are made of those of a finer one: `category_of` says by which.

    If it `spreads`, the finer one's "Not recorded" may be in any category of the coarser one.
    """

    finer: str
    coarser: str
    category_of: Callable[[str], str]
    spreads: bool = False


COARSER = (
    Coarser("month", "quarter", _quarter_of),
    Coarser("path", "way_up", _way_up_of),
    Coarser("path", "stage_raised", lambda path: _ends_of(path)[0], spreads=True),
    Coarser("path", "stage_resolved", lambda path: _ends_of(path)[1], spreads=True),
)
