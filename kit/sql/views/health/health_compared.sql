-- One row per child and reporting year of the return's health outcomes, beside what the health extract has of the year.
WITH done AS (
    SELECT
        reporting_year,
        child_id,
        bool_or(kind <> 'dental') AS assessed,
        bool_or(kind = 'dental') AS teeth_checked
    FROM health_contacts
    WHERE done_day >= first_day
    GROUP BY ALL
)
SELECT
    year_health_outcomes.reporting_year,
    year_health_outcomes.child_id,
    year_health_outcomes.health_assessment,
    coalesce(done.assessed, FALSE) AS assessed,
    year_health_outcomes.teeth_check,
    coalesce(done.teeth_checked, FALSE) AS teeth_checked
FROM year_health_outcomes
LEFT JOIN done USING (reporting_year, child_id)
