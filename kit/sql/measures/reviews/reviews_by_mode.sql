/*
title: How reviews were held
kind: count
unit: reviews
sentence: "{value} reviews were held"
counts: >-
  reviews held in the year, by how the council's record of that review says that it was held; a review without a
  record, or with a blank or an unknown word, is not recorded
better: none
adds_up:
  - numerator = reviews_held.numerator, whole
depends_on: officer
breakdowns: [mode]
source: The council's review records
needs: [review_details.mode]
checked_on: 2026-11-22
*/
SELECT
    reporting_year,
    child_id,
    iro,
    mode
FROM year_reviews
