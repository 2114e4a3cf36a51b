/*
title: Reviews due by law after 31 March
kind: count
unit: reviews
sentence: After {as_at}, {value} reviews were due by law
sentence_if_none: After {as_at}, no review was due by law
counts: >-
  children looked after on the last day of the year whose next review was not yet due by then: each has one. Together
  with those overdue they are all children looked after. The week is that of the last lawful day; it is no date of a
  meeting. Officers are those of allocations that day, otherwise who chaired the last review
better: none
adds_up:
  - numerator + reviews_overdue.numerator = children_looked_after.numerator, whole
depends_on: neither
breakdowns: [week, occasion, iro]
source: "Statutory return (SSDA903): reviews, episodes and header"
timescales:
  [first_review, second_review, later_review, adoption_first_review, adoption_second_review, adoption_later_review]
checked_on: 2026-11-30
*/
SELECT
    reporting_year,
    child_id,
    week,
    occasion,
    iro
FROM pending_reviews
WHERE due_day > as_at
