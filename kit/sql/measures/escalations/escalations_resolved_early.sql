/*
title: Escalations resolved where they were raised
kind: share
unit: "%"
sentence: "{numerator} of {denominator} were settled at the stage at which they were raised ({value})"
counts: >-
  escalations resolved in the year for which the stage at which they were raised and the one at which they were
  resolved are both recorded; one with either of them blank or unknown is left out, and listed
included_when: resolved at the stage at which they were raised
better: none
adds_up:
  - denominator + escalations_resolved_by_path.numerator[path=Not recorded] = escalations_resolved.numerator
  - numerator = escalations_resolved_by_path.numerator[way_up=Resolved where raised]
depends_on: officer
breakdowns: []
source: IRO Handbook (2010), 6.1 to 6.10, the local dispute resolution process
needs: [escalations.raised_stage, escalations.resolved_stage]
checked_on: 2026-11-22
*/
SELECT
    reporting_year,
    child_id,
    iro,
    stage_resolved = stage_raised AS numerator
FROM year_escalations
WHERE resolved_in_year
    AND 'Not recorded' NOT IN (stage_raised, stage_resolved)
