/*
title: Health assessments, in the return and in the health extract
kind: count
unit: children
sentence: The return says of {value} children if their health was assessed
counts: >-
  children whom the statutory return's health outcomes (OC2) of the year report with 0 or 1 for a health assessment,
  by where it is recorded that they had one: in both, in the return only (1, and the health extract holds none
  completed in the year), in the health extract only (0, and it holds one), or in neither
better: none
adds_up:
  - numerator = annual_health_assessments.denominator, whole
  - numerator[recorded_in=Both] + numerator[recorded_in=Statutory return only] = annual_health_assessments.numerator
depends_on: neither
breakdowns: [recorded_in]
source: Statutory return on looked-after children (SSDA903), health outcomes (OC2), and the council's own health extract
needs: [oc2.health_assessment, health]
whole_years: true
breaks:
  2021: >-
    In the pandemic health checks were put off, or held by phone or video. A fall says little of the service
missing: >-
  The health extract holds one if an initial or review health assessment has a completed date in the year and is not
  marked refused or cancelled, whatever its due date; one without a due date counts too, whichever year's file it
  is in. It says nothing of a part of a year
checked_on: 2026-11-22
*/
SELECT
    reporting_year,
    child_id,
    CASE
        WHEN health_assessment AND assessed THEN 'Both'
        WHEN health_assessment THEN 'Statutory return only'
        WHEN assessed THEN 'Health extract only'
        ELSE 'Neither'
    END AS recorded_in
FROM health_compared
WHERE health_assessment IS NOT NULL
