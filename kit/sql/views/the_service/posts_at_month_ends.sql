-- One row per reviewing officer in post on the last day of a month.
SELECT
    month_ends.reporting_year,
    month_ends.month,
    month_ends.quarter,
    year_officers.iro,
    year_officers.hundredths
FROM year_officers
JOIN month_ends
    ON month_ends.reporting_year = year_officers.reporting_year
    AND year_officers.started_day <= month_ends.day
    AND (year_officers.left_day IS NULL OR year_officers.left_day >= month_ends.day)
