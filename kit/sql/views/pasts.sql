-- One row per child with an episode of care and run of reporting years in which the child's past reads the same. For
-- nearly all that is every loaded year, as what came later only adds to it. Where a later episode takes a period of
-- care up again after a gap, each year has a past of its own: an earlier year knew the period as ended.
WITH histories AS (
    SELECT child_id, bool_or(after_a_gap) AS irregular
    FROM numbered_episodes
    GROUP BY child_id
)
SELECT
    histories.child_id,
    min(reporting_years.year) AS first_year,
    max(reporting_years.year) AS last_year,
    max(reporting_years.as_at) AS as_at
FROM histories
CROSS JOIN reporting_years
GROUP BY histories.child_id, CASE WHEN histories.irregular THEN reporting_years.year END
