/*
title: Initial health assessments on time
kind: share
unit: "%"
sentence: >-
  {value} of children new to care had a health check within {initial_health_assessment} ({numerator} of {denominator})
counts: >-
  periods of care whose {initial_health_assessment} from the start ended in the year, with the child still looked
  after at the end of the last of these days. Left out are periods whose start is not known, those whose assessment
  was refused, and those whose assessment is said to be completed without a day
included_when: >-
  an initial health assessment was completed from the first day of the period to the last of those days, both included
better: higher
adds_up:
  - >-
    denominator + initial_health_assessments.numerator[health_outcome=Refused] +
    initial_health_assessments.numerator[health_outcome=Not recorded] = initial_health_assessments.numerator
  - numerator = initial_health_assessments.numerator[health_outcome=On time]
depends_on: neither
breakdowns: [health_age]
source: >-
  Care Planning, Placement and Case Review (England) Regulations 2010, regulation 7
timescales: [initial_health_assessment]
needs: [health]
breaks:
  2021: >-
    In the pandemic health checks were put off, or held by phone or video. A fall says little of the service
missing: >-
  An assessment is completed if it has a completed date by the last day of the year and is not marked refused or
  cancelled. It counts for the period of care that has that date in it (its first and last day included, so that a
  day on which one ends and the next begins is of both), whatever its due date. A refused, cancelled or undated one
  counts so for the period that has its due date in it, if that is by the last day of the year. A period with no
  assessment completed in it is refused if any is; otherwise cancelled if any is; otherwise left out if one is marked
  completed and has no completed date; otherwise not done, also if nothing is recorded. A completed one without a due
  date counts, whichever year's file it is in. One with neither date counts nowhere: a contact of the child and kind
  in a newer file replaces it, and without one it is listed. The age is that on the first day of the period
checked_on: 2026-11-22
*/
SELECT
    reporting_year,
    child_id,
    health_age,
    health_outcome = 'On time' AS numerator
FROM initial_assessments
WHERE health_outcome NOT IN ('Refused', 'Not recorded')
