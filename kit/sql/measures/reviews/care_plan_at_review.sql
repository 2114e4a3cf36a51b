/*
title: Care plans at reviews
kind: count
unit: reviews
sentence: "{value} reviews are set out by the care plan that they had"
counts: >-
  reviews held in the year, by the care plan that the council's record of that review gives. "No plan available" is
  not "no plan": a final plan is complete and in use; a legal one is written for the court and is with the court in
  proceedings; a draft is not yet complete; none means that it is recorded that there was no plan; a review without a
  record, or with a blank or any other word, is not recorded
better: none
adds_up:
  - numerator = reviews_held.numerator, whole
depends_on: child
unseen: social workers
breakdowns: [care_plan]
source: The council's review records; IRO Handbook (2010)
needs: [review_details.care_plan]
checked_on: 2026-11-22
*/
SELECT
    year_reviews.reporting_year,
    year_reviews.child_id,
    coalesce(plans.label, 'Not recorded'::label) AS care_plan
FROM year_reviews
LEFT JOIN code_labels AS plans ON plans.code_set = 'care_plan' AND plans.code = year_reviews.care_plan
