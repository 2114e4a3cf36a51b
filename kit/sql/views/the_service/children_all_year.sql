-- One row per child looked after throughout a reporting year, with an officer on its first and its last day: how many.
SELECT
    year_periods.reporting_year,
    year_periods.child_id,
    count(DISTINCT year_allocations.iro) AS officers
FROM year_periods
JOIN year_allocations
    ON year_allocations.reporting_year = year_periods.reporting_year
    AND year_allocations.child_id = year_periods.child_id
    AND (year_allocations.end_day IS NULL OR year_allocations.end_day > year_allocations.first_day)
WHERE year_periods.start_day <= year_periods.first_day
    AND year_periods.end_day IS NULL
GROUP BY ALL
HAVING bool_or(year_allocations.start_day <= year_allocations.first_day)
    AND bool_or(year_allocations.end_day IS NULL)
