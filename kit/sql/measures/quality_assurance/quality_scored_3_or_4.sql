/*
title: Reviews whose papers scored 3 or 4
kind: share
unit: "%"
sentence: Papers scored 3 or 4 out of 4 at {value} of reviews ({numerator} of {denominator})
counts: counted reviews held in the year whose papers have a quality score from 1 to 4
included_when: the score is 3 or 4 (4 is taken to be the best)
better: higher
adds_up:
  - denominator + quality_score.numerator[quality_score=Not recorded] = reviews_held.numerator
  - numerator = quality_score.numerator[quality_score=3] + quality_score.numerator[quality_score=4]
  - denominator <= reviews_held.numerator, rest not recorded
depends_on: officer
breakdowns: [quarter]
source: The council's review records; IRO Handbook (2010), 7.11
needs: [review_details.quality_score]
checked_on: 2026-11-22
*/
SELECT
    reporting_year,
    child_id,
    iro,
    quarter,
    quality_score IN ('3', '4') AS numerator
FROM year_reviews
WHERE quality_score IS NOT NULL
