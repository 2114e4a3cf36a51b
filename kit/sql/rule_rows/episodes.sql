-- One row per episode, with the child's episode before and after it, and the episode that last year's file ended with.
WITH
-- Orders that must be short: episodes under the same one that follow on each other are one stretch.
order_episodes AS (
    SELECT
        child,
        row,
        ls,
        decom,
        coalesce(dec, last_day) AS end_day
    FROM episodes
    CROSS JOIN this_year
    WHERE ls IN ('L1', 'L2', 'L3') AND decom IS NOT NULL
),
order_starts AS (
    SELECT
        *,
        coalesce(decom <> lag(end_day) OVER (PARTITION BY child, ls ORDER BY decom, row), true) AS starts
    FROM order_episodes
),
order_stretches AS (
    SELECT
        *,
        count(*) FILTER (WHERE starts) OVER (PARTITION BY child, ls ORDER BY decom, row) AS stretch
    FROM order_starts
),
orders AS (
    SELECT
        row,
        max(end_day) OVER (PARTITION BY child, ls, stretch)
        - min(decom) OVER (PARTITION BY child, ls, stretch) AS order_days
    FROM order_stretches
)
SELECT
    episodes.*,
    this_year.*,
    children.* EXCLUDE (child),
    orders.order_days,
    last_episodes.child IS NOT NULL AS in_last_episodes,
    last_episodes.decom AS last_decom,
    last_episodes.child IS NOT NULL AND last_episodes.dec IS NULL AS last_is_open,
    last_episodes.rne AS last_rne,
    last_episodes.ls AS last_ls,
    last_episodes.cin AS last_cin,
    last_episodes.place AS last_place,
    last_episodes.place_provider AS last_place_provider,
    last_episodes.urn AS last_urn,
    last_episodes.open_first AS last_open_first,
    last_episodes.open_last AS last_open_last
FROM episodes
CROSS JOIN this_year
LEFT JOIN children USING (child)
LEFT JOIN orders ON orders.row = episodes.row
LEFT JOIN last_episodes ON last_episodes.child = episodes.child
