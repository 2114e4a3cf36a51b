-- One row per child and run of reporting years in which the child's past reads the same. For nearly all that is every
-- loaded year, as what came later only adds to it. Where a later episode takes a period of care up again after a gap,
-- each year has a past of its own: an earlier year knew the period as ended.
WITH irregular AS (
    SELECT DISTINCT child_id
    FROM numbered_episodes
    WHERE after_a_gap
)
SELECT
    children.child_id,
    min(reporting_years.year) AS first_year,
    max(reporting_years.year) AS last_year,
    max(reporting_years.as_at) AS as_at
FROM children
CROSS JOIN reporting_years
LEFT JOIN irregular USING (child_id)
GROUP BY children.child_id, CASE WHEN irregular.child_id IS NOT NULL THEN reporting_years.year END
