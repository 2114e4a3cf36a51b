/*
title: Ceasing to be looked after
kind: count
unit: periods of care
sentence: Children left care {value} times
counts: >-
  periods of care that ended in the year; one that only stopped appearing in the next year's file is
  not counted; ages are those on the day
better: none
depends_on: neither
breakdowns: [age_band_all]
source: >-
  Statutory return (SSDA903): header and episodes
checked_on: 2026-11-22
*/
SELECT
    reporting_year,
    child_id,
    age_band_all(completed_years(dob, end_day)) AS age_band_all
FROM year_periods
WHERE end_day >= first_day
    AND end_recorded
