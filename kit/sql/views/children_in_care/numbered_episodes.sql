-- One row per episode of care (no short breaks, none whose start was corrected), with its period of care.
WITH following AS (
    SELECT
        child_id,
        decom,
        rne,
        end_day,
        gone,
        legal_status_code,
        placement_code,
        max(coalesce(end_day, 'infinity')) OVER (
            PARTITION BY child_id
            ORDER BY decom
            ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
        ) AS ended_before,
        lead(decom) OVER (PARTITION BY child_id ORDER BY decom) AS next_decom
    FROM held_episodes
    WHERE NOT short_break AND NOT corrected
),
starting AS MATERIALIZED (
    SELECT
        *,
        ended_before IS NULL OR coalesce(rne = 'S', FALSE) OR ended_before < decom AS starts_period
    FROM following
),
-- Few children have more than one period: only theirs need be counted.
came_back AS MATERIALIZED (
    SELECT DISTINCT child_id
    FROM starting
    WHERE starts_period AND ended_before IS NOT NULL
),
numbered AS (
    SELECT
        * EXCLUDE (next_decom),
        -- The next episode of the same period.
        CASE
            WHEN NOT lead(starts_period) OVER (PARTITION BY child_id ORDER BY decom) THEN next_decom
        END AS next_decom,
        count_if(starts_period) OVER (PARTITION BY child_id ORDER BY decom)::BIGINT AS period
    FROM starting
    SEMI JOIN came_back USING (child_id)
),
with_gaps AS (
    SELECT
        *,
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
)
SELECT
    * EXCLUDE (ended_before, after_a_gap, next_decom, period),
    next_decom,
    period,
    -- It goes on while an earlier episode of the child is still open.
    NOT starts_period AND ended_before > decom AS overlaps_earlier,
    bool_or(after_a_gap) OVER (PARTITION BY child_id) AS irregular
FROM with_gaps
UNION ALL
SELECT
    * EXCLUDE (ended_before, next_decom),
    next_decom,
    1,
    NOT starts_period AND ended_before > decom,
    FALSE
FROM starting
ANTI JOIN came_back USING (child_id)
