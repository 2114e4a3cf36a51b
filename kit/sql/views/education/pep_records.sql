-- One row per child and reporting year: the Personal Education Plan as it last was in the year up to the as-at day.
SELECT
    reporting_years.year AS reporting_year,
    education_plans.child_id,
    education_plans.status,
    coalesce(statuses.label, 'Not recorded'::label) AS pep_status,
    coalesce(qualities.label, 'Not recorded'::label) AS pep_quality
FROM education_plans
JOIN reporting_years
    ON education_plans.as_at_date <= reporting_years.as_at
    AND education_plans.as_at_date > reporting_years.as_at - INTERVAL 1 YEAR
LEFT JOIN code_labels AS statuses ON statuses.code_set = 'plan_status' AND statuses.code = education_plans.status
LEFT JOIN code_labels AS qualities ON qualities.code_set = 'plan_quality' AND qualities.code = education_plans.quality
WHERE NOT education_plans.superseded
QUALIFY row_number() OVER (
    PARTITION BY reporting_years.year, education_plans.child_id
    ORDER BY education_plans.as_at_date DESC
) = 1
