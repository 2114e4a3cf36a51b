/*
title: Calls to children
kind: count
unit: calls
sentence: Officers called children {value} times
counts: >-
  rows of iro_contacts of the kind call dated in the year that name a child, be it one whom the return does not know:
  one for each officer, child and day
better: none
part_of: visits_and_calls
depends_on: officer
breakdowns: [quarter]
source: IRO Handbook (2010), 3.36, speaking with the child before the review
needs: [iro_contacts]
missing: >-
  A call that does not say to which child is listed and not counted here, but counts among visits and calls
checked_on: 2026-11-30
*/
SELECT
    reporting_year,
    child_id,
    iro,
    quarter
FROM year_contacts
WHERE kind = 'call'
    AND child_id IS NOT NULL
