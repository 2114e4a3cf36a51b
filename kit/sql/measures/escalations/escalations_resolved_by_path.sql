/*
title: Where escalations were resolved
kind: count
unit: escalations
sentence: "{value} concerns were resolved"
counts: >-
  escalations resolved in the year, by the stage at which they were raised and the one at which they were resolved
  ("Informal to Stage 1"; "Stage 1 only" if these are the same); "Not recorded" if either stage is not. How far
  it went is how many stages higher that is, informal being the one before stage 1
better: none
adds_up:
  - numerator = escalations_resolved.numerator, whole
depends_on: officer
breakdowns: [path, way_up]
source: IRO Handbook (2010), 6.1 to 6.10, the local dispute resolution process
needs: [escalations]
missing: The day on which an escalation passed from one stage to the next is not recorded
checked_on: 2026-11-22
*/
SELECT
    reporting_year,
    child_id,
    iro,
    path,
    way_up
FROM year_escalations
WHERE resolved_in_year
