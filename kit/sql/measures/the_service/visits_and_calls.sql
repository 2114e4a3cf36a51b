/*
title: Visits and calls
kind: count
unit: visits and calls
sentence: Officers made {value} visits and calls in all
counts: >-
  rows of iro_contacts of the kinds visit and call dated in the year, one for each officer, child, day and kind, also
  if the child is blank or not one whom the return knows; midway reviews and supervisions are not counted here
better: none
adds_up:
  - numerator[contact_kind=Visit] ~ visits.numerator
  - numerator[contact_kind=Call] ~ calls.numerator
depends_on: officer
breakdowns: [contact_kind, month, iro]
source: IRO Handbook (2010), 3.36, speaking with the child before the review
needs: [iro_contacts]
checked_on: 2026-11-22
*/
SELECT
    reporting_year,
    child_id,
    contact_kind,
    month,
    iro
FROM year_contacts
WHERE kind IN ('visit', 'call')
