-- One row per child looked after on the as-at day of a reporting year: how many placements, not temporary ones, in it.
WITH of_the_year AS (
    SELECT
        children_in_care.reporting_year,
        children_in_care.child_id,
        stays.from_day,
        stays.placement <> 'Temporary' AS lasts,
        stays.from_day >= children_in_care.first_day AND coalesce(stays.rne IN ('S', 'P', 'B'), FALSE) AS begins,
        -- One that ends on the day on which it begins, the first of the year, is on no day the child's placement.
        stays.from_day > children_in_care.first_day
        OR stays.to_day IS NULL
        OR stays.to_day > children_in_care.first_day AS may_be_first
    FROM children_in_care
    JOIN stays
        ON stays.child_id = children_in_care.child_id
        AND children_in_care.reporting_year BETWEEN stays.first_year AND stays.last_year
        AND stays.from_day <= children_in_care.as_at
        AND (
            stays.from_day >= children_in_care.first_day
            OR stays.to_day IS NULL
            OR stays.to_day > children_in_care.first_day
        )
),
in_order AS (
    SELECT
        *,
        -- The one on the first day of the year, or otherwise the first after it.
        may_be_first AND row_number() OVER (
            PARTITION BY reporting_year, child_id, may_be_first
            ORDER BY from_day
        ) = 1 AS is_first
    FROM of_the_year
)
SELECT reporting_year, child_id, count_if(lasts AND (begins OR is_first)) AS placements
FROM in_order
GROUP BY ALL
