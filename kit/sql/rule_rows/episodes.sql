-- One row per episode, with the child's episode before and after it, and the episode that last year's file ended with.
WITH
numbered AS (
    SELECT
        episodes.*,
        row_number() OVER chain AS number,
        lag(row) OVER chain AS before,
        lead(row) OVER chain AS after
    FROM episodes
    WINDOW chain AS (PARTITION BY child ORDER BY decom NULLS LAST, row)
),
last_numbered AS (
    SELECT
        *,
        row_number() OVER (PARTITION BY child ORDER BY decom DESC NULLS LAST, row) AS number_from_end
    FROM last_episodes
),
last_rows AS (
    SELECT *
    FROM last_numbered
    WHERE number_from_end = 1
),
last_open AS (
    SELECT
        child,
        min(decom) AS last_open_first,
        max(decom) AS last_open_last
    FROM last_episodes
    WHERE NOT dec_given
    GROUP BY child
),
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
    numbered.*,
    this_year.*,
    children.* EXCLUDE (child),
    numbered.number = 1 AND numbered.decom IS NOT NULL AS is_first,
    numbered.before IS NOT NULL AS has_previous,
    numbered.after IS NOT NULL AS has_next,
    previous.decom AS previous_decom,
    previous.dec AS previous_dec,
    previous.rec AS previous_rec,
    previous.ls AS previous_ls,
    previous.cin AS previous_cin,
    previous.place AS previous_place,
    previous.place_provider AS previous_place_provider,
    previous.pl_post AS previous_pl_post,
    previous.urn AS previous_urn,
    previous.reason_place_change AS previous_reason_place_change,
    following.decom AS next_decom,
    following.rne AS next_rne,
    following.place AS next_place,
    orders.order_days,
    last_rows.child IS NOT NULL AS in_last_episodes,
    last_rows.decom AS last_decom,
    last_rows.dec IS NULL AND last_rows.child IS NOT NULL AS last_is_open,
    last_rows.rne AS last_rne,
    last_rows.ls AS last_ls,
    last_rows.cin AS last_cin,
    last_rows.place AS last_place,
    last_rows.place_provider AS last_place_provider,
    last_rows.urn AS last_urn,
    last_open.last_open_first,
    last_open.last_open_last
FROM numbered
CROSS JOIN this_year
LEFT JOIN children USING (child)
LEFT JOIN episodes AS previous ON previous.row = numbered.before
LEFT JOIN episodes AS following ON following.row = numbered.after
LEFT JOIN orders ON orders.row = numbered.row
LEFT JOIN last_rows ON last_rows.child = numbered.child
LEFT JOIN last_open ON last_open.child = numbered.child
