/*
title: Actions of the last plan that were achieved
kind: ratio
unit: "%"
people: no
sentence: "{numerator} of last year's {denominator} actions were achieved by {as_at} ({value})"
counts: >-
  lines of the year's file of actions whose status is achieved, with achieved_date blank or by the last day of the
  year, as a percentage of all its lines whose agreed_year is the year before; a line whose status is blank or unknown
  counts as not achieved
better: higher
depends_on: neither
breakdowns: []
source: IRO Handbook (2010), 7.11; the council's own plan
needs: [actions.status]
checked_on: 2026-11-22
*/
SELECT
    reporting_year,
    (action_status = 'Achieved')::INTEGER AS numerator,
    1 AS denominator
FROM year_actions
WHERE NOT ahead
