/*
title: Ceasing to be looked after
kind: count
unit: periods of care
sentence: In {year}, {value} periods of care ended
counts: >-
  periods of care that ended in the year; one that only stopped appearing in the next year's file is
  not counted; ages are those on the day
better: none
breakdowns: [age_band_all]
source: >-
  Statutory return (SSDA903): header and episodes
checked_on: 2026-11-22
*/
SELECT
    year_periods.reporting_year,
    year_periods.child_id,
    age_band_all(completed_years(birth_dates.dob, year_periods.end_day)) AS age_band_all
FROM year_periods
LEFT JOIN birth_dates
    ON birth_dates.child_id = year_periods.child_id AND birth_dates.reporting_year = year_periods.reporting_year
WHERE year_periods.end_day >= year_periods.first_day
    AND year_periods.end_recorded
