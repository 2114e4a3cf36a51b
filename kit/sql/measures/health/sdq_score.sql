/*
title: Middle score for how children feel and behave
kind: median
unit: points
sentence: The middle score for how children feel and behave was {value}
explained: Up to 13 is close to average, 14 to 16 is borderline, and 17 or more is a cause for concern
counts: >-
  the scores from 0 to 40 of children whom the statutory return's health outcomes (OC2) of the year report, who were 4
  or over on the first day of the year and under 17 on its last day. The median is the least score that at least half
  of them do not exceed
better: lower
adds_up:
  - denominator = sdq_scores_known.numerator
  - numerator = denominator
depends_on: neither
breakdowns: []
source: >-
  Statutory return on looked-after children (SSDA903), health outcomes (OC2): strengths and difficulties questionnaire
  (SDQ); 17 and more is a cause for concern, 14 to 16 is borderline
needs: [oc2.sdq_score]
whole_years: true
missing: >-
  Children without a score are left out, and those whose date of birth neither the header nor a review of the return
  gives (OC2's own is not read). It says nothing of a part of a year
checked_on: 2026-11-22
*/
SELECT
    reporting_year,
    child_id,
    sdq_score AS value,
    FALSE AS censored
FROM year_health_outcomes
WHERE of_sdq_age
    AND sdq_score IS NOT NULL
