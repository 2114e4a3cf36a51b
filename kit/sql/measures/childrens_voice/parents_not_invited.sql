/*
title: Reviews to which no parent was invited
kind: share
unit: "%"
sentence: Parents were not asked to {value} of reviews ({numerator} of {denominator})
counts: reviews held in the year for which the parent's part is recorded
included_when: the parent was not invited
better: none
adds_up:
  - denominator + parent_participation.numerator[parent_participation=Not recorded] = reviews_held.numerator
  - numerator = parent_participation.numerator[parent_participation=Not invited]
depends_on: child
unseen: social workers
breakdowns: []
source: The council's review records
needs: [review_details.parent_took_part]
checked_on: 2026-11-22
*/
SELECT
    reporting_year,
    child_id,
    parent_took_part = 'not invited' AS numerator
FROM year_reviews
WHERE parent_took_part IS NOT NULL
