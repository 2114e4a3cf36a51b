/*
title: Escalations raised per 100 children
kind: rate
per: children_looked_after_in_year
unit: per 100 children
sentence: That is {value} for every 100 children in care in the year ({numerator} for {denominator} children)
counts: escalations raised in the year, per 100 children looked after on any day of it
better: none
adds_up:
  - numerator = escalations_raised.numerator
  - denominator = children_remanded.denominator
depends_on: officer
breakdowns: []
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
