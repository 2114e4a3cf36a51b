/*
title: Quality scores before reviews
kind: count
unit: reviews
sentence: "The papers for reviews are scored from 1 to 4: {value} reviews were held"
sentences_by:
  quality_score:
    "4": "{value} of {whole} reviews got the top score, 4, for their papers"
counts: >-
  counted reviews held in the year, by the score, 1 to 4, that the reviewing officer gave the papers before the review;
  a blank or unknown score, or no review details, is "Not recorded"
better: none
adds_up:
  - numerator = reviews_held.numerator, whole
depends_on: officer
breakdowns: [quality_score]
source: The council's review records; IRO Handbook (2010), 7.11
needs: [review_details.quality_score]
checked_on: 2026-11-22
*/
SELECT
    reporting_year,
    child_id,
    iro,
    coalesce(quality_score, 'Not recorded') AS quality_score
FROM year_reviews
