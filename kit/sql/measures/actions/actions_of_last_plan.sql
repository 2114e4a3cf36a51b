/*
title: Actions of the last plan
kind: count
unit: actions
people: no
sentence: The last plan had {value} actions
counts: >-
  lines of the year's file of actions whose agreed_year is the year before, by their status at the end of the year:
  "Not recorded" if it is blank or unknown, or achieved_date, with whatever status, is after the last day of the
  year
better: none
adds_up:
  - numerator = actions_achieved.denominator, whole
  - numerator[action_status=Achieved] = actions_achieved.numerator
depends_on: neither
breakdowns: [action_status]
source: IRO Handbook (2010), 7.11; the council's own plan
needs: [actions.status]
checked_on: 2026-11-22
*/
SELECT
    reporting_year,
    action_status
FROM year_actions
WHERE NOT ahead
