/*
title: Permanence plan in place by the second review
kind: share
unit: "%"
sentence: "{value} of children had a permanence plan by their second review ({numerator} of {denominator})"
counts: >-
  periods of care whose second counted review was held in the year, open or ended since. Left out are those of which
  earlier reviews may be missing: the period began before the first day of the first loaded year, and no counted
  review of it is dated before that day
included_when: >-
  a permanence plan of the child, in any loaded year's records, is dated on or before the day of that review, and on
  or after the day on which the period began (if the start is not known, one dated earlier counts as well); a plan
  whose day is blank counts as none, and is listed
better: higher
depends_on: neither
unseen: social workers
breakdowns: []
source: Statutory guidance on care planning; the Children Act 1989 guidance and regulations, volume 2
needs: [care_plans.permanence_plan_date]
checked_on: 2026-11-22
*/
WITH numbered_reviews AS (
    SELECT
        child_id,
        last_year,
        period,
        review_day,
        row_number() OVER (PARTITION BY child_id, last_year, period ORDER BY review_day) AS number
    FROM reviews_in_care
)
SELECT
    planning.reporting_year,
    planning.child_id,
    coalesce(planning.permanence_plan_day <= numbered_reviews.review_day, FALSE) AS numerator
FROM year_care_planning AS planning
JOIN care_chains USING (child_id, last_year, period)
JOIN numbered_reviews USING (child_id, last_year, period)
WHERE numbered_reviews.number = 2
    AND numbered_reviews.review_day BETWEEN planning.first_day AND planning.as_at
    AND NOT care_chains.history_missing
