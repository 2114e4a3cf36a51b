/*
title: Escalations open on 31 March
kind: count
unit: escalations
sentence: "{value} concerns were still open on {as_at}"
counts: >-
  escalations raised by the last day of the year, in it or before, and not resolved by then; open for so many calendar
  days from raising to that day: up to 28, 29 to 91, 92 to 182, or more
better: none
adds_up:
  - numerator ~ numerator before + escalations_raised.numerator - escalations_resolved.numerator, whole
  - >-
    numerator ~ numerator before + escalations_raised.numerator - escalations_resolved_by_path.numerator, by
    stage_raised
depends_on: officer
breakdowns: [stage_raised, time_open, iro]
source: IRO Handbook (2010), 6.1 to 6.10, the local dispute resolution process
needs: [escalations]
missing: >-
  One raised before the first loaded year counts only if a file of the loaded years holds it. One that later files hold
  no longer counts as open until a row says that it was resolved
checked_on: 2026-11-22
*/
SELECT
    reporting_year,
    child_id,
    stage_raised,
    CASE
        WHEN date_diff('day', raised_date, as_at) <= 28 THEN 'Up to 4 weeks'
        WHEN date_diff('day', raised_date, as_at) <= 91 THEN '5 to 13 weeks'
        WHEN date_diff('day', raised_date, as_at) <= 182 THEN '14 to 26 weeks'
        ELSE 'Over 26 weeks'
    END AS time_open,
    iro
FROM year_escalations
WHERE resolved_day IS NULL
