/*
title: Reviews held virtually
kind: share
unit: "%"
sentence: "{value} of reviews were held by video or phone, in whole or part ({numerator} of {denominator})"
counts: reviews held in the year whose mode is recorded
included_when: held as a video or telephone meeting, wholly or in part
better: none
adds_up:
  - denominator + reviews_by_mode.numerator[mode=Not recorded] = reviews_held.numerator
  - numerator = reviews_by_mode.numerator[mode=Virtual] + reviews_by_mode.numerator[mode=Hybrid]
  - denominator <= reviews_held.numerator, rest not recorded
depends_on: officer
breakdowns: [month]
source: The council's review records
needs: [review_details.mode]
checked_on: 2026-11-22
*/
SELECT
    reporting_year,
    child_id,
    iro,
    month,
    mode IN ('Virtual', 'Hybrid') AS numerator
FROM year_reviews
WHERE mode <> 'Not recorded'
