/*
title: Escalations from which learning was shared
kind: share
unit: "%"
sentence: Learning was shared from {value} of concerns resolved ({numerator} of {denominator})
counts: escalations resolved in the year
included_when: learning from them was shared by the last day of the year; a blank day is not shared
better: none
adds_up:
  - denominator = escalations_resolved.numerator
depends_on: officer
breakdowns: []
source: IRO Handbook (2010), 6.1 to 6.10, the local dispute resolution process
needs: [escalations]
checked_on: 2026-11-22
*/
SELECT
    reporting_year,
    child_id,
    iro,
    coalesce(learning_shared_date <= as_at, FALSE) AS numerator
FROM year_escalations
WHERE resolved_in_year
