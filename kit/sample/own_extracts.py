"""The made-up council's own extracts beside the core ones: whose rows a module of their own makes."""

from collections.abc import Callable
from datetime import date

from kit.sample import education, health
from kit.sample.council import Council

Rows = list[dict[str, str]]

# The rows of an extract in a year's export, in the order of the file; None in a year in which it was not supplied.
MAKERS: dict[str, Callable[[Council, int], Rows | None]] = {
    "health": health.contact_rows,
    "education_plans": education.plan_rows,
    "exclusions": education.exclusion_rows,
}
# Where a file's name says when it was exported.
EXPORTED: dict[tuple[str, int], date] = {
    **{("health", year): health.EXPORTED[year] for year in health.DATED},
    **{("education_plans", year): day for year, day in education.EXPORTED.items()},
    **{("exclusions", year): day for year, day in education.EXCLUSIONS_EXPORTED.items()},
}
# Exports that a later one of the year replaced: extract, year and export date, and what makes its rows.
REPLACED: dict[tuple[str, int, date], Callable[[Council, int], Rows]] = {
    ("education_plans", *education.FIRST_EXPORT): education.first_plan_rows,
}
