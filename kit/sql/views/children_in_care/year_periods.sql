-- One row per period of care and reporting year that knows it, as it was on that year's as-at day.
SELECT
    reporting_years.year AS reporting_year,
    reporting_years.first_day,
    reporting_years.as_at,
    periods_of_care.care_number,
    periods_of_care.child_number,
    periods_of_care.child_id,
    periods_of_care.last_year,
    periods_of_care.period,
    periods_of_care.start_day,
    CASE WHEN periods_of_care.end_day <= reporting_years.as_at THEN periods_of_care.end_day END AS end_day,
    periods_of_care.end_recorded,
    coalesce(periods_of_care.dob, birth_dates_in_reviews.dob) AS dob
FROM periods_of_care
JOIN reporting_years
    ON reporting_years.year BETWEEN periods_of_care.first_year AND periods_of_care.last_year
    AND periods_of_care.start_day <= reporting_years.as_at
LEFT JOIN birth_dates_in_reviews
    ON birth_dates_in_reviews.child_id = periods_of_care.child_id
    AND birth_dates_in_reviews.reporting_year = reporting_years.year
