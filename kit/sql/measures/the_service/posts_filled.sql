/*
title: Share of posts filled
kind: ratio
unit: "%"
hundredths: [numerator, denominator]
sentence: >-
  The team had {numerator_each_month} of its {denominator_each_month} full-time posts filled ({value})
counts: >-
  full-time posts (fte of iros, each rounded to hundredths, halves up) of the officers of that year's file who were in
  post on the last day of a month that has ended, as a percentage of the posts that the council has (establishment in
  council.yml, the entry of the latest reporting year up to this one, rounded alike). In post is from started_date
  (blank: always) to left_date (blank: still in post), both included. The year and a quarter add up their months; the
  table of results gives posts in hundredths
better: higher
depends_on: neither
breakdowns: [month, quarter]
source: IRO Handbook (2010), 7.11, resources that put the quality of the service at risk
needs: [iros.fte, council.establishment]
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
    month_ends.reporting_year,
    month_ends.month,
    month_ends.quarter,
    0,
    establishment.hundredths
FROM month_ends
JOIN establishment ON establishment.year = month_ends.reporting_year
