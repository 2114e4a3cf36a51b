/*
title: Health assessments in the year, as returned
kind: share
unit: "%"
sentence: "{numerator} of {denominator} children in care for a year had their health assessed ({value})"
counts: >-
  children whom the statutory return's health outcomes (OC2) of the year report as looked after for the whole of
  it, with 0 or 1 for a health assessment in the year
included_when: the return says 1, yes
better: higher
depends_on: neither
breakdowns: []
source: Statutory return on looked-after children (SSDA903), health outcomes (OC2)
needs: [oc2.health_assessment]
whole_years: true
breaks:
  2021: >-
    In the pandemic health checks were put off, or held by phone or video. A fall says little of the service
missing: >-
  Whoever the return's OC2 file of the year names is taken to have been looked after for twelve months. It says
  nothing of a part of a year
checked_on: 2026-11-22
*/
SELECT
    reporting_year,
    child_id,
    health_assessment AS numerator
FROM year_health_outcomes
WHERE health_assessment IS NOT NULL
