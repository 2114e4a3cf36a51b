/*
title: Reasons for late reviews
kind: count
unit: reviews
sentence: "{value} reviews were late or not held"
sentences_by:
  late_reason:
    most: "{category} was the reason given most often for reviews late or not held: {value} of {whole}"
counts: >-
  occasions that were late or missed in the year, with the reason recorded at the review; a missed one
  has the reason Not held
better: lower
adds_up:
  - numerator[late_reason=Not held] ~ reviews_not_held.numerator
depends_on: child
breakdowns: [late_reason]
source: "Statutory return (SSDA903): reviews, episodes and header; the council's review records"
timescales:
  [first_review, second_review, later_review, adoption_first_review, adoption_second_review, adoption_later_review]
checked_on: 2026-11-22
*/
SELECT
    reporting_year,
    child_id,
    late_reason
FROM year_occasions
WHERE outcome IN ('late', 'missed')
