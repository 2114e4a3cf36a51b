/*
title: Reviews before which the officer saw the child
kind: share
unit: "%"
sentence: The officer saw the child before {value} of reviews ({numerator} of {denominator})
counts: >-
  reviews held in the year, of children of any age, for which the council's record says whether the reviewing officer
  saw the child before (Y or N); anything else is left out; ages and placements are those on the day of the review, by
  the date of birth of the header, otherwise of that review's own row
included_when: the reviewing officer saw the child before the review (Y)
better: higher
adds_up:
  - denominator <= reviews_held.numerator, rest not recorded
depends_on: officer
breakdowns: [quarter, age_band_all, placement]
source: >-
  The council's review records; Care Planning, Placement and Case Review (England) Regulations 2010, regulation 36; IRO
  Handbook (2010)
needs: [review_details.seen_before_review]
checked_on: 2026-11-22
*/
SELECT
    reporting_year,
    child_id,
    iro,
    quarter,
    age_band_all(age) AS age_band_all,
    placement,
    seen_before_review = 'Y' AS numerator
FROM year_reviews
WHERE seen_before_review IS NOT NULL
