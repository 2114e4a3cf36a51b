/*
title: Reviews in which the child took no part
kind: share
unit: "%"
sentence: Children took no part in {value} of their reviews ({numerator} of {denominator})
counts: >-
  reviews held in the year of children aged 4 or over that day, with a participation code from PN1 to
  PN7: the same reviews as for children who took part. Age and placement are those on the day of the review;
  SEN provision and need are those of the child's newest SEND record by the end of the year; how the review was held
  and the reviewing officer are those of its review details
included_when: >-
  the child's views were not heard: the child was there and did not contribute (PN4), or was absent and sent no
  views (PN7)
better: lower
adds_up:
  - denominator = children_took_part.denominator
  - numerator = children_took_part.rest
depends_on: child
breakdowns: [age_band, placement, mode, sen_provision, primary_need, review_iro]
source: >-
  Statutory return (SSDA903): participation code of the review
checked_on: 2026-11-22
*/
SELECT
    reporting_year,
    child_id,
    age_band,
    placement,
    mode,
    sen_provision,
    primary_need,
    iro AS review_iro,
    participation_code IN ('PN4', 'PN7') AS numerator
FROM year_reviews
WHERE age >= 4
    AND participation_code <> 'PN0'
