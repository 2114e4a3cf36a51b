/*
title: Review health assessments due
kind: count
unit: assessments
sentence: "{value} later health checks fell due"
counts: >-
  review health assessments whose due date, as the council recorded it, fell in the year and on a day on which the
  child was looked after, by what became of them: on time, completed by the due date; late, completed after it by the
  last day of the year; refused; cancelled; not recorded, marked completed without a date; or not done by the last day
  of the year. Refused is not missed: it is a category of its own
better: none
depends_on: child
breakdowns: [health_outcome]
source: >-
  Care Planning, Placement and Case Review (England) Regulations 2010, regulation 7(3); the due date is the council's
  own record
needs: [health]
breaks:
  2021: >-
    In the pandemic health checks were put off, or held by phone or video. A fall says little of the service
missing: >-
  A completed date on an assessment marked refused or cancelled is not used, and one after the last day of the year is
  not yet known. One with neither a due date nor a completed date counts nowhere: a contact of the child and kind in a
  newer file replaces it, and without one it is listed
checked_on: 2026-11-22
*/
SELECT
    reporting_year,
    child_id,
    health_outcome
FROM year_health_contacts
WHERE kind = 'review health assessment'
