/*
title: Sick days for each officer
kind: ratio
unit: days per officer
hundredths: [numerator]
sentence: Each officer was off sick for {value} working days on average
counts: >-
  working days of sickness in the year (sickness_days of iros as they are given, each rounded to hundredths, halves up),
  divided by the number of officers in that year's file who were in post in the year and whose days of sickness are
  given (0 is given). In post in the year: started_date blank or by the year's last day, and left_date blank or not
  before its first, nor before started_date. The table of results gives days in hundredths
better: lower
depends_on: officer
breakdowns: []
source: IRO Handbook (2010), 7.11, resources that put the quality of the service at risk
needs: [iros.sickness_days]
whole_years: true
missing: >-
  Officers whose days of sickness are blank are left out, and those with fewer than no days, who are listed. The days
  have no date of their own, so that a report that ends before the year cannot know them
checked_on: 2026-11-22
*/
SELECT
    reporting_year,
    hundredths_of(sickness_days) AS numerator,
    1 AS denominator
FROM year_officers
WHERE sickness_days IS NOT NULL
