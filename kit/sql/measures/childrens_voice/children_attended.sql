/*
title: Reviews that the child attended
kind: share
unit: "%"
sentence: Children came to {value} of their reviews ({numerator} of {denominator})
counts: >-
  reviews held in the year of children aged 4 or over that day, with a participation code from PN1 to
  PN7
included_when: the child was in the meeting (PN1 to PN4)
better: higher
adds_up:
  - >-
    numerator and children_took_part.rest =
    participation.numerator[participation=Attended, did not contribute]
  - denominator = children_took_part.denominator
  - >-
    numerator = participation.numerator[participation=Attended and spoke] +
    participation.numerator[participation=Attended, advocate spoke] +
    participation.numerator[participation=Attended, other means] + participation.numerator[participation=Attended,
    did not contribute]
depends_on: child
breakdowns:
  [month, quarter, age_band, sex, ethnicity, placement, legal_status, sen_provision, primary_need,
  disability, mode]
source: >-
  Statutory return (SSDA903): participation code of the review
checked_on: 2026-11-22
*/
SELECT
    reporting_year,
    child_id,
    month,
    quarter,
    age_band,
    sex,
    ethnicity,
    placement,
    legal_status,
    sen_provision,
    primary_need,
    disability,
    mode,
    participation_code IN ('PN1', 'PN2', 'PN3', 'PN4') AS numerator
FROM year_reviews
WHERE age >= 4
    AND participation_code <> 'PN0'
