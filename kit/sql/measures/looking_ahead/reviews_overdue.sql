/*
title: Reviews overdue on 31 March
kind: count
unit: reviews
sentence: On {as_at}, {value} reviews were overdue
sentence_if_none: On {as_at}, no review was overdue
counts: >-
  children looked after on the last day of the year whose next review was due by then, that day included, and not held
better: lower
depends_on: neither
breakdowns: [occasion, iro]
source: "Statutory return (SSDA903): reviews, episodes and header"
timescales:
  [first_review, second_review, later_review, adoption_first_review, adoption_second_review, adoption_later_review]
checked_on: 2026-11-30
*/
SELECT
    reporting_year,
    child_id,
    occasion,
    iro
FROM pending_reviews
WHERE due_day <= as_at
