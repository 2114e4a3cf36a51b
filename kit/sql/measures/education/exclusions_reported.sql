/*
title: Exclusions reported to the virtual school
kind: share
unit: "%"
sentence: The virtual school was told of {value} of exclusions ({numerator} of {denominator})
counts: >-
  suspensions, permanent exclusions, and exclusions that a school considered and did not make, whose date fell in the
  year and on a day on which the child was looked after, if it is recorded whether the virtual school was told
included_when: it was told
better: higher
adds_up:
  - denominator <= school_exclusions.numerator, rest not recorded
depends_on: child
breakdowns: [exclusion_kind]
source: >-
  Promoting the education of looked-after and previously looked-after children, statutory guidance (2018): schools
  consult the virtual school head before excluding
needs: [exclusions.reported_to_virtual_school]
checked_on: 2026-11-22
*/
SELECT
    reporting_year,
    child_id,
    exclusion_kind,
    reported_to_virtual_school = 'Y' AS numerator
FROM year_exclusions
WHERE reported_to_virtual_school IS NOT NULL
