/*
title: Social work reports at reviews
kind: count
unit: reviews
sentence: "{value} reviews are set out by whether they had a social work report"
counts: >-
  reviews held in the year, by what the council's record of that review says of the social work report: there on time,
  late, or not available; a review without a record, or with a blank or any other word, is not recorded
better: none
adds_up:
  - numerator = reviews_held.numerator, whole
depends_on: child
unseen: social workers
breakdowns: [social_work_report]
source: The council's review records; IRO Handbook (2010)
needs: [review_details.social_work_report]
checked_on: 2026-11-22
*/
SELECT
    year_reviews.reporting_year,
    year_reviews.child_id,
    coalesce(reports.label, 'Not recorded'::label) AS social_work_report
FROM year_reviews
LEFT JOIN code_labels AS reports
    ON reports.code_set = 'social_work_report' AND reports.code = year_reviews.social_work_report
