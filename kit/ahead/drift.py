"""Drift: what reviews decided for whom and was not carried out by the next review, as a sheet of the due list.

Internal: it names children, and holds what was decided for them.
"""

import polars as pl

from kit.ahead.day_of_list import ListedDay
from kit.files.xlsx import Sheet
from kit.text import count

# Each heading, what is in it, and how wide it is.
COLUMNS = {
    "Child": (pl.String(), 14),
    "Officer": (pl.String(), 14),
    "Open decisions of the child": (pl.Int64(), 16),
    "Decision": (pl.String(), 52),
    "Who is to do it": (pl.String(), 24),
    "Decided at the review of": (pl.Date(), 16),
    "To be done by": (pl.Date(), 14),
    "Days since it was decided": (pl.Int64(), 16),
    "Reviews held since": (pl.Int64(), 12),
}
# In the order of the columns. A child's rows are together, first those of whom a decision outlived most reviews.
OPEN_DECISIONS = """
    WITH of_children AS (
        SELECT child_id, count(*) AS open_of_child, max(reviews_since) AS most_reviews
        FROM open_decisions
        WHERE reporting_year = {year}
        GROUP BY child_id
    )
    SELECT
        child_id,
        pending_reviews.iro,
        of_children.open_of_child,
        decision,
        owner,
        review_day,
        open_decisions.due_date,
        open_decisions.as_at - review_day AS days_since,
        reviews_since
    FROM open_decisions
    JOIN of_children USING (child_id)
    JOIN pending_reviews USING (reporting_year, child_id)
    WHERE reporting_year = {year}
    ORDER BY most_reviews DESC, open_of_child DESC, child_id, reviews_since DESC, review_day, decision
"""


def drift_sheet(open_decisions: pl.DataFrame, of: ListedDay) -> tuple[Sheet | None, str]:
    """Return the sheet of decisions still open after a later review, and a line on it without a child.

    No sheet if the year has no file of decisions.
    """
    if not any(account.extract == "decisions" and account.year == of.years[-1].year for account in of.intake.accounts):
        return None, "Decisions of reviews are not supplied, so whether they were carried out is not known."
    schema = {name: kind for name, (kind, _) in COLUMNS.items()}
    rows = pl.DataFrame(open_decisions.rows(), schema=schema, orient="row")
    sheet = Sheet("Drift", rows, [(name, width) for name, (_, width) in COLUMNS.items()])
    if rows.is_empty():
        return sheet, "No decision of a review is still open after a later one."
    decisions, children = rows.height, rows["Child"].n_unique()
    of_them = "1 child" if children == 1 else f"{count(children)} children"
    if decisions == 1:
        return sheet, "1 decision of a review is still open though a later review was held: it is in the sheet “Drift”."
    return sheet, (
        f"{count(decisions)} decisions of reviews, of {of_them}, are still open though a later review was held: they "
        "are in the sheet “Drift”."
    )
