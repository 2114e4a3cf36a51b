/*
title: How parents took part in reviews
kind: count
unit: reviews
sentence: "{value} reviews are set out by how the parent took part"
sentences_by:
  parent_participation:
    Attended: Parents came to {value} of {whole} reviews
    Contributed: Parents sent views to {value} others
counts: >-
  reviews held in the year, of children of any age, by what the review details say of the parent. A review without
  details, or whose details leave it blank, is not recorded
better: none
adds_up:
  - numerator = reviews_held.numerator, whole
depends_on: child
unseen: social workers
breakdowns: [parent_participation]
source: The council's review records
needs: [review_details.parent_took_part]
checked_on: 2026-11-22
*/
SELECT
    reporting_year,
    child_id,
    parent_participation
FROM year_reviews
