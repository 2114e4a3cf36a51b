-- One row per child with a child protection plan on the as-at day of a reporting year.
SELECT DISTINCT
    reporting_years.year AS reporting_year,
    protection_plans.child_id
FROM protection_plans
JOIN reporting_years
    ON protection_plans.start_date <= reporting_years.as_at
    AND (protection_plans.end_date IS NULL OR protection_plans.end_date > reporting_years.as_at)
WHERE NOT protection_plans.superseded
