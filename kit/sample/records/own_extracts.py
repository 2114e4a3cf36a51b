"""The made-up council's own extracts beside the core ones: whose rows a module of their own makes."""

from collections.abc import Callable
from datetime import date

from kit.sample.lives.council import Council
from kit.sample.records import (
    advocacy,
    apps,
    care_planning,
    decisions,
    education,
    feedback,
    health,
    plans,
    protection,
    service,
)
from kit.sample.records.audits import audit_rows
from kit.sample.records.commendations import commendation_rows

Rows = list[dict[str, str]]

# The rows of an extract in a year's export, in the order of the file; None in a year in which it was not supplied.
MAKERS: dict[str, Callable[[Council, int], Rows | None]] = {
    "app_use": apps.app_use_rows,
    "feedback": feedback.feedback_rows,
    "care_plans": care_planning.care_plan_rows,
    "protection_plans": protection.plan_rows,
    "protection_conferences": protection.conference_rows,
    "health": health.contact_rows,
    "education_plans": education.plan_rows,
    "exclusions": education.exclusion_rows,
    "audits": audit_rows,
    "commendations": commendation_rows,
    "iros": service.iro_rows,
    "allocations": service.allocation_rows,
    "iro_contacts": service.contact_rows,
    "actions": plans.action_rows,
    "service_facts": plans.fact_rows,
    "advocacy": advocacy.advocacy_rows,
    "decisions": decisions.decision_rows,
}
# The day of export, if a file's name says it.
EXPORTED: dict[tuple[str, int], date] = {
    ("audits", 2021): date(2021, 4, 19),
    **{("advocacy", year): day for year, day in advocacy.EXPORTED.items()},
    **{("decisions", year): day for year, day in decisions.EXPORTED.items()},
    **{("app_use", year): day for year, day in apps.EXPORTED.items()},
    **{("feedback", year): day for year, day in feedback.EXPORTED.items()},
    **{("care_plans", year): care_planning.EXPORTED[year] for year in (2019, 2020, 2021)},
    **{("protection_plans", year): protection.EXPORTED[year] for year in (2019, 2021)},
    **{("protection_conferences", year): protection.EXPORTED[year] for year in (2019, 2021)},
    **{("health", year): health.EXPORTED[year] for year in health.DATED},
    **{("education_plans", year): day for year, day in education.EXPORTED.items()},
    **{("exclusions", year): day for year, day in education.EXCLUSIONS_EXPORTED.items()},
}
# Exports that a later one of the year replaced: extract, year and export date, and what makes its rows.
REPLACED: dict[tuple[str, int, date], Callable[[Council, int], Rows]] = {
    ("education_plans", *education.FIRST_EXPORT): education.first_plan_rows,
}
