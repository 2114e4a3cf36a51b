"""The measures of escalations, quality assurance, the service and its plans that no core chapter has, in one table."""

from fractions import Fraction
from functools import partial

from tests.oracle import checklists, disputes, officers, plans
from tests.oracle.officers import quotient
from tests.oracle.tables import Measure

ESCALATIONS = "escalations"
SCORES = "review_details.quality_score"
FTE = "iros.fte"

# Sums in hundredths, as the table of results gives them, make the value a hundred times too small or too large.
PER_POST = partial(quotient, times=Fraction(100))
OF_HUNDREDTHS = partial(quotient, times=Fraction(1, 100))
PERCENT = partial(quotient, times=Fraction(100))

SERVICE_MEASURES = [
    Measure("escalations_resolved_by_path", "count", disputes.resolved_by_path, "path way_up", ESCALATIONS),
    Measure(
        "escalation_days_resolved",
        "median",
        disputes.days_resolved,
        "stage_raised stage_resolved path way_up iro",
        ESCALATIONS,
        row=disputes.median_of,
    ),
    Measure("escalations_open", "count", disputes.still_open, "stage_raised time_open iro", ESCALATIONS),
    Measure("escalations_raised_by_officer", "count", disputes.raised_by_officer, "iro", ESCALATIONS),
    Measure("escalations_raised_again", "share", disputes.raised_again, needs=ESCALATIONS),
    Measure("audit_answers", "share", checklists.audit_answers, "question wave", "audits"),
    Measure("audit_answers_benchmark", "share", checklists.audit_answers_benchmark, "question wave", "audits"),
    Measure("audits_done", "count", checklists.audits_done, "wave", "audits"),
    Measure("audits_drawn_from", "count", checklists.audits_drawn_from, needs="audits"),
    Measure("audits_drawn_from_benchmark", "count", checklists.audits_drawn_from_benchmark, needs="audits"),
    Measure("commendations_given", "count", checklists.commendations_given, "team", "commendations"),
    Measure("quality_score", "count", checklists.quality_score, "quality_score", SCORES),
    Measure("quality_scored_3_or_4", "share", checklists.quality_scored_3_or_4, "quarter", SCORES),
    Measure(
        "children_per_full_time_iro", "ratio", officers.children_per_full_time_iro, "month quarter", FTE, row=PER_POST
    ),
    Measure("full_time_posts", "ratio", officers.full_time_posts, "month quarter", FTE, row=quotient),
    Measure(
        "posts_filled",
        "ratio",
        officers.posts_filled,
        "month quarter",
        "iros.fte council.establishment",
        row=PERCENT,
    ),
    Measure(
        "allocated_children_per_full_time_iro",
        "ratio",
        officers.allocated_children_per_full_time_iro,
        "iro",
        "allocations iros.fte",
        row=PER_POST,
    ),
    Measure("children_with_an_iro", "share", officers.children_with_an_iro, needs="allocations"),
    Measure(
        "children_by_number_of_iros", "count", officers.children_by_number_of_iros, "number_of_iros", "allocations"
    ),
    Measure("children_with_one_iro_all_year", "share", officers.children_with_one_iro_all_year, needs="allocations"),
    Measure("iros_in_post", "count", officers.iros_in_post, "ethnicity", "iros"),
    Measure(
        "sickness_days_per_iro",
        "ratio",
        officers.sickness_days_per_iro,
        needs="iros.sickness_days",
        row=OF_HUNDREDTHS,
        whole_years=True,
    ),
    Measure("reviewed_children_contacted", "share", officers.reviewed_children_contacted, needs="iro_contacts"),
    Measure("midway_reviews_held", "share", officers.midway_reviews_held, "age_band_all", "iro_contacts"),
    Measure("visits_and_calls", "count", officers.visits_and_calls, "contact_kind month iro", "iro_contacts"),
    Measure("visits", "count", officers.visits, "quarter", "iro_contacts"),
    Measure("calls", "count", officers.calls, "quarter", "iro_contacts"),
    Measure("supervisions_on_time", "share", officers.supervisions_on_time, "quarter iro", "iro_contacts"),
    Measure("actions_ahead", "count", plans.actions_ahead, needs="actions"),
    Measure("actions_of_last_plan", "count", plans.actions_of_last_plan, "action_status", "actions.status"),
    Measure("actions_achieved", "ratio", plans.actions_achieved, needs="actions.status", row=PERCENT),
]
