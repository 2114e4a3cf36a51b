/*
title: Reviews with a care plan
kind: share
unit: "%"
sentence: There was a care plan at {value} of reviews ({numerator} of {denominator})
counts: >-
  reviews held in the year for which the council's record says whether there was a care plan (final, legal, draft or
  none; a blank or any other word is left out)
included_when: there was a plan, whether final, legal (with the court in proceedings) or draft
better: higher
adds_up:
  - denominator + care_plan_at_review.numerator[care_plan=Not recorded] = reviews_held.numerator
  - rest = care_plan_at_review.numerator[care_plan=None]
depends_on: child
unseen: social workers
breakdowns: []
source: The council's review records; IRO Handbook (2010)
needs: [review_details.care_plan]
checked_on: 2026-11-22
*/
SELECT
    reporting_year,
    child_id,
    care_plan IN ('final', 'legal', 'draft') AS numerator
FROM year_reviews
WHERE care_plan IS NOT NULL
