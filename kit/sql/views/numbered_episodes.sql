-- One row per episode of care (no short breaks, none whose start was corrected), with its period of care.
WITH following AS (
    SELECT
        * EXCLUDE (corrected, short_break, dec, rec, year, file, row),
        max(coalesce(end_day, 'infinity')) OVER (
            PARTITION BY child_id
            ORDER BY decom
            ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
        ) AS ended_before
    FROM held_episodes
    WHERE NOT short_break AND NOT corrected
),
starting AS (
    SELECT
        *,
        ended_before IS NULL OR coalesce(rne = 'S', FALSE) OR ended_before < decom AS starts_period
    FROM following
),
numbered AS (
    SELECT
        *,
        count_if(starts_period) OVER (PARTITION BY child_id ORDER BY decom)::BIGINT AS period
    FROM starting
)
SELECT
    * EXCLUDE (ended_before),
    -- It goes on while an earlier episode of the child is still open.
    NOT starts_period AND ended_before > decom AS overlaps_earlier,
    -- All earlier episodes of its own period have ended; only one of an earlier period is still open.
    coalesce(
        NOT starts_period AND max(coalesce(end_day, 'infinity')) OVER (
            PARTITION BY child_id, period
            ORDER BY decom
            ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
        ) < decom,
        FALSE
    ) AS after_a_gap
FROM numbered
