/*
title: Times that looked-after children went missing
kind: count
unit: times
sentence: Children in care went missing {value} times
counts: >-
  rows of the return's file of missing children with the code M (missing) whose first day is in the year, of children
  looked after on any day of the year, be it not on that day. Ages are those on the first day missing. A child and a
  first day are one time
better: lower
depends_on: child
breakdowns: [age_band_all]
source: >-
  Statutory return (SSDA903): file of missing children
needs: [missing.missing]
missing: >-
  Times away without authorisation (A), and rows whose code is blank or unknown, are not counted. A time that has no
  last day is counted like any other. A year without the file is not supplied, which does not say that there were none
checked_on: 2026-11-30
*/
SELECT
    reporting_year,
    child_id,
    age_band_all
FROM year_missing
