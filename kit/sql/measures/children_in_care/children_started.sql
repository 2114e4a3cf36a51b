/*
title: Starting to be looked after
kind: count
unit: periods of care
sentence: Children came into care {value} times
counts: >-
  periods of care that began in the year; a child who started twice counts twice; ages are those on
  the day
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
    age_band_all(completed_years(dob, start_day)) AS age_band_all
FROM year_periods
WHERE start_day >= first_day
