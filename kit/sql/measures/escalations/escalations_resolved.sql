/*
title: Escalations resolved
kind: count
unit: escalations
sentence: "{value} concerns were resolved"
counts: escalations resolved in the year, whenever they were raised
better: none
adds_up:
  - numerator = escalations_resolved_by_path.numerator, by stage_resolved
depends_on: officer
breakdowns: [stage_resolved, outcome]
source: IRO Handbook (2010), 6.1 to 6.10, the local dispute resolution process
needs: [escalations]
checked_on: 2026-11-22
*/
SELECT
    reporting_year,
    child_id,
    iro,
    stage_resolved,
    outcome
FROM year_escalations
WHERE resolved_in_year
