/*
title: Reviews in which a parent took part
kind: share
unit: "%"
sentence: Parents took part in {value} of reviews to which they were asked ({numerator} of {denominator})
counts: reviews held in the year for which it is recorded whether an invited parent took part
included_when: a parent attended or contributed
better: higher
adds_up:
  - denominator = parents_not_invited.rest
  - rest = parent_participation.numerator[parent_participation=Did not take part]
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
    parent_took_part IN ('attended', 'contributed') AS numerator
FROM year_reviews
WHERE parent_took_part IN ('attended', 'contributed', 'no')
