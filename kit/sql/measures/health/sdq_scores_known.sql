/*
title: Children with a strengths and difficulties score
kind: share
unit: "%"
sentence: "{value} of children aged 4 to 16 had such a score ({numerator} of {denominator})"
counts: >-
  children whom the statutory return's health outcomes (OC2) of the year report, who were 4 or over on the first day
  of the year and under 17 on its last day
included_when: the return gives a score from 0 to 40
better: higher
depends_on: neither
breakdowns: []
source: >-
  Statutory return on looked-after children (SSDA903), health outcomes (OC2): strengths and difficulties questionnaire
  (SDQ)
needs: [oc2.sdq_score]
whole_years: true
missing: >-
  Children whose date of birth neither the header nor a review of the return gives (OC2's own is not read) are left
  out. It says nothing of a part of a year
checked_on: 2026-11-22
*/
SELECT
    reporting_year,
    child_id,
    sdq_score IS NOT NULL AS numerator
FROM year_health_outcomes
WHERE of_sdq_age
