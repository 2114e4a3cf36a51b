/*
title: Review health assessments on time
kind: share
unit: "%"
sentence: "{value} of later health checks were done by their due date ({numerator} of {denominator})"
counts: >-
  review health assessments whose due date, as the council recorded it, fell in the year and on a day on which the
  child was looked after. Left out are those refused, and those said to be completed without a day
included_when: the completed date is on or before the recorded due date
better: higher
adds_up:
  - >-
    denominator + review_health_assessments.numerator[health_outcome=Refused] +
    review_health_assessments.numerator[health_outcome=Not recorded] = review_health_assessments.numerator
  - numerator = review_health_assessments.numerator[health_outcome=On time]
depends_on: child
breakdowns: [health_age]
source: >-
  Care Planning, Placement and Case Review (England) Regulations 2010, regulation 7(3), every six months under 5 and
  every twelve from 5; the due date is the council's own record
needs: [health]
breaks:
  2021: >-
    In the pandemic health checks were put off, or held by phone or video. A fall says little of the service
missing: >-
  A completed date after the last day of the year is not yet known, and one on an assessment marked refused or
  cancelled is not used. A cancelled, planned or unmarked assessment without a completed date counts as not on time.
  One with neither a due date nor a completed date counts nowhere: a contact of the child and kind in a newer file
  replaces it, and without one it is listed. The age is that on the due date
checked_on: 2026-11-22
*/
SELECT
    reporting_year,
    child_id,
    health_age,
    health_outcome = 'On time' AS numerator
FROM year_health_contacts
WHERE kind = 'review health assessment'
    AND health_outcome NOT IN ('Refused', 'Not recorded')
