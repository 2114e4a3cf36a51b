/*
title: Reviews with a social work report
kind: share
unit: "%"
sentence: There was a social work report at {value} of reviews ({numerator} of {denominator})
counts: reviews held in the year for which it is recorded whether there was a report
included_when: the report was there, on time or late
better: higher
adds_up:
  - denominator + social_work_report_at_review.numerator[social_work_report=Not recorded] = reviews_held.numerator
  - rest = social_work_report_at_review.numerator[social_work_report=Not available]
depends_on: child
unseen: social workers
breakdowns: []
source: The council's review records; IRO Handbook (2010)
needs: [review_details.social_work_report]
checked_on: 2026-11-22
*/
SELECT
    reporting_year,
    child_id,
    social_work_report IN ('on time', 'late') AS numerator
FROM year_reviews
WHERE social_work_report IS NOT NULL
