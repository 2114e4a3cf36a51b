/*
title: Days until an escalation was resolved
kind: median
unit: days
sentence: Half of the concerns were resolved within {value} calendar days
counts: >-
  calendar days from raising to resolving, of escalations raised in the year; those still open on its
  last day count as open so long (Kaplan–Meier). One resolved before it was raised is left out, and listed
better: none
adds_up:
  - denominator ~ escalations_raised.numerator
  - rest <= escalations_open.numerator
depends_on: officer
breakdowns: []
source: IRO Handbook (2010), 6.1 to 6.10, the local dispute resolution process
needs: [escalations]
checked_on: 2026-11-22
*/
SELECT
    reporting_year,
    child_id,
    date_diff('day', raised_date, coalesce(resolved_day, as_at)) AS value,
    resolved_day IS NULL AS censored
FROM year_escalations
WHERE raised_in_year
    AND NOT resolved_before_raised
