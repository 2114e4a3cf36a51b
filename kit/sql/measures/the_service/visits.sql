/*
title: Visits to children
kind: count
unit: visits
sentence: Officers visited children {value} times
counts: >-
  rows of iro_contacts of the kind visit dated in the year that name a child, be it one whom the return does not know:
  one for each officer, child and day
better: none
part_of: visits_and_calls
depends_on: officer
breakdowns: [quarter]
source: IRO Handbook (2010), 3.36, speaking with the child before the review
needs: [iro_contacts]
missing: >-
  A visit that does not say to which child is listed and not counted here, but counts among visits and calls
checked_on: 2026-11-30
*/
SELECT
    reporting_year,
    child_id,
    iro,
    quarter
FROM year_contacts
WHERE kind = 'visit'
    AND child_id IS NOT NULL
