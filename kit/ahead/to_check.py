"""Children of whom no due day is sure: earlier reviews not known, perhaps gone, or with short breaks. Internal."""

from collections.abc import Mapping
from datetime import date

import polars as pl

TO_CHECK = (("Child", 14), ("Officer", 14), ("What to check", 64), ("Day", 14), ("What to do", 64))
# Whose a child is who is not in the list, by the list's own rule.
OFFICER = """
    coalesce(
        (
            SELECT arg_max(iro, (start_day, iro))
            FROM year_allocations
            WHERE year_allocations.reporting_year = {year}
                AND year_allocations.child_id = {of}.child_id
                AND year_allocations.end_day IS NULL
        ),
        (
            SELECT arg_max(iro_id, review_date)
            FROM review_details
            WHERE review_details.child_id = {of}.child_id
                AND review_details.review_date <= DATE '{as_at}'
                AND NOT review_details.superseded
        ),
        'No officer'
    )
"""
# Nobody is looked after from the 18th birthday on.
GROWN_UP = """
    SELECT child_id
    FROM birth_dates
    WHERE reporting_year = {year}
        AND completed_years(dob, DATE '{as_at}') >= 18
"""
# Children whom no due day can be worked out for, or only perhaps: internal, as the list is.
GONE = f"""
    SELECT DISTINCT
        periods_of_care.child_id,
        {OFFICER.replace("{of}", "periods_of_care")} AS iro,
        periods_of_care.end_day
    FROM periods_of_care
    ANTI JOIN (SELECT child_id FROM children_in_care WHERE reporting_year = {{year}}) USING (child_id)
    ANTI JOIN ({GROWN_UP}) USING (child_id)
    WHERE periods_of_care.is_newest
        AND NOT periods_of_care.end_recorded
    QUALIFY row_number() OVER (PARTITION BY periods_of_care.child_id ORDER BY periods_of_care.end_day DESC) = 1
"""
SHORT_BREAKS = f"""
    SELECT
        breaks.child_id,
        {OFFICER.replace("{of}", "breaks")} AS iro,
        max(held_reviews.review_date) AS last_review_day
    FROM (
        SELECT DISTINCT child_id
        FROM held_episodes
        WHERE short_break
            AND decom <= DATE '{{as_at}}'
            AND (end_day IS NULL OR end_day > DATE '{{as_at}}' - INTERVAL 12 MONTH)
    ) AS breaks
    ANTI JOIN (SELECT child_id FROM children_in_care WHERE reporting_year = {{year}}) USING (child_id)
    ANTI JOIN ({GROWN_UP}) USING (child_id)
    LEFT JOIN held_reviews
        ON held_reviews.child_id = breaks.child_id
        AND held_reviews.period IS NULL
        AND held_reviews.review_date <= DATE '{{as_at}}'
    GROUP BY breaks.child_id
"""


def children_to_check(found: Mapping[str, pl.DataFrame]) -> pl.DataFrame:
    """Return the children of whom no due day is sure, with why and what to do, by reason and child.

    `found` has what `GONE` and `SHORT_BREAKS` select, and the reviews pending.
    """
    rows: list[tuple[str, str, str, date | None, str]] = [
        (
            child,
            iro,
            "When the next review is due is not sure: earlier reviews, or the start of care, are not known.",
            due,
            "Look up the last review. The day is the latest possible; the law may want the review before it.",
        )
        for child, iro, due in found["pending"]
        .filter("latest_possible")
        .select("child_id", "iro", "due_day")
        .sort("due_day", "child_id")
        .iter_rows()
    ]
    rows += [
        (
            child,
            iro,
            "May have left: the episode was left open in one year's file, and the next year's does not have it. It is "
            "treated as ended on this day, so no review is in the list.",
            end,
            "Look up whether the child is still looked after. If so, put the episode back into the return.",
        )
        for child, iro, end in found["gone"].sort(["end_day", "child_id"], descending=[True, False]).iter_rows()
    ]
    rows += [
        (
            child,
            iro,
            "Had short breaks in the last twelve months, and is not otherwise looked after. Reviews of short breaks "
            "are under regulation 48: the first within three months of the start of the first placement, later ones "
            "at most six months apart. The day is that of the last review in the files, if there is one.",
            last,
            "Look up when the next review of the short breaks is due: the kit works out none.",
        )
        for child, iro, last in found["short_breaks"].sort("child_id").iter_rows()
    ]
    names = [name for name, _ in TO_CHECK]
    types = [pl.String(), pl.String(), pl.String(), pl.Date(), pl.String()]
    return pl.DataFrame(rows, schema=dict(zip(names, types, strict=True)), orient="row")
