/*
title: Reasons for late reviews
kind: count
unit: reviews
sentence: In {year}, {value} reviews were late or were not held
counts: >-
  occasions that were late or missed in the year, with the reason recorded at the review; a missed one
  has the reason Not held
better: lower
breakdowns: [late_reason]
source: Care Planning, Placement and Case Review (England) Regulations 2010, regulation 33
checked_on: 2026-11-22
*/
SELECT
    reporting_year,
    child_id,
    late_reason
FROM year_occasions
WHERE outcome IN ('late', 'missed')
