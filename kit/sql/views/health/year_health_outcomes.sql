-- One row per child and reporting year of the return's health outcomes, which speak of whole years only.
SELECT
    reporting_years.year AS reporting_year,
    reporting_years.first_day,
    reporting_years.as_at,
    oc2.child_id,
    completed_years(birth_dates.dob, reporting_years.first_day) >= 4
    AND completed_years(birth_dates.dob, reporting_years.as_at) < 17 AS of_sdq_age,
    CASE WHEN oc2.sdq_score BETWEEN 0 AND 40 THEN oc2.sdq_score END AS sdq_score,
    oc2.health_assessment = '1' AS health_assessment,
    oc2.teeth_check = '1' AS teeth_check,
    oc2.immunisations = '1' AS immunisations
FROM oc2
JOIN reporting_years
    ON reporting_years.year = oc2.year
    -- It is a statement of the twelve months to the end of the year, and known no sooner.
    AND reporting_years.as_at + INTERVAL 1 DAY = reporting_years.first_day + INTERVAL 1 YEAR
LEFT JOIN birth_dates ON birth_dates.child_id = oc2.child_id AND birth_dates.reporting_year = reporting_years.year
