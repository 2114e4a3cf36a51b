/*
title: "Caseload: children for each full-time officer"
kind: ratio
unit: children per full-time post
hundredths: [denominator]
band: caseload
sentence: The caseload was {value} children for each full-time officer
counts: >-
  children looked after on the last day of each month of the year that has ended, each counted once a month, divided
  by the full-time posts (fte of iros, each rounded to hundredths, halves up) of the officers of that year's file who
  were in post that day: from started_date (blank: always) to left_date (blank: still in post), both included. The
  year's figure divides the sum over its months by the sum over its months, and a quarter's likewise; the table of
  results gives posts in hundredths
better: none
depends_on: neither
breakdowns: [month, quarter]
source: IRO Handbook (2010), 7.15
needs: [iros.fte]
missing: >-
  Officers without an FTE, or with one below nought, add nothing to the posts and are listed; officers away sick are
  in post
checked_on: 2026-11-22
*/
SELECT
    year_periods.reporting_year,
    month_ends.month,
    month_ends.quarter,
    1 AS numerator,
    0 AS denominator
FROM year_periods
JOIN month_ends
    ON month_ends.reporting_year = year_periods.reporting_year
    AND year_periods.start_day <= month_ends.day
    AND (year_periods.end_day IS NULL OR year_periods.end_day > month_ends.day)
UNION ALL
SELECT
    reporting_year,
    month,
    quarter,
    0,
    hundredths
FROM posts_at_month_ends
