/*
title: Dental checks
kind: share
unit: "%"
sentence: "{numerator} of {denominator} children in care for a year saw a dentist ({value})"
counts: >-
  children whom the statutory return's health outcomes (OC2) of the year report as looked after for the whole of
  it, with 0 or 1 for teeth checked by a dentist in the year
included_when: the return says 1, yes
better: higher
adds_up:
  - denominator ~ annual_health_assessments.denominator
depends_on: neither
breakdowns: []
source: Statutory return on looked-after children (SSDA903), health outcomes (OC2)
needs: [oc2.teeth_check]
whole_years: true
breaks:
  2021: >-
    Dentists were closed for part of the year. In England 40% of children in care saw one, so a fall says little of
    the service
missing: >-
  Whoever the return's OC2 file of the year names is taken to have been looked after for twelve months. It says
  nothing of a part of a year
checked_on: 2026-11-22
*/
SELECT
    reporting_year,
    child_id,
    teeth_check AS numerator
FROM year_health_outcomes
WHERE teeth_check IS NOT NULL
