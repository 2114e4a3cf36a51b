/*
title: Reviews held on time
kind: share
unit: "%"
sentence: "{value} of reviews were on time ({numerator} of {denominator})"
counts: >-
  occasions on which a review was held or fell due in the year; those whose earlier reviews are not
  known are left out
included_when: the review was held on or before its due date
better: higher
adds_up:
  - rest = reviews_late.numerator + reviews_not_held.numerator
depends_on: child
breakdowns: [occasion, age_band_all, quarter]
source: "Statutory return (SSDA903): reviews, episodes and header"
timescales:
  [first_review, second_review, later_review, adoption_first_review, adoption_second_review, adoption_later_review]
checked_on: 2026-11-22
*/
SELECT
    reporting_year,
    child_id,
    occasion,
    age_band_all,
    quarter,
    outcome = 'on time' AS numerator
FROM year_occasions
WHERE outcome <> 'not known'
