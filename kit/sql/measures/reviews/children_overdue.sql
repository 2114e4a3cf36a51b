/*
title: Children with an overdue review on 31 March
kind: count
unit: children
sentence: "{value} children had a review overdue on {as_at}"
counts: >-
  children looked after on the last day of the year with a review of that period of care due by then
  and not held
better: lower
adds_up:
  - numerator = reviews_overdue.numerator
depends_on: neither
breakdowns: []
source: "Statutory return (SSDA903): reviews, episodes and header"
timescales:
  [first_review, second_review, later_review, adoption_first_review, adoption_second_review, adoption_later_review]
checked_on: 2026-11-22
*/
SELECT
    reporting_year,
    child_id
FROM pending_reviews
WHERE due_day <= as_at
