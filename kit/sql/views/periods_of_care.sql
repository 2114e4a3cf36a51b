-- One row per period of care (one unbroken time of being looked after) and past. An open one has no end_day.
WITH periods AS (
    SELECT
        child_id,
        first_year,
        last_year,
        as_at,
        period,
        min(decom) AS start_day,
        arg_min(rne, decom) IS NOT DISTINCT FROM 'S' AS starts_with_s,
        max(coalesce(end_day, 'infinity')) AS last_end,
        max(end_day) FILTER (NOT gone) AS last_recorded_end
    FROM care_episodes
    GROUP BY ALL
),
following AS (
    SELECT
        *,
        coalesce(
            lead(start_day) OVER (PARTITION BY child_id, last_year ORDER BY period),
            'infinity'
        ) AS next_start
    FROM periods
),
ended AS (
    SELECT
        *,
        nullif(least(last_end, next_start), 'infinity'::DATE) AS end_day
    FROM following
)
SELECT
    child_id,
    first_year,
    last_year,
    as_at,
    period,
    start_day,
    end_day,
    -- The end of the period before it.
    lag(end_day) OVER (PARTITION BY child_id, last_year ORDER BY period) AS end_before,
    -- An end that only shows in the next year's file as an absence is no recorded leaving.
    next_start < last_end OR last_recorded_end IS NOT DISTINCT FROM last_end AS end_recorded,
    starts_with_s,
    start_day < (SELECT min(first_day) FROM reporting_years) AS began_before_first_year
FROM ended
