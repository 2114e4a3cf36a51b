-- One row per health contact and reporting year, with the day on which it was done as far as that year knows.
SELECT
    reporting_years.year AS reporting_year,
    reporting_years.first_day,
    reporting_years.as_at,
    health.child_id,
    health.kind,
    health.due_date AS due_day,
    health.status,
    health.status IS NOT DISTINCT FROM 'completed' AND health.completed_date IS NULL AS day_not_recorded,
    -- A day beside "refused" or "cancelled" is the day of the refusal, not of an assessment.
    CASE
        WHEN health.completed_date <= reporting_years.as_at
            AND coalesce(health.status, '') NOT IN ('refused', 'cancelled')
            THEN health.completed_date
    END AS done_day
FROM health
CROSS JOIN reporting_years
WHERE NOT health.superseded
