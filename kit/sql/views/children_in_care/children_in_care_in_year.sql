-- One row per child looked after on any day of a reporting year, and whether under remand on any of them.
SELECT
    reporting_years.year AS reporting_year,
    stays.child_id,
    bool_or(coalesce(stays.legal_status_code = 'J1', FALSE)) AS remanded
FROM stays
JOIN reporting_years
    ON reporting_years.year BETWEEN stays.first_year AND stays.last_year
    AND stays.from_day <= reporting_years.as_at
    AND (stays.to_day IS NULL OR stays.to_day > reporting_years.first_day)
-- A stay that ends on the day on which it begins holds on no day.
WHERE stays.to_day IS NULL OR stays.to_day > stays.from_day
GROUP BY ALL
