/*
title: Children allocated for each full-time reviewing officer
kind: ratio
unit: children per full-time post
hundredths: [denominator]
band: caseload
sentence: On {as_at} each full-time officer had {value} children
counts: >-
  children looked after on the last day of the year, counted once for each officer to whom they were allocated that
  day (start_date by that day, end_date blank or later; one that the latest file of allocations no longer has, its
  end_date blank or after the last year whose file had it, holds to the end of that year), divided by the full-time
  posts (fte of iros, each rounded to hundredths, halves up; a negative one is none) of the officers of the year's
  file in post that day (started_date blank or by then; left_date blank, that day or later). The table of results
  gives posts in hundredths. Officers are those with such a child or in post, by their number as it is written
better: none
depends_on: officer
breakdowns: [iro]
source: IRO Handbook (2010), 7.15
needs: [allocations, iros.fte]
missing: >-
  Children without an allocation are in no officer's number; an officer who has children and no FTE gives no cases
checked_on: 2026-11-22
*/
SELECT DISTINCT
    children_in_care.reporting_year,
    year_allocations.iro,
    children_in_care.child_id,
    1 AS numerator,
    0 AS denominator
FROM children_in_care
JOIN year_allocations
    ON year_allocations.reporting_year = children_in_care.reporting_year
    AND year_allocations.child_id = children_in_care.child_id
    AND year_allocations.end_day IS NULL
UNION ALL
SELECT
    reporting_year,
    iro,
    NULL,
    0,
    hundredths
FROM year_officers
WHERE left_day IS NULL OR left_day = as_at
