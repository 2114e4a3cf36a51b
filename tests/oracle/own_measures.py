"""The measures beyond the core ones, each from its header: their functions, breakdowns and needs."""

from tests.oracle import at_reviews, permanence, protection
from tests.oracle.tables import Measure

CHILDREN_IN_CARE = [
    Measure("children_unaccompanied", "count", protection.children_unaccompanied, needs="uasc"),
    Measure("children_unaccompanied_in_year", "count", protection.children_unaccompanied_in_year, needs="uasc"),
    Measure("children_on_protection_plan", "count", protection.children_on_protection_plan, needs="protection_plans"),
    Measure(
        "children_in_care_or_on_plan",
        "count",
        protection.children_in_care_or_on_plan,
        "care_or_plan",
        needs="protection_plans",
    ),
    Measure(
        "protection_conferences_on_time",
        "share",
        protection.protection_conferences_on_time,
        "conference_kind quarter",
        needs="protection_conferences.held_date",
    ),
]

REVIEWS = [
    Measure("reviews_by_mode", "count", at_reviews.reviews_by_mode, "mode", needs="review_details.mode"),
    Measure(
        "care_plan_at_review", "count", at_reviews.care_plan_at_review, "care_plan", needs="review_details.care_plan"
    ),
    Measure(
        "social_work_report_at_review",
        "count",
        at_reviews.social_work_report_at_review,
        "social_work_report",
        needs="review_details.social_work_report",
    ),
    Measure("reviews_with_care_plan", "share", at_reviews.reviews_with_care_plan, needs="review_details.care_plan"),
    Measure(
        "children_seen_before_review",
        "share",
        at_reviews.children_seen_before_review,
        "quarter age_band_all placement",
        needs="review_details.seen_before_review",
    ),
    Measure("care_plans_in_time", "share", permanence.care_plans_in_time, needs="care_plans.care_plan_completed_date"),
    Measure(
        "care_plans_late",
        "count",
        permanence.care_plans_late,
        "care_plan_delay",
        needs="care_plans.care_plan_completed_date",
    ),
]

PERMANENCE = [
    Measure(
        "children_without_permanence_plan",
        "share",
        permanence.children_without_permanence_plan,
        "years_in_care",
        needs="care_plans.permanence_plan_date",
    ),
    Measure(
        "permanence_plans",
        "count",
        permanence.permanence_plans,
        "permanence_plan",
        needs="care_plans.permanence_plan_date",
    ),
    Measure(
        "permanence_plans_by_second_review",
        "share",
        permanence.permanence_plans_by_second_review,
        needs="care_plans.permanence_plan_date",
    ),
    Measure(
        "life_story_started",
        "share",
        permanence.life_story_started,
        "age_band_all",
        needs="care_plans.life_story_started_date",
    ),
    Measure(
        "life_story_given",
        "share",
        permanence.life_story_given,
        "age_band_all",
        needs="care_plans.life_story_given_date",
    ),
]
