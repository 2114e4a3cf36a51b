-- One row per period of care (one unbroken time of being looked after) and past. An open one has no end_day.
WITH periods AS MATERIALIZED (
    SELECT
        child_id,
        last_year,
        period,
        min(first_year) AS first_year,
        min(as_at) AS as_at,
        min(decom) AS start_day,
        arg_min(rne, decom) IS NOT DISTINCT FROM 'S' AS starts_with_s,
        max(coalesce(end_day, 'infinity')) AS last_end,
        max(end_day) FILTER (NOT gone) AS last_recorded_end
    FROM care_episodes
    GROUP BY child_id, last_year, period
),
-- Few periods follow on another one: all after a child's first.
ended AS MATERIALIZED (
    SELECT
        periods.*,
        following.start_day AS next_start,
        nullif(least(periods.last_end, following.start_day), 'infinity'::DATE) AS end_day
    FROM periods
    LEFT JOIN periods AS following
        ON following.child_id = periods.child_id
        AND following.last_year = periods.last_year
        AND following.period = periods.period + 1
        AND following.period > 1
)
SELECT
    -- A number that stands for child, past and period when rows are joined and put in order.
    row_number() OVER () AS care_number,
    ended.child_id,
    ended.first_year,
    ended.last_year,
    ended.last_year = (SELECT max(year) FROM reporting_years) AS is_newest,
    ended.as_at,
    ended.period,
    ended.start_day,
    ended.end_day,
    -- The end of the period before it.
    preceding.end_day AS end_before,
    -- An end that only shows in the next year's file as an absence is no recorded leaving.
    coalesce(ended.next_start < ended.last_end, FALSE)
    OR ended.last_recorded_end IS NOT DISTINCT FROM ended.last_end AS end_recorded,
    ended.starts_with_s,
    ended.start_day < (SELECT min(first_day) FROM reporting_years) AS began_before_first_year,
    children.child_number,
    children.dob
FROM ended
JOIN children ON children.child_id = ended.child_id
LEFT JOIN ended AS preceding
    ON preceding.child_id = ended.child_id
    AND preceding.last_year = ended.last_year
    AND preceding.period = ended.period - 1
    AND preceding.next_start IS NOT NULL
