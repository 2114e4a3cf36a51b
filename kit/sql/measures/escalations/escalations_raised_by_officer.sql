/*
title: Escalations raised, officer by officer
kind: count
unit: escalations
sentence: Officers raised {value} concerns (escalations)
counts: >-
  escalations raised in the year, by the reviewing officer who raised them ("Not recorded" if blank); for internal
  use only, since it names staff
better: none
adds_up:
  - numerator = escalations_raised.numerator, whole
depends_on: officer
breakdowns: [iro]
source: IRO Handbook (2010), 6.1 to 6.10, the local dispute resolution process
needs: [escalations]
checked_on: 2026-11-22
*/
SELECT
    reporting_year,
    child_id,
    iro
FROM year_escalations
WHERE raised_in_year
