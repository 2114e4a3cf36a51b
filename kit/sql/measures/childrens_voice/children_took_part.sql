/*
title: Reviews in which the child took part
kind: share
unit: "%"
sentence: Children took part in {value} of reviews ({numerator} of {denominator})
sentences_by:
  age_band:
    16+: Young people of 16 and over took part in {value} of their reviews ({numerator} of {denominator})
    4–9: Children aged 4 to 9 took part in {value}
  sen_provision:
    EHC plan: Children with an EHC plan took part in {value} of their reviews ({numerator} of {denominator})
    No SEN: Children with no special educational needs took part in {value} ({numerator} of {denominator})
    SEN support: Children on SEN support took part in {value}
counts: >-
  reviews held in the year of children aged 4 or over that day, with a participation code from PN1 to
  PN7
included_when: >-
  the child's views were heard: in the meeting, or sent, or through an advocate (PN1, PN2, PN3, PN5,
  PN6)
better: higher
adds_up:
  - denominator = participation.numerator, whole
  - >-
    rest = participation.numerator[participation=Attended, did not contribute] +
    participation.numerator[participation=Absent, no views]
  - denominator <= reviews_held.numerator
  - denominator <= reviews_by_mode.numerator, by mode
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
    participation_code IN ('PN1', 'PN2', 'PN3', 'PN5', 'PN6') AS numerator
FROM year_reviews
WHERE age >= 4
    AND participation_code <> 'PN0'
