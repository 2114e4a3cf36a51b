-- One row per time that a child looked after on any day of a reporting year went missing (M) on a day of that year.
SELECT
    in_care.reporting_year,
    in_care.child_id,
    missing.mis_start,
    age_band_all(completed_years(birth_dates.dob, missing.mis_start)) AS age_band_all
FROM children_in_care_in_year AS in_care
JOIN reporting_years ON reporting_years.year = in_care.reporting_year
JOIN missing
    ON missing.child_id = in_care.child_id
    AND missing.mis_start BETWEEN reporting_years.first_day AND reporting_years.as_at
    AND missing.missing = 'M'
    AND NOT missing.superseded
LEFT JOIN birth_dates
    ON birth_dates.child_id = in_care.child_id
    AND birth_dates.reporting_year = in_care.reporting_year
