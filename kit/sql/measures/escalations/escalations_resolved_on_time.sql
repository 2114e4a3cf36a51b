/*
title: Escalations resolved within 20 working days
kind: share
unit: "%"
sentence: >-
  In {year}, {value} of escalations were resolved within 20 working days ({numerator} of
  {denominator})
counts: escalations whose 20 working days ended in the year
included_when: resolved by the end of the 20th working day
better: none
breakdowns: [stage_raised]
source: IRO Handbook (2010), 6.2
needs: [escalations]
checked_on: 2026-11-22
*/
SELECT
    reporting_year,
    child_id,
    stage_raised,
    coalesce(resolved_day <= limit_day, FALSE) AS numerator
FROM year_escalations
WHERE limit_in_year
