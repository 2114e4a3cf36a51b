"""The table of measures, and the figures of a council (definitions, sections 3.3 and 4)."""

from datetime import date
from pathlib import Path

from tests.oracle import children, escalations, meetings, reviews
from tests.oracle.chapters import chapter_figures
from tests.oracle.own_files import NO_SETTINGS, Settings
from tests.oracle.own_measures import CHILDREN_IN_CARE, PERMANENCE, REVIEWS
from tests.oracle.plans import service_facts
from tests.oracle.reading import read_council
from tests.oracle.service_measures import SERVICE_MEASURES
from tests.oracle.tables import Measure, empty_row, kaplan_meier_median, ratio, rows_of
from tests.oracle.year import KnownYear, Limit, know

PARTICIPATION_BREAKDOWNS = (
    "month quarter age_band sex ethnicity placement legal_status sen_provision primary_need disability mode"
)


MEASURES = [
    Measure(
        "children_looked_after",
        "count",
        children.children_looked_after,
        "age_band_all sex ethnicity legal_status placement",
    ),
    Measure("children_started", "count", children.children_started, "age_band_all"),
    Measure("children_ceased", "count", children.children_ceased, "age_band_all"),
    Measure("children_remanded", "share", children.children_remanded),
    Measure("reviews_held", "count", reviews.reviews_held, "month quarter placement legal_status"),
    Measure("reviews_on_time", "share", reviews.reviews_on_time, "occasion age_band_all quarter"),
    Measure("reviews_late", "count", reviews.reviews_late, "occasion"),
    Measure("reviews_not_held", "count", reviews.reviews_not_held, "occasion"),
    Measure("children_three_placements", "share", children.children_three_placements, "age_band_all"),
    Measure("reviews_late_reasons", "count", reviews.reviews_late_reasons, "late_reason"),
    Measure("children_reviewed_on_time", "share", reviews.children_reviewed_on_time),
    Measure("children_overdue", "count", reviews.children_overdue),
    Measure("reviews_virtual", "share", meetings.reviews_virtual, "month", needs="review_details"),
    Measure("decisions_sent_on_time", "share", meetings.decisions_sent_on_time, "month", needs="review_details"),
    Measure("records_sent_on_time", "share", meetings.records_sent_on_time, "month", needs="review_details"),
    Measure(
        "records_late_reasons",
        "count",
        meetings.records_late_reasons,
        "record_late_reason",
        needs="review_details",
    ),
    Measure(
        "reviews_with_social_work_report",
        "share",
        meetings.reviews_with_social_work_report,
        needs="review_details",
    ),
    Measure("children_took_part", "share", reviews.children_took_part, PARTICIPATION_BREAKDOWNS),
    Measure("children_attended", "share", reviews.children_attended, PARTICIPATION_BREAKDOWNS),
    Measure("participation", "count", reviews.participation, "participation"),
    Measure("parents_took_part", "share", meetings.parents_took_part, needs="review_details"),
    Measure("parents_not_invited", "share", meetings.parents_not_invited, needs="review_details"),
    Measure("send_known", "share", children.send_known, needs="send"),
    Measure("children_with_ehc_plan", "share", children.children_with_ehc_plan, needs="send"),
    Measure("children_with_needs", "count", children.children_with_needs, "area_of_need", needs="send"),
    Measure(
        "escalations_raised",
        "count",
        escalations.escalations_raised,
        "stage_raised theme quarter",
        needs="escalations",
    ),
    Measure(
        "escalations_resolved",
        "count",
        escalations.escalations_resolved,
        "stage_resolved outcome",
        needs="escalations",
    ),
    Measure(
        "escalations_resolved_on_time",
        "share",
        escalations.escalations_resolved_on_time,
        "stage_raised",
        needs="escalations",
    ),
    Measure("escalations_resolved_early", "share", escalations.escalations_resolved_early, needs="escalations"),
    Measure("escalations_learning_shared", "share", escalations.escalations_learning_shared, needs="escalations"),
]


def figures(
    raw: Path,
    year: int,
    record_limit: Limit = ("working days", 20),
    as_at: date | None = None,
    settings: Settings = NO_SETTINGS,
) -> list[dict]:
    """Return every figure of every loaded year, sorted by measure, year, breakdown and category.

    `raw` holds the year folders; `record_limit` is the limit for sending the record of a review, in
    "working days" or "calendar days". With `as_at`, a day of `year`, every year is known to that same day of it
    alone. A row has the contract's columns but `unit`; an empty number is None.
    """
    council = read_council(raw, year, settings)
    years = [know(council, loaded, record_limit, as_at) for loaded in council.years]
    measures = [*MEASURES, *CHILDREN_IN_CARE, *REVIEWS, *PERMANENCE, *SERVICE_MEASURES]
    rows = [row for measure in measures for row in rows_of(measure, years)]
    rows += service_facts(years)
    for known in years:
        rows += [escalations_raised_per_100(known), escalation_days(known)]
    rows += chapter_figures(raw, years, settings.added)
    return sorted(rows, key=lambda row: (row["measure"], row["year"], row["breakdown"], row["category"]))


def escalations_raised_per_100(known: KnownYear) -> dict:
    """Return the one row of the rate of escalations."""
    if "escalations" not in known.supplied:
        return empty_row("escalations_raised_per_100", known.year, "all", "all", "not supplied")
    row = empty_row("escalations_raised_per_100", known.year, "all", "all")
    return row | ratio(*escalations.raised_per_100(known))


def escalation_days(known: KnownYear) -> dict:
    """Return the one row of the median of days until resolved."""
    if "escalations" not in known.supplied:
        return empty_row("escalation_days", known.year, "all", "all", "not supplied")
    row = empty_row("escalation_days", known.year, "all", "all")
    times = escalations.days_to_resolve(known)
    median = kaplan_meier_median(times)
    note = "no cases" if not times else "not known" if median is None else ""
    resolved = sum(1 for _, ended in times if ended)
    return row | {"numerator": resolved, "denominator": len(times), "value": median, "note": note}
