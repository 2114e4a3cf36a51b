/*
title: Children who went missing
kind: share
unit: "%"
sentence: "{value} of children in care went missing at least once ({numerator} of {denominator})"
counts: >-
  children looked after on any day of the year, each once; ages are those on 31 March, also of a child who had left by
  then
included_when: >-
  the return's file of missing children has a row of the child with the code M (missing) whose first day is in the year,
  be it not a day on which the child was looked after
better: lower
adds_up:
  - denominator = children_remanded.denominator, whole
depends_on: neither
breakdowns: [age_band_all]
source: >-
  Statutory return (SSDA903): file of missing children
needs: [missing.missing]
missing: >-
  Times away without authorisation (A), and rows whose code is blank or unknown, do not count. A year without the file
  is not supplied, which does not say that no child went missing
checked_on: 2026-11-30
*/
SELECT
    in_care.reporting_year,
    in_care.child_id,
    age_band_all(completed_years(birth_dates.dob, reporting_years.as_at)) AS age_band_all,
    EXISTS (
        SELECT 1
        FROM year_missing
        WHERE year_missing.reporting_year = in_care.reporting_year
            AND year_missing.child_id = in_care.child_id
    ) AS numerator
FROM children_in_care_in_year AS in_care
JOIN reporting_years ON reporting_years.year = in_care.reporting_year
LEFT JOIN birth_dates
    ON birth_dates.child_id = in_care.child_id
    AND birth_dates.reporting_year = in_care.reporting_year
