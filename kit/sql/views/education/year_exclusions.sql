-- One row per school exclusion, made or considered, that began in a reporting year on a day in care.
SELECT
    reporting_years.year AS reporting_year,
    exclusions.child_id,
    exclusions.kind,
    kinds.label AS exclusion_kind,
    exclusions.days,
    exclusions.reported_to_virtual_school
FROM exclusions
JOIN reporting_years ON exclusions.excluded_date BETWEEN reporting_years.first_day AND reporting_years.as_at
JOIN year_periods
    ON year_periods.child_id = exclusions.child_id
    AND year_periods.reporting_year = reporting_years.year
    AND year_periods.start_day <= exclusions.excluded_date
    AND (year_periods.end_day IS NULL OR year_periods.end_day > exclusions.excluded_date)
JOIN code_labels AS kinds ON kinds.code_set = 'exclusion_kind' AND kinds.code = exclusions.kind
WHERE NOT exclusions.superseded
