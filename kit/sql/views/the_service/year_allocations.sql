-- One row per allocation of a child to a reviewing officer and reporting year that knows it, with its end as known.
SELECT
    reporting_years.year AS reporting_year,
    reporting_years.first_day,
    held_allocations.child_id,
    held_allocations.iro_id AS iro,
    held_allocations.start_date AS start_day,
    CASE WHEN held_allocations.end_day <= reporting_years.as_at THEN held_allocations.end_day END AS end_day
FROM held_allocations
JOIN reporting_years ON held_allocations.start_date <= reporting_years.as_at
-- One that ends on the day on which it starts, or before, holds on no day.
WHERE held_allocations.end_day IS NULL
    OR held_allocations.end_day > held_allocations.start_date
