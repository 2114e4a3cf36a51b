/*
title: Escalations resolved on time
kind: share
unit: "%"
sentence: "{value} of concerns were resolved within {dispute_resolved} ({numerator} of {denominator})"
counts: >-
  escalations whose {dispute_resolved} from being raised ended in the year; one without a day of resolving counts as
  not resolved, and one resolved before it was raised, which is listed, as resolved by then
included_when: resolved on or before the last of those days
better: none
depends_on: officer
breakdowns: [stage_raised]
source: IRO Handbook (2010), 6.1 to 6.10, the local dispute resolution process
timescales: [dispute_resolved]
needs: [escalations]
checked_on: 2026-11-22
*/
SELECT
    reporting_year,
    child_id,
    iro,
    stage_raised,
    coalesce(resolved_day <= limit_day, FALSE) AS numerator
FROM year_escalations
WHERE limit_in_year
