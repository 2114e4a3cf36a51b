-- One row per reviewing officer of a reporting year's file of posts who was in post on any day of that year.
SELECT
    reporting_years.year AS reporting_year,
    reporting_years.as_at,
    iros.iro_id AS iro,
    -- Of a full-time post; a blank adds nothing.
    greatest(coalesce(hundredths_of(iros.fte), 0), 0) AS hundredths,
    coalesce(iros.started_date, DATE '1900-01-01') AS started_day,
    CASE WHEN iros.left_date <= reporting_years.as_at THEN iros.left_date END AS left_day,
    coalesce(code_labels.label, 'Not recorded'::label) AS ethnicity,
    -- A negative number of days is a mistake: it counts as not recorded.
    CASE WHEN iros.sickness_days >= 0 THEN iros.sickness_days END AS sickness_days
FROM iros
JOIN reporting_years
    ON reporting_years.year = iros.year
    AND (iros.started_date IS NULL OR iros.started_date <= reporting_years.as_at)
    AND (iros.left_date IS NULL OR iros.left_date >= reporting_years.first_day)
    AND (iros.left_date IS NULL OR iros.started_date IS NULL OR iros.left_date >= iros.started_date)
LEFT JOIN code_labels ON code_labels.code_set = 'ethnicity_or_group' AND code_labels.code = iros.ethnicity
WHERE NOT iros.superseded
