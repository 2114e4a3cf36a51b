-- One row per child of school age looked after on the as-at day of a reporting year, with the PEP as it was.
SELECT
    children_in_care.reporting_year,
    children_in_care.child_id,
    CASE
        WHEN children_in_care.start_day + INTERVAL 3 MONTH > children_in_care.as_at THEN 'Under 3 months'
        WHEN children_in_care.start_day + INTERVAL 12 MONTH > children_in_care.as_at THEN '3 months to 1 year'
        WHEN children_in_care.start_day + INTERVAL 24 MONTH > children_in_care.as_at THEN '1 to 2 years'
        ELSE '2 years or more'
    END AS months_in_care,
    coalesce(pep_records.status IN ('up to date', 'out of date', 'in progress'), FALSE) AS has_pep,
    coalesce(pep_records.status = 'up to date', FALSE) AS pep_up_to_date,
    coalesce(pep_records.pep_status, 'Not recorded') AS pep_status,
    coalesce(pep_records.pep_quality, 'Not recorded') AS pep_quality
FROM children_in_care
LEFT JOIN pep_records
    ON pep_records.child_id = children_in_care.child_id
    AND pep_records.reporting_year = children_in_care.reporting_year
WHERE children_in_care.age_on_31_august BETWEEN 5 AND 15
