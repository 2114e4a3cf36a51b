"""The figures of the chapters on participation, health and education, each measure from its header."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from tests.oracle import away, decisions, education, health, labels, oc2, support, voices
from tests.oracle.days import last_day_of
from tests.oracle.records import Records, read_records
from tests.oracle.tables import Case, empty_row, kaplan_meier_median, ratio, wilson
from tests.oracle.year import KnownYear

# Of an extract: from which year its source has which words of a column, by breakdown.
Added = Mapping[str, tuple[int, str]]

HEALTH_OUTCOMES = ["On time", "Late", "Not done", "Cancelled", "Refused", labels.NOT_RECORDED]
CATEGORIES = {
    "parent_participation": ["Attended", "Contributed", "Did not take part", "Not invited", labels.NOT_RECORDED],
    "until_next_review": ["Up to 3 months", "Over 3 months"],
    "decision_age": [*decisions.AGES.values(), "Over 12 months"],
    "health_age": ["Under 5", "5 and over"],
    "health_outcome": HEALTH_OUTCOMES,
    "recorded_in": ["Both", "Statutory return only", "Health extract only", "Neither"],
    "months_in_care": ["Under 3 months", "3 months to 1 year", "1 to 2 years", "2 years or more"],
    "pep_status": [*education.STATUSES.values(), labels.NOT_RECORDED],
    "pep_quality": ["Green", "Amber", "Red", labels.NOT_RECORDED],
    "exclusion_kind": ["Suspension", "Permanent exclusion", "Considered, not made"],
}
NEEDED = {
    "mode": "review_details.mode",
    "review_iro": "review_details.iro_id",
    "parent_participation": "review_details.parent_took_part",
    "sen_provision": "send.sen_provision",
    "primary_need": "send.primary_need",
    "app": "app_use.app",
    "apps": "app_use.app",
    "respondent": "feedback.respondent",
    "pep_quality": "education_plans.quality",
}


@dataclass(frozen=True)
class Topic:
    """A measure: its name and kind, the cases of a year, breakdowns and needs with a space between.

    `looks_back` is true if the year before must be loaded; `whole_years` if a part of a year says nothing.
    """

    name: str
    kind: str
    cases: Callable[[KnownYear, Records], list[Case]]
    breakdowns: str = ""
    needs: str = ""
    looks_back: bool = False
    whole_years: bool = False


CHANGES = "age_band placement mode sen_provision primary_need review_iro"
TOPICS = [
    Topic("children_took_no_part", "share", voices.children_took_no_part, CHANGES),
    Topic("children_never_took_part", "share", voices.children_never_took_part, CHANGES),
    Topic("children_with_part", "share", voices.children_with_part, "age_band sen_provision"),
    Topic("children_began_to_take_part", "share", voices.children_began_to_take_part, CHANGES, looks_back=True),
    Topic("children_stopped_taking_part", "share", voices.children_stopped_taking_part, CHANGES, looks_back=True),
    Topic(
        "parent_participation",
        "count",
        voices.parent_participation,
        "parent_participation",
        "review_details.parent_took_part",
    ),
    Topic("app_submissions", "count", voices.app_submissions, "app month", "app_use"),
    Topic("children_using_apps", "count", voices.children_using_apps, "apps", "app_use"),
    Topic("feedback_received", "count", voices.feedback_received, "respondent", "feedback"),
    Topic("feedback_answers", "count", voices.feedback_answers, "question_answer", "feedback"),
    Topic("feedback_answered_yes", "share", voices.feedback_answered_yes, "question respondent", "feedback"),
    Topic("feedback_children_yes", "share", voices.feedback_children_yes, "question", "feedback"),
    Topic(
        "annual_health_assessments",
        "share",
        oc2.annual_health_assessments,
        needs="oc2.health_assessment",
        whole_years=True,
    ),
    Topic("dental_checks", "share", oc2.dental_checks, needs="oc2.teeth_check", whole_years=True),
    Topic("immunisations_up_to_date", "share", oc2.immunisations, needs="oc2.immunisations", whole_years=True),
    Topic("sdq_scores_known", "share", oc2.sdq_scores_known, needs="oc2.sdq_score", whole_years=True),
    Topic(
        "dental_checks_compared",
        "count",
        oc2.dental_checks_compared,
        "recorded_in",
        "oc2.teeth_check health",
        whole_years=True,
    ),
    Topic(
        "health_assessments_compared",
        "count",
        oc2.health_assessments_compared,
        "recorded_in",
        "oc2.health_assessment health",
        whole_years=True,
    ),
    Topic("health_assessments_up_to_date", "share", health.up_to_date, "health_age", "health"),
    Topic("initial_health_assessments", "count", health.initial, "health_outcome", "health"),
    Topic("initial_health_assessments_on_time", "share", health.initial_on_time, "health_age", "health"),
    Topic("review_health_assessments", "count", health.reviews, "health_outcome", "health"),
    Topic("review_health_assessments_on_time", "share", health.reviews_on_time, "health_age", "health"),
    Topic("children_excluded", "share", education.children_excluded, needs="exclusions"),
    Topic("school_exclusions", "count", education.school_exclusions, "exclusion_kind", "exclusions"),
    Topic(
        "exclusions_reported",
        "share",
        education.exclusions_reported,
        "exclusion_kind",
        "exclusions.reported_to_virtual_school",
    ),
    Topic("school_days_lost", "count", education.school_days_lost, needs="exclusions.days"),
    Topic("children_with_pep", "share", education.children_with_pep, "months_in_care", "education_plans.status"),
    Topic("peps_up_to_date", "share", education.peps_up_to_date, "months_in_care", "education_plans.status"),
    Topic("pep_status", "count", education.pep_status, "pep_status", "education_plans.status"),
    Topic(
        "pep_quality",
        "count",
        education.pep_quality,
        "pep_quality",
        "education_plans.quality education_plans.status",
    ),
    Topic(
        "peps_waited_over_30_days",
        "share",
        education.waited_over_30_days,
        needs="education_plans.completed_date education_plans.given_to_child_date",
    ),
    Topic("missing_episodes", "count", away.missing_episodes, "age_band_all", "missing.missing"),
    Topic(
        "children_with_missing_episodes",
        "share",
        away.children_with_missing_episodes,
        "age_band_all",
        "missing.missing",
    ),
    Topic("children_with_advocate", "share", support.children_with_advocate, "age_band_all", "advocacy.started_date"),
    Topic(
        "children_with_independent_visitor",
        "share",
        support.children_with_independent_visitor,
        "age_band_all",
        "advocacy.started_date",
    ),
    Topic(
        "decisions_done_by_next_review",
        "share",
        decisions.decisions_done_by_next_review,
        "until_next_review quarter",
        "decisions.done_date",
    ),
    Topic(
        "decisions_open_after_review",
        "count",
        decisions.decisions_open_after_review,
        "decision_age",
        "decisions.done_date",
    ),
    Topic("peps_begun_on_time", "share", education.peps_begun_on_time, needs="education_plans.initiated_date"),
]


# Measures whose one row a year is made by a function of its own.
OWN_ROWS = ("app_submissions_per_100", "pep_days_to_child", "sdq_score")


def chapter_figures(raw: Path, years: list[KnownYear], added: Added) -> list[dict]:
    """Return the rows of these chapters' measures; `added` is {breakdown: (first year, word)} of a changed source."""
    records = read_records(raw, [known.year for known in years])
    rows = [row for topic in TOPICS for row in _rows(topic, years, records, added)]
    for known in years:
        rows += [_app_submissions_per_100(known, records), _days_to_child(known, records), _sdq(known, records)]
    return rows


def _note(topic: Topic, known: KnownYear, years: list[KnownYear], records: Records, breakdown: str) -> str:
    needs = [*topic.needs.split(), *NEEDED.get(breakdown, "").split()]
    if not records.supplied[known.year].issuperset(needs):
        return "not supplied"
    if topic.whole_years and known.last_day != last_day_of(known.year):
        return "not known"
    return "not known" if topic.looks_back and known is years[0] else ""


def _rows(topic: Topic, years: list[KnownYear], records: Records, added: Added) -> list[dict]:
    rows = []
    notes = {k.year: _note(topic, k, years, records, "") for k in years}
    cases = {k.year: [] if notes[k.year] else topic.cases(k, records) for k in years}
    for known in years:
        rows.append(_row(topic, known.year, "all", "all", cases[known.year], notes[known.year]))
    for breakdown in topic.breakdowns.split():
        notes = {k.year: _note(topic, k, years, records, breakdown) for k in years}
        told = [year for year, note in notes.items() if not note]
        seen = {c for year in told for case in cases[year] for c in case.groups[breakdown]}
        seen = set() if breakdown == "month" else seen
        for known in years:
            fixed = CATEGORIES.get(breakdown) or labels.fixed_categories(breakdown, known.year, known.last_day)
            for category in sorted(seen | set(fixed)):
                inside = [case for case in cases[known.year] if category in case.groups[breakdown]]
                note = notes[known.year]
                first, word = added.get(breakdown, (0, ""))
                if category == word and known.year < first and not inside:
                    note = "not supplied"
                rows.append(_row(topic, known.year, breakdown, category, inside, note))
    return rows


def _row(topic: Topic, year: int, breakdown: str, category: str, cases: list[Case], note: str) -> dict:
    row = empty_row(topic.name, year, breakdown, category, note)
    if note:
        return row
    numerator = sum(case.counts for case in cases)
    if topic.kind == "count":
        return row | {"numerator": numerator, "value": numerator}
    return row | ratio(numerator, len(cases)) | wilson(numerator, len(cases))


def _app_submissions_per_100(known: KnownYear, records: Records) -> dict:
    row = empty_row("app_submissions_per_100", known.year, "all", "all")
    if "app_use" not in records.supplied[known.year]:
        return row | {"note": "not supplied"}
    return row | ratio(len(voices.app_submissions(known, records)), len(known.looked_after_in_the_year()))


def _days_to_child(known: KnownYear, records: Records) -> dict:
    row = empty_row("pep_days_to_child", known.year, "all", "all")
    needs = {"education_plans.completed_date", "education_plans.given_to_child_date"}
    if not needs <= records.supplied[known.year]:
        return row | {"note": "not supplied"}
    return row | _median(education.days_to_child(known, records))


def _sdq(known: KnownYear, records: Records) -> dict:
    row = empty_row("sdq_score", known.year, "all", "all")
    if "oc2.sdq_score" not in records.supplied[known.year]:
        return row | {"note": "not supplied"}
    if known.last_day != last_day_of(known.year):
        return row | {"note": "not known"}
    return row | _median([(score, True) for score in oc2.scores(known, records) if score is not None])


def _median(times: list[tuple[int, bool]]) -> dict:
    median = kaplan_meier_median(times)
    note = "no cases" if not times else "not known" if median is None else ""
    ended = sum(1 for _, it_ended in times if it_ended)
    return {"numerator": ended, "denominator": len(times), "value": median, "note": note}
