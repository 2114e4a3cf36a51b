-- One row per month of a reporting year that has ended by its as-at day, with its last day.
WITH months AS (
    SELECT
        year AS reporting_year,
        as_at,
        unnest(generate_series(first_day, as_at, INTERVAL 1 MONTH))::DATE AS month_start
    FROM reporting_years
)
SELECT
    reporting_year,
    last_day(month_start) AS day,
    month_label(month_start) AS month,
    quarter_label(month_start) AS quarter
FROM months
WHERE last_day(month_start) <= as_at
