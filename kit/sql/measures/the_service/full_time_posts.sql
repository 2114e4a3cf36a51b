/*
title: Full-time posts filled
kind: ratio
unit: full-time posts
hundredths: [numerator, denominator]
sentence: The team had {value} full-time posts filled
counts: >-
  full-time posts (fte of iros, each rounded to hundredths, halves up) of the officers of that year's file who were in
  post on the last day of a month that has ended: from started_date (blank: always) to left_date (blank: still in
  post), both included. The year's and a quarter's figure is the average over their months; the table of results gives
  the sum of posts over months and the number of months, both in hundredths
better: none
depends_on: neither
breakdowns: [month, quarter]
source: IRO Handbook (2010), 7.11, the development of the service
needs: [iros.fte]
missing: >-
  Officers without an FTE, or with one below nought, add nothing to the posts and are listed; officers away sick are
  in post
checked_on: 2026-11-22
*/
SELECT
    reporting_year,
    month,
    quarter,
    hundredths AS numerator,
    0 AS denominator
FROM posts_at_month_ends
UNION ALL
SELECT
    reporting_year,
    month,
    quarter,
    0,
    100
FROM month_ends
