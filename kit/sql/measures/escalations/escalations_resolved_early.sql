/*
title: Escalations resolved where they were raised
kind: share
unit: "%"
sentence: >-
  In {year}, {value} of the escalations resolved were resolved at the stage at which they were raised
  ({numerator} of {denominator})
counts: escalations resolved in the year
included_when: resolved at the stage at which they were raised
better: none
breakdowns: []
source: IRO Handbook (2010), 6.1 to 6.10, the local dispute resolution process
needs: [escalations]
checked_on: 2026-11-22
*/
SELECT
    reporting_year,
    child_id,
    stage_resolved = stage_raised AND stage_raised <> 'Not recorded' AS numerator
FROM year_escalations
WHERE resolved_in_year
