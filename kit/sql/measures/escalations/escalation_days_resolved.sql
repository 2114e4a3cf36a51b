/*
title: Days from raising to resolving
kind: median
unit: days
sentence: Half of those resolved had taken {value} days or fewer
counts: >-
  calendar days from raising to resolving, of escalations resolved in the year, whenever they were raised (0 if
  that was one day); the median is the least number of days within which half or more of them were resolved. One
  resolved before it was raised is left out, and listed
better: none
adds_up:
  - denominator ~ escalations_resolved_by_path.numerator
  - denominator ~ escalations_resolved.numerator, by stage_resolved
  - numerator = denominator
depends_on: officer
breakdowns: [stage_raised, stage_resolved, path, way_up, iro]
source: IRO Handbook (2010), 6.1 to 6.10, the local dispute resolution process
needs: [escalations]
missing: >-
  Those still open are not in it. The days spent at each stage on the way are not recorded, only those from raising to
  resolving
checked_on: 2026-11-22
*/
SELECT
    reporting_year,
    child_id,
    date_diff('day', raised_date, resolved_day) AS value,
    FALSE AS censored,
    stage_raised,
    stage_resolved,
    path,
    way_up,
    iro
FROM year_escalations
WHERE resolved_in_year
    AND NOT resolved_before_raised
